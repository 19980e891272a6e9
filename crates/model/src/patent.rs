//! The record of a patent publication.

use crate::attachment::Attachment;
use crate::biblio::{
    Application, Designation, Family, FigureSummary, HagueData, Milestone, Origin, Plant, Priority,
    Publication, RegionalData, Relation, Search, Term,
};
use crate::body::{ClaimSet, Drawings, Section, Title};
use crate::citation::{Citation, Deposit};
use crate::classification::Classification;
use crate::component::{Carried, Component};
use crate::event::LegalEvent;
use crate::finding::Unmapped;
use crate::number::DocumentId;
use crate::party::Party;
use crate::sequence::SequenceListing;
use crate::statement::Statement;
use crate::{Date, Str};

choice! {
    /// What a register holds: one document of one right.
    pub enum Record {
        /// A patent, utility model or plant patent, or a design patent published with them.
        Patent(Box<Patent>) = "patent",
        /// A sequence listing, which belongs to an application.
        Listing(Box<SequenceListing>) = "listing",
        /// A document of a WIPO component for which there are no nouns of its own.
        Component(Box<Component>) = "component",
    }
}

impl Record {
    /// The name of the document (`US-7272630-B2`), when the source gives its number; what only an application is
    /// known of is named after it (`US-15123456-application`).
    #[must_use]
    pub fn name(&self) -> Option<Str> {
        match self {
            Self::Patent(patent) => patent.name(),
            Self::Listing(listing) => listing.name(),
            Self::Component(component) => component.name(),
        }
    }

    /// The patent publication, when it is one.
    #[must_use]
    pub fn patent(&self) -> Option<&Patent> {
        match self {
            Self::Patent(patent) => Some(patent),
            Self::Listing(_) | Self::Component(_) => None,
        }
    }

    /// The sequence listings: the record itself, or those that are part of it.
    #[must_use]
    pub fn listings(&self) -> &[SequenceListing] {
        match self {
            Self::Patent(patent) => &patent.listings,
            Self::Listing(listing) => std::slice::from_ref(listing),
            Self::Component(_) => &[],
        }
    }

    /// What the source says of itself.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        match self {
            Self::Patent(patent) => &patent.origin,
            Self::Listing(listing) => &listing.origin,
            Self::Component(component) => &component.origin,
        }
    }

    /// What the reader did not understand.
    #[must_use]
    pub fn unmapped(&self) -> &[Unmapped] {
        match self {
            Self::Patent(patent) => &patent.unmapped,
            Self::Listing(listing) => &listing.unmapped,
            Self::Component(component) => &component.unmapped,
        }
    }
}

