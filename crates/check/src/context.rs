//! What rules look at: the record, the files beside it, and an index of its text.

mod claims;
mod dates;
mod ids;
mod index;
mod place;

pub(crate) use claims::Graph;
pub(crate) use index::{Link, Picture};
pub(crate) use place::Place;

use index::Index;
use model::{Date, DocumentId, Patent, Record, Str, Ymd};
use std::cell::OnceCell;
use std::sync::LazyLock;

/// What rules look at.
#[derive(Debug)]
pub struct Context<'a> {
    patent: &'a Patent,
    package: Option<&'a [String]>,
    index: Index<'a>,
    ids: OnceCell<Vec<u64>>,
    dependencies: OnceCell<Vec<Graph>>,
}

impl<'a> Context<'a> {
    /// Prepares to check `record`; `package` names the files beside it, when they are known.
    #[must_use]
    pub fn new(record: &'a Record, package: Option<&'a [String]>) -> Self {
        static NONE: LazyLock<Patent> = LazyLock::new(Patent::default);
        let patent = record.patent().unwrap_or(&NONE);
        Self {
            patent,
            package,
            index: Index::of(patent),
            ids: OnceCell::new(),
            dependencies: OnceCell::new(),
        }
    }

    /// The patent publication; an empty one when the record is none.
    #[must_use]
    pub fn patent(&self) -> &'a Patent {
        self.patent
    }

    /// Names of the files beside the document; nothing is known when it is `None`.
    #[must_use]
    pub fn package(&self) -> Option<&'a [String]> {
        self.package
    }

    /// Whether the document comes from this format: `redbook`, `epfull`, `docdb`.
    pub(crate) fn is_format(&self, format: &str) -> bool {
        self.patent.origin.format == format
    }

    /// Whether it has its text, and not only bibliographic data.
    pub(crate) fn is_full_text(&self) -> bool {
        !self.patent.descriptions.is_empty() || !self.patent.claim_sets.is_empty()
    }

    /// Whether the publication has this kind of right in its kind code: `S` is a design.
    pub(crate) fn is_kind(&self, letter: char) -> bool {
        let document = self.patent.document();
        document.is_some_and(|id| id.kind.trim().starts_with(letter))
    }

    /// The language of the publication, in small letters; empty when it is not given.
    pub(crate) fn language(&self) -> String {
        let given = &self.patent.publication_language;
        let language = if given.trim().is_empty() {
            &self.patent.language
        } else {
            given
        };
        language.trim().to_lowercase()
    }

    /// The date of publication, when it can be understood.
    pub(crate) fn published(&self) -> Option<Ymd> {
        self.patent.date().and_then(Date::ymd)
    }

    /// The date of filing, when it can be understood.
    pub(crate) fn filed(&self) -> Option<Ymd> {
        let mut documents = self.patent.application.documents.iter();
        documents.find_map(|id| id.date.ymd())
    }

    /// The application's number as the office writes it.
    pub(crate) fn application(&self) -> Option<&'a DocumentId> {
        let mut documents = self.patent.application.documents.iter();
        documents.find(|id| !id.is_empty())
    }

    /// Calls `visit` with every date of the bibliographic data except those of citations.
    pub(crate) fn dates(&self, visit: &mut dyn FnMut(Place<'a>, &'a Date)) {
        dates::all(self.patent, visit);
    }

    /// References in the text, in order.
    pub(crate) fn links(&self) -> &[Link<'a>] {
        &self.index.links
    }

    /// Images and pages, in order.
    pub(crate) fn pictures(&self) -> &[Picture<'a>] {
        &self.index.pictures
    }

    /// Files which belong to the document and are no images, in order.
    pub(crate) fn files(&self) -> &[(Place<'a>, &'a str)] {
        &self.index.files
    }

    /// Whether the document has an element with this identifier.
    pub(crate) fn has_id(&self, id: &str) -> bool {
        self.ids().binary_search(&ids::digest(id)).is_ok()
    }

    /// Identifiers that stand more than once, sorted, each with how often it stands.
    pub(crate) fn doubles(&self) -> Vec<(Str, usize)> {
        ids::doubles(self.patent, self.ids())
    }

    fn ids(&self) -> &[u64] {
        self.ids.get_or_init(|| ids::digests(self.patent))
    }

    /// The references between the claims of each set.
    pub(crate) fn dependencies(&self) -> &[Graph] {
        let links = &self.index.links;
        self.dependencies
            .get_or_init(|| claims::dependencies(&self.patent.claim_sets, links))
    }
}
