//! Literature that is cited in parts.
//!
//! Clause: ST.96 V6_0 com:NPLCitation

use super::classification::{statement_line, statement_words};
use super::inline::capitalized;
use super::sheet::Sheet;
use crate::component::draft::NodeId;
use crate::component::literature::{FORMS, Form};
use crate::component::schema::{Name, attr, com};
use model::{Date, NonPatent, Statement};

/// What stands where, and what has no place but the notes.
struct Sorted<'r> {
    form: &'static Form,
    placed: Vec<(Name, &'r Statement, String)>,
    notes: Vec<String>,
}

/// Adds literature as the kind of work that it is; says whether enough is known of it for that.
pub(super) fn work<'r>(sheet: &mut Sheet<'r>, node: NodeId, literature: &'r NonPatent) -> bool {
    if !literature.content.is_empty() {
        return false;
    }
    let Some(sorted) = sorted(literature) else {
        return false;
    };
    let element = sheet.draft.element(node, sorted.form.name);
    electronic(sheet, element, &sorted);
    for (name, statement, words) in &sorted.placed {
        match *name {
            com::SUBORDINATE => subordinate(sheet, element, statement),
            name if is_electronic(name) => {}
            name => {
                let leaf = sheet.draft.leaf(element, name, words.clone());
                marked(sheet, leaf, name, statement);
            }
        }
    }
    let is_given = |name: Name| sorted.placed.iter().any(|(own, ..)| *own == name);
    // The official mapping has the title of the article where the serial has no other title, which nearly none has.
    if sorted.form.name == com::CITED_JOURNAL_ARTICLE && !is_given(com::SERIAL_ALT_TITLE_TEXT) {
        let title = sorted.placed.iter();
        let mut titles = title.filter(|(name, ..)| *name == com::CITED_CONTRIBUTION_TITLE_TEXT);
        let title = titles.next().map(|(_, _, words)| words.clone());
        let title = title.unwrap_or_default();
        sheet.leaf(element, com::SERIAL_ALT_TITLE_TEXT, title);
    }
    if !sorted.notes.is_empty() {
        sheet
            .draft
            .leaf(element, com::NOTES, sorted.notes.join("; "));
    }
    true
}

/// The parts by their places, if all that the form needs is there.
fn sorted(literature: &NonPatent) -> Option<Sorted<'_>> {
    let forms = FORMS.iter().filter(|form| form.kind == literature.kind);
    let mut fitting =
        forms.filter(|form| form.told_by.is_empty() || has(&literature.parts, form.told_by));
    let mut sorted = Sorted {
        form: fitting.next()?,
        placed: Vec::new(),
        notes: Vec::new(),
    };
    for part in &literature.parts {
        sorted.sort("", part);
    }
    sorted.issue();
    sorted.electronic();
    let needs = sorted.form.needs;
    let is_known = |need: &Name| sorted.placed.iter().any(|(name, ..)| name == need);
    needs.iter().all(is_known).then_some(sorted)
}

fn has(parts: &[Statement], code: &str) -> bool {
    parts
        .iter()
        .any(|part| part.code == code || has(&part.parts, code))
}

impl<'r> Sorted<'r> {
    fn sort(&mut self, above: &str, statement: &'r Statement) {
        let path = if above.is_empty() {
            statement.code.to_string()
        } else {
            format!("{above}/{}", statement.code)
        };
        let words = statement_words(statement);
        let is_way = statement.content.is_empty() && self.form.leads_on(&path);
        if !is_way && !words.is_empty() {
            let words = in_its_form(&self.form.places_of(&path).collect::<Vec<_>>(), words);
            let place = self.form.places_of(&path).find(|name| {
                *name != com::NOTES
                    && (self.is_free(*name))
                    && (*name == com::SUBORDINATE || name.accepts(&words))
            });
            match place {
                Some(name) => {
                    self.keep_attributes(name, statement);
                    self.placed.push((name, statement, words));
                }
                None => self.notes.push(statement_line(statement)),
            }
            return;
        }
        let said = statement.attributes.iter();
        let said = said.filter(|attribute| attribute.name != "id");
        self.notes
            .extend(said.map(|attribute| attribute.value.to_string()));
        for part in &statement.parts {
            self.sort(&path, part);
        }
    }

    /// Whether one more element of a name may stand there.
    fn is_free(&self, name: Name) -> bool {
        let several = [com::AUTHOR_NAME, com::SUBORDINATE, com::NPL_STANDARD_NUMBER];
        several.contains(&name) || !self.placed.iter().any(|(own, ..)| *own == name)
    }

    /// Keeps what is said of a part and has no attribute in its place.
    fn keep_attributes(&mut self, name: Name, statement: &'r Statement) {
        let own = match name {
            com::SUBORDINATE => "subname-type",
            com::NPL_CLASS => "class-type",
            _ => "",
        };
        let said = statement.attributes.iter();
        let left = said.filter(|one| one.name != own && one.name != "id");
        self.notes.extend(left.map(|one| one.value.to_string()));
        for part in &statement.parts {
            self.keep_attributes(name, part);
        }
    }

    /// An issue is a number where no other number is given.
    fn issue(&mut self) {
        let has_number = self
            .placed
            .iter()
            .any(|(name, ..)| *name == com::ISSUE_NUMBER);
        if has_number || self.form.name != com::CITED_JOURNAL_ARTICLE {
            return;
        }
        for (name, ..) in &mut self.placed {
            if *name == com::NPL_ISSUE_DESIGNATION_TEXT {
                *name = com::ISSUE_NUMBER;
            }
        }
    }