record! {
    /// A patent publication: all that its source says.
    pub struct Patent {
        /// What the source says of itself.
        public origin: Origin,
        /// Which part of the publication this is, when it is a companion document of it (`SEQLST-1`) or one of the
        /// things that a service says of it (`legal`); or empty.
        public part: Str,
        /// Publishing office, ST.3 code.
        public office: Str,
        /// Language of the publication, as written.
        public language: Str,
        /// The publication (INID 11, 13, 43 to 45).
        public publication: Publication,
        /// The application (INID 21, 22).
        public application: Application,
        /// Language of publication (INID 26), as written.
        public publication_language: Str,
        /// Priority claims (INID 30).
        public priorities: Vec<Priority>,
        /// Whether elements are incorporated by reference to a priority.
        public incorporated_by_reference: bool,
        /// Term of the grant.
        public term: Option<Term>,
        /// Classifications in the source's order (INID 51, 52).
        public classifications: Vec<Classification>,
        /// Titles (INID 54).
        public titles: Vec<Title>,
        /// Plant's names.
        public plant: Option<Plant>,
        /// Citations (INID 56).
        public citations: Vec<Citation>,
        /// The search from which they come.
        public search: Option<Search>,
        /// Field of search (INID 58).
        public field_of_search: Vec<Classification>,
        /// Number of claims, as written.
        public claim_count: Str,
        /// Exemplary claims.
        public exemplary_claims: Vec<Str>,
        /// Figures in numbers.
        public figures: Option<FigureSummary>,
        /// Related documents (INID 60).
        public relations: Vec<Relation>,
        /// All parties (INID 70), in the source's order.
        public parties: Vec<Party>,
        /// Filing at PCT or regional level (INID 86, 96).
        public filings: Vec<RegionalData>,
        /// Publication at PCT or regional level (INID 87, 97).
        public publications: Vec<RegionalData>,
        /// International registration of a design.
        public hague: Option<HagueData>,
        /// Family.
        public family: Option<Family>,
        /// Deposits of biological material (INID 83).
        public deposits: Vec<Deposit>,
        /// Designated states (INID 81, 84).
        public designations: Vec<Designation>,
        /// Dates of the procedure.
        public milestones: Vec<Milestone>,
        /// Legal events: what happened to the application and to the right, in the source's order.
        public events: Vec<LegalEvent>,
        /// Legal texts, flags and other facts in the office's own terms.
        public statements: Vec<Statement>,
        /// Abstracts (INID 57).
        public abstracts: Vec<Section>,
        /// Descriptions.
        public descriptions: Vec<Section>,
        /// Claims.
        public claim_sets: Vec<ClaimSet>,
        /// Drawings.
        public drawings: Vec<Drawings>,
        /// Other parts of the text: reference lists, statements, search reports.
        public sections: Vec<Section>,
        /// Sequence listings that are part of the document.
        public listings: Vec<SequenceListing>,
        /// Files which belong to the document.
        public attachments: Vec<Attachment>,
        /// Parts of a source in ST.96 or ST.97 that say more than the other fields hold.
        public carried: Vec<Carried>,
        /// What the reader did not understand.
        public unmapped: Vec<Unmapped>,
    }
}

impl Patent {
    /// The name of the document, when the source gives its number, or at least that of its application.
    #[must_use]
    pub fn name(&self) -> Option<Str> {
        let document = match self.document() {
            Some(id) => Some(id.name()),
            None => self.root_document().map(|id| id.name()),
        };
        if let Some(name) = document {
            return Some(match self.part.as_str() {
                "" => name,
                part => Str::from(format!("{name}-{part}")),
            });
        }
        let mut ids = self.application.documents.iter();
        let application = ids.find(|id| !id.is_empty())?;
        let bare = DocumentId {
            kind: Str::default(),
            ..application.clone()
        };
        let mut name = bare.name();
        name.push_str("-application");
        Some(name)
    }

    /// The identification of the publication.
    #[must_use]
    pub fn document(&self) -> Option<&DocumentId> {
        self.publication.documents.iter().find(|id| !id.is_empty())
    }

    /// The identification of the publication as the root of the source gives it: office, number and kind.
    #[must_use]
    pub fn root_document(&self) -> Option<DocumentId> {
        let said = |name: &str| {
            let mut all = self.origin.attributes.iter();
            let found = all.find(|attribute| attribute.name == name);
            found
                .map(|attribute| attribute.value.clone())
                .unwrap_or_default()
        };
        let id = DocumentId {
            office: said("country"),
            number: said("doc-number"),
            kind: said("kind"),
            ..DocumentId::default()
        };
        (!id.is_empty()).then_some(id)
    }

    /// The date of publication.
    #[must_use]
    pub fn date(&self) -> Option<&Date> {
        self.publication
            .documents
            .iter()
            .map(|id| &id.date)
            .find(|date| !date.is_empty())
    }

    /// Whether there is nothing but bibliographic data and abstracts.
    #[must_use]
    pub fn is_bibliographic(&self) -> bool {
        self.descriptions.is_empty() && self.claim_sets.is_empty() && self.drawings.is_empty()
    }

    /// The title in `language`, or the first.
    #[must_use]
    pub fn title(&self, language: &str) -> Option<&Title> {
        self.titles
            .iter()
            .find(|title| title.language == language)
            .or(self.titles.first())
    }
}
