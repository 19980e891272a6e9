//! The sheet that is being written: the draft, the notes for free text, and what was left over.

use super::{date, document, notes, status};
use crate::Cost;
use crate::component::draft::{Draft, Loss, LossKind, NodeId};
use crate::component::schema::{AttrName, Name, attr};
use model::{Attachment, Carried, Date, Finding, Image, Patent, Severity, Stand};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A document on its way to ST.96.
pub(super) struct Sheet<'r> {
    pub(super) draft: Draft<'r>,
    /// Language of the document, as the source gives it; else the one that its office publishes in, if that is one.
    pub(super) language: &'r str,
    /// Office of the document.
    pub(super) office: &'r str,
    /// Date of publication in its ISO form, or the next best that the document has: every free-text note needs one.
    pub(super) date: Option<String>,
    /// Facts for the free-text place: code and text.
    notes: Vec<(Cow<'r, str>, String)>,
    /// Attributes without a place: where, and the values.
    spares: BTreeMap<String, (usize, String)>,
    /// Files that stand in the text where ST.96 takes none; they go to the list of external documents.
    pub(super) files: Vec<File<'r>>,
    /// What is to be said beside the losses.
    findings: Vec<Finding>,
}

/// A file which goes to the list of external documents.
pub(super) enum File<'r> {
    /// An image.
    Image(&'r Image),
    /// An attachment.
    Attachment(&'r Attachment),
    /// A page.
    Page(&'r model::PageImage),
}

impl<'r> Sheet<'r> {
    pub(super) fn new(draft: Draft<'r>, patent: &'r Patent) -> Self {
        let (language, findings) = match stated_language(patent) {
            Some(language) => (language, Vec::new()),
            None if !super::has_text(patent) && !super::application::is_body(patent) => {
                ("", Vec::new())
            }
            None => assumed_language(patent.office.as_str()),
        };
        Self {
            draft,
            language,
            office: patent.office.as_str(),
            date: best_date(patent),
            notes: Vec::new(),
            spares: BTreeMap::new(),
            files: Vec::new(),
            findings,
        }
    }

    /// A sheet for the legal events of a patent.
    pub(super) fn of_status(draft: Draft<'r>, patent: &'r Patent) -> Self {
        let mut sheet = Self::new(draft, patent);
        sheet.findings.clear();
        sheet
    }

    /// Adds a leaf unless its text is empty.
    pub(super) fn leaf(&mut self, node: NodeId, name: Name, text: impl Into<Cow<'r, str>>) {
        let text = text.into();
        if !text.is_empty() {
            self.draft.leaf(node, name, as_enumerated(name, text));
        }
    }

    /// Adds an attribute unless its value is empty.
    pub(super) fn set(&mut self, node: NodeId, name: AttrName, value: impl Into<Cow<'r, str>>) {
        let value = value.into();
        if !value.is_empty() {
            self.draft.attribute(node, name, value);
        }
    }

    /// Adds an identifier unless it is empty.
    pub(super) fn id(&mut self, node: NodeId, id: &'r str) {
        self.set(node, attr::ID, id);
    }

    /// Adds a date attribute in its ISO form.
    pub(super) fn set_date(&mut self, node: NodeId, name: AttrName, raw: &'r str) {
        match Date::new(raw).iso() {
            Some(iso) => self.set(node, name, iso),
            None => self.set(node, name, raw),
        }
    }

    /// Keeps a fact for the free-text place of the document.
    pub(super) fn note(&mut self, code: impl Into<Cow<'r, str>>, text: impl Into<String>) {
        let code = code.into();
        let text = text.into();
        let text = text.trim();
        if !text.is_empty() || !code.is_empty() {
            self.notes.push((code, text.to_owned()));
        }
    }

    /// Says what had to be assumed for the sake of the schema.
    pub(super) fn assume(&mut self, message: impl Into<String>, about: impl Into<String>) {
        self.findings.push(
            Finding::new("st96/missing-mandatory", Severity::Info, message.into())
                .about(about.into()),
        );
    }

    /// Remembers an attribute that ST.96 has no place for.
    pub(super) fn spare(&mut self, element: &str, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let (count, values) = self.spares.entry(format!("{element}/@{name}")).or_default();
        *count += 1;
        if !values.is_empty() {
            values.push(' ');
        }
        values.push_str(value);
    }

    /// Remembers attributes that ST.96 has no place for.
    pub(super) fn spares(&mut self, element: &str, attributes: &[model::Attribute]) {
        for attribute in attributes {
            self.spare(element, &attribute.name, &attribute.value);
        }
    }

    /// Makes the draft valid, finds free-text places, and puts carried parts in theirs.
    pub(super) fn finish(mut self, carried: &'r [Carried]) -> (Draft<'r>, Cost) {
        let mut cost = Cost {
            findings: std::mem::take(&mut self.findings),
            ..Cost::default()
        };
        for file in std::mem::take(&mut self.files) {
            let (name, id) = match file {
                File::Image(image) => {
                    super::media::image_spares(&mut self, image);
                    (&image.file, &image.id)
                }
                File::Attachment(attachment) => {
                    self.spares(&attachment.name, &attachment.attributes);
                    (&attachment.file, &attachment.id)
                }
                File::Page(page) => {
                    self.spares("doc-page", &page.attributes);
                    (&page.file, &page.id)
                }
            };
            self.spare("file", "name", name);
            self.spare("file", "id", id);
        }
        let notes = std::mem::take(&mut self.notes);
        self.place(&notes, &mut cost);
        let losses = self.draft.conform();
        let homeless: Vec<_> = losses.iter().filter(|loss| is_homeless(loss)).collect();
        let second: Vec<(Cow<'r, str>, String)> = homeless
            .iter()
            .map(|loss| (Cow::Owned(loss.name.to_string()), loss.text.clone()))
            .collect();
        let mut last = Vec::new();
        if !second.is_empty() {
            self.place(&second, &mut cost);
            last = self.draft.conform();
        }
        cost.losses(losses.iter().filter(|loss| !is_homeless(loss)));
        cost.losses(last.iter());
        cost.spares(std::mem::take(&mut self.spares));
        if !carried.is_empty() {
            // What the nouns alone would cost says nothing of a document that is put back as it was.
            cost = Cost::default();
            self.lay(carried, &mut cost);
        }
        (self.draft, cost)
    }

    /// Puts the parts that a source in ST.96 said more into their places.
    fn lay(&mut self, carried: &'r [Carried], cost: &mut Cost) {
        for part in self.draft.lay(carried) {
            let text = match &part.stand {
                Stand::Part(markup) | Stand::Attributes(markup) => markup.text(),
                Stand::Nothing(_) => String::new(),
            };
            let message = format!(
                "the place of {} in {} is gone; it could not be put back",
                part.name, part.within
            );
            cost.lost += model::text::words(&text);
            cost.findings.push(
                Finding::new("st96/no-place", Severity::Warning, message)
                    .at(part.within.clone())
                    .about(text),
            );
        }
        let losses = self.draft.conform();
        cost.losses(losses.iter());
    }

    /// Puts notes into the free-text place, if the document has a date to go with it.
    fn place(&mut self, notes: &[(Cow<'r, str>, String)], cost: &mut Cost) {
        if notes.is_empty() {
            return;
        }
        let placed = notes::place(self, notes);
        let place = notes::name(self);
        for (code, text) in notes {
            let words = model::text::words(text);
            if placed {
                let message = format!("{}; it stands in {place}", why_free(code));
                cost.findings.push(
                    Finding::new("st96/free-text", Severity::Info, message).about(text.as_str()),
                );
            } else {
                let message = format!(
                    "ST.96 has no place for {code}, and the document has no date to go with a free text"
                );
                cost.lost += words;
                cost.findings.push(
                    Finding::new("st96/no-place", Severity::Warning, message).about(text.as_str()),
                );
            }
        }
    }
}

/// Why something stands in a free text.
fn why_free(code: &str) -> String {
    match code {
        "classification-cpc" | "combination-set" => {
            format!("{code} lacks a part that ST.96 demands of a CPC symbol")
        }
        "classification-symbol" => {
            "ST.96 takes a CPC symbol in parts only, and has no place for it in one".to_owned()
        }
        _ => format!("ST.96 has no place of its own for {code}"),
    }
}

/// The language that the document names for itself, or for one of its parts.
fn stated_language(patent: &Patent) -> Option<&str> {
    let own = [&patent.language, &patent.publication_language];
    let titles = patent.titles.iter().map(|title| &title.language);
    let sections = patent.descriptions.iter().chain(&patent.abstracts);
    let claims = patent.claim_sets.iter().map(|set| &set.language);
    own.into_iter()
        .chain(titles)
        .chain(sections.map(|section| &section.language))
        .chain(claims)
        .map(model::Str::as_str)
        .find(|language| !language.is_empty())
}

/// The language to write where a document names none: the schema demands one, and none of its codes says "unknown".
fn assumed_language(office: &str) -> (&'static str, Vec<Finding>) {
    let (language, why) = match document::language_of(office) {
        Some(language) => (language, format!("{office} publishes in it")),
        None => ("en", "one had to be written".to_owned()),
    };
    let message = format!(
        "the source names no language, but ST.96 demands one: \"{language}\" was written, as {why}"
    );
    let finding = Finding::new("st96/missing-mandatory", Severity::Warning, message)
        .at("/pat:PatentPublication/@com:languageCode")
        .hint("look at the document, and correct the language");
    (language, vec![finding])
}

/// A code in the letters of its enumeration: sources write some in lower case.
fn as_enumerated(name: Name, text: Cow<'_, str>) -> Cow<'_, str> {
    if !name.is_enumerated() || name.accepts(&text) {
        return text;
    }
    let upper = text.trim().to_ascii_uppercase();
    if name.accepts(&upper) {
        Cow::Owned(upper)
    } else {
        text
    }
}

/// The date of publication as far as the document tells it, else the date on which it was made or filed, else the
/// first one that it gives of anything.
pub(super) fn best_date(patent: &Patent) -> Option<String> {
    let published = patent.publication.documents.iter().map(|id| &id.date);
    let named = ["date-publ", "date-produced"]
        .into_iter()
        .filter_map(|name| {
            let mut all = patent.origin.attributes.iter();
            all.find(|attribute| attribute.name == name)
        });
    let filed = patent.application.documents.iter();
    let related = patent.relations.iter().flat_map(|relation| {
        let ids = relation.documents.iter().chain(&relation.parents);
        ids.chain(&relation.children)
    });
    let claimed = patent.priorities.iter().flat_map(|claim| &claim.documents);
    published
        .filter_map(date::day)
        .chain(named.filter_map(|attribute| date::day(&Date::new(attribute.value.clone()))))
        .chain(filed.chain(claimed).filter_map(|id| date::day(&id.date)))
        .chain(
            patent
                .milestones
                .iter()
                .filter_map(|event| date::day(&event.date)),
        )
        .chain(
            patent
                .events
                .iter()
                .filter_map(|event| date::day(status::day(event)?)),
        )
        .chain(related.filter_map(|id| date::day(&id.date)))
        .next()
}

/// Whether words fell out that a free text can still carry.
fn is_homeless(loss: &Loss) -> bool {
    loss.kind == LossKind::NoPlace && model::text::words(&loss.text) > 0
}

impl Cost {
    /// Says what it cost to make a draft valid.
    pub(super) fn conformed(&mut self, losses: &[Loss]) {
        self.losses(losses.iter());
    }

    /// Says that nothing was written, and all the words of what was left.
    pub(super) fn broken(&mut self, draft: &Draft<'_>) {
        let root = draft.root();
        let text = model::text::line(&draft.said());
        self.lost += model::text::words(&text);
        let name = draft.name(root).text();
        let message = format!(
            "{name} lacks what ST.96 demands of it, which has no emptiest form; nothing was written"
        );
        self.findings.push(
            Finding::new("st96/incomplete", Severity::Error, message)
                .at(format!("/{name}"))
                .about(text)
                .hint("complete what the other findings name, or convert it with --to native"),
        );
    }

    fn losses<'l>(&mut self, losses: impl Iterator<Item = &'l Loss>) {
        let mut groups: BTreeMap<(LossKind, &str, &str), (usize, Vec<&str>)> = BTreeMap::new();
        for loss in losses {
            let key = (loss.kind, loss.path.as_str(), loss.name.as_ref());
            let (count, texts) = groups.entry(key).or_default();
            *count += 1;
            if !loss.text.is_empty() {
                texts.push(&loss.text);
            }
        }
        for ((kind, path, name), (count, texts)) in groups {
            let text = texts.join(" | ");
            let times = if count > 1 {
                format!(", {count} times")
            } else {
                String::new()
            };
            let (rule, severity, message) = match kind {
                LossKind::NoPlace => {
                    self.lost += model::text::words(&text);
                    let severity = if text.is_empty() {
                        Severity::Info
                    } else {
                        Severity::Warning
                    };
                    (
                        "st96/no-place",
                        severity,
                        format!("{name} has no place in {path}{times}"),
                    )
                }
                LossKind::MissingMandatory => (
                    "st96/missing-mandatory",
                    Severity::Info,
                    format!(
                        "the source gives no {name} for {path}; its emptiest form was written{times}"
                    ),
                ),
                LossKind::BadId => (
                    "st96/identifier",
                    Severity::Info,
                    format!("identifiers in {path} are no XML names, or not the only ones{times}"),
                ),
                LossKind::BadIdref => (
                    "st96/identifier",
                    Severity::Info,
                    format!("references in {path} point to nothing in the document{times}"),
                ),
                LossKind::BadCharacter => (
                    "st96/character",
                    Severity::Warning,
                    format!("characters that XML does not allow were replaced in {path}{times}"),
                ),
            };
            self.findings
                .push(Finding::new(rule, severity, message).at(path).about(text));
        }
    }

    fn spares(&mut self, spares: BTreeMap<String, (usize, String)>) {
        for (path, (count, values)) in spares {
            let times = if count > 1 {
                format!(" ({count} times)")
            } else {
                String::new()
            };
            let message = format!("ST.96 has no place for the attribute {path}{times}");
            self.findings.push(
                Finding::new("st96/no-place", Severity::Info, message)
                    .at(path)
                    .about(values),
            );
        }
    }
}