    /// Where something was found online is told by an address, or by a database in full; else all of it is a note.
    fn electronic(&mut self) {
        let is_given = |name: Name| self.placed.iter().any(|(own, ..)| *own == name);
        let has_address = is_given(com::ONLINE_LOCATION_URI);
        let has_database = DATABASE.iter().all(|name| is_given(*name));
        let left = |name: Name| {
            is_electronic(name)
                && !(has_address || has_database)
                && !matches!(name, com::ONLINE_LOCATION_URI)
                || has_address && DATABASE.contains(&name)
        };
        let all = std::mem::take(&mut self.placed);
        for (name, statement, words) in all {
            if left(name) {
                self.notes.push(statement_line(statement));
            } else {
                self.placed.push((name, statement, words));
            }
        }
    }
}

const DATABASE: &[Name] = &[
    com::DATA_BASE_HOST_URI,
    com::DATA_BASE_NAME,
    com::ACCESSION_NUMBER,
];

/// Whether an element stands in what tells where something was found online.
fn is_electronic(name: Name) -> bool {
    matches!(
        name,
        com::RETRIEVAL_DATE | com::DOI | com::ONLINE_LOCATION_URI
    ) || DATABASE.contains(&name)
}

/// A date in the form of ST.96, where the place asks for one.
fn in_its_form(places: &[Name], words: String) -> String {
    let is_date = places.iter().any(|name| !name.accepts(&words));
    let iso = if is_date {
        Date::new(words.clone()).iso()
    } else {
        None
    };
    iso.unwrap_or(words)
}

/// Adds where it was found online.
fn electronic<'r>(sheet: &mut Sheet<'r>, element: NodeId, sorted: &Sorted<'r>) {
    let mut found = sorted.placed.iter();
    if !found.any(|(name, ..)| is_electronic(*name)) {
        return;
    }
    let access = sheet.draft.element(element, com::ELECTRONIC_ACCESS);
    let words = |name: Name| {
        let mut all = sorted.placed.iter();
        let found = all.find(|(own, ..)| *own == name);
        found.map(|(_, _, words)| words.clone()).unwrap_or_default()
    };
    for name in [com::RETRIEVAL_DATE, com::DOI, com::ONLINE_LOCATION_URI] {
        sheet.leaf(access, name, words(name));
    }
    if !words(com::DATA_BASE_NAME).is_empty() {
        let database = sheet.draft.element(access, com::ONLINE_DATABASE);
        for name in DATABASE {
            sheet.leaf(database, *name, words(*name));
        }
    }
}

/// Sets the attributes that some parts have.
fn marked<'r>(sheet: &mut Sheet<'r>, leaf: NodeId, name: Name, statement: &'r Statement) {
    match name {
        com::NPL_STANDARD_NUMBER => {
            let category = if statement.code == "issn" {
                "ISSN"
            } else {
                "ISBN"
            };
            sheet.set(leaf, attr::NPL_STANDARD_NUMBER_CATEGORY, category);
        }
        com::NPL_CLASS => {
            let value = said(statement, "class-type");
            sheet.set(leaf, attr::CLASSIFICATION_SYSTEM, value);
        }
        _ => {}
    }
}

fn said<'r>(statement: &'r Statement, name: &str) -> &'r str {
    let mut all = statement.attributes.iter();
    let found = all.find(|one| one.name == name);
    found.map_or("", |one| one.value.as_str())
}

/// Adds an editor or a translator.
///
/// Clause: ST.96 V6_0 com:Subordinate
fn subordinate<'r>(sheet: &mut Sheet<'r>, element: NodeId, statement: &'r Statement) {
    let node = sheet.draft.element(element, com::SUBORDINATE);
    let role = said(statement, "subname-type");
    if matches!(role, "editor" | "translator") {
        sheet.set(node, attr::SUBORDINATE_CATEGORY, capitalized(role));
    } else {
        sheet.spare("subname", "subname-type", role);
    }
    let holder = sheet.draft.element(node, com::NAME);
    let parts = parts(statement);
    let structured = parts.iter().any(|part| part.code == "last-name");
    let place = |code: &str| match code {
        "prefix" => Some(com::NAME_PREFIX),
        "first-name" => Some(com::FIRST_NAME),
        "middle-name" => Some(com::MIDDLE_NAME),
        "last-name" => Some(com::LAST_NAME),
        "suffix" => Some(com::NAME_SUFFIX),
        _ => None,
    };
    let mut person = None;
    let mut entity = Vec::new();
    for part in &parts {
        let words = statement_words(part);
        match place(&part.code).filter(|_| structured) {
            Some(name) => {
                let parts = *person.get_or_insert_with(|| {
                    let person = sheet.draft.element(holder, com::PERSON_NAME);
                    sheet.draft.element(person, com::PERSON_STRUCTURED_NAME)
                });
                sheet.leaf(parts, name, words);
            }
            None if part.code == "orgname" => {
                let organization = sheet.draft.element(holder, com::ORGANIZATION_NAME);
                sheet
                    .draft
                    .leaf(organization, com::ORGANIZATION_STANDARD_NAME, words);
            }
            None => entity.push(words),
        }
    }
    let own = model::text::plain(&statement.content);
    entity.push(own);
    entity.retain(|words| !words.trim().is_empty());
    if !entity.is_empty() {
        sheet.draft.leaf(holder, com::ENTITY_NAME, entity.join(" "));
    }
}

/// The parts of a name, which may stand in an `addressbook`.
fn parts(statement: &Statement) -> Vec<&Statement> {
    let mut out = Vec::new();
    for part in &statement.parts {
        if part.code == "addressbook" {
            out.extend(&part.parts);
        } else {
            out.push(part);
        }
    }
    out
}
