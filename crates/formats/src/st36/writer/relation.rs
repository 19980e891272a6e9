//! Related documents, families, and what was filed or published at another level.
//!
//! Clause: ST.36 related-documents

use super::element::Element;
use super::event;
use super::sheet::Sheet;
use super::{document, inline, statement};
use model::{Family, FamilyMember, Inline, Patent, RegionalData, Relation, Statement};

/// Adds the related documents.
pub(super) fn relations<'r>(sheet: &mut Sheet<'r>, biblio: &mut Element<'r>, patent: &'r Patent) {
    let mut element = Element::new("related-documents");
    for relation in &patent.relations {
        element.put(self::relation(sheet, relation));
    }
    biblio.put(element);
}

/// The element for a kind of relation, and whether its documents stand in a `relation` within it.
fn place(kind: &str) -> (&str, bool) {
    match kind {
        "B610" => ("addition", true),
        "B620" | "B620EP" => ("division", true),
        "B630" | "B631" => ("continuation", true),
        "B632" => ("continuation-in-part", true),
        "B633" => ("continuing-reissue", true),
        "B640" => ("reissue", true),
        "B645" => ("reexamination", true),
        "B660" => ("substitution", true),
        "B670" => ("utility-model-basis", true),
        "addition"
        | "division"
        | "continuation"
        | "continuation-in-part"
        | "continuing-reissue"
        | "reissue"
        | "reexamination"
        | "substitution"
        | "utility-model-basis" => (kind, true),
        "correction" | "previously-filed-application" => (kind, false),
        kind if statement::is_office_word(kind) => (kind, true),
        _ => ("related-publication", false),
    }
}

fn relation<'r>(sheet: &mut Sheet<'r>, relation: &'r Relation) -> Element<'r> {
    let kind = relation.kind.as_str();
    let (name, is_held) = place(kind);
    let mut element = Element::new(name).with("id", relation.id.as_str());
    element.others(&relation.attributes);
    let mut holder = Element::new("relation");
    holder.put(parent(relation));
    document::held(&mut holder, "child-doc", &relation.children);
    if is_held || !holder.is_empty() {
        element.put(holder);
    }
    if name == "correction" {
        document::held(&mut element, "document-corrected", &relation.documents);
    } else {
        document::ids(&mut element, &relation.documents);
    }
    let is_parted = !relation.parents.is_empty() || !relation.children.is_empty();
    if !is_parted {
        element.leaf(
            "us-provisional-application-status",
            relation.status.as_str(),
        );
    }
    if let Some(gazette) = &relation.gazette {
        element.add(document::gazette(gazette));
    }
    words(&mut element, &relation.text);
    for fact in &relation.statements {
        statement::add(sheet, &mut element, fact);
    }
    if name == "related-publication" && kind != name && !element.is_empty() {
        sheet.note(kind, "a related publication");
    }
    element
}

/// The words of a relation: alone they stand in it, else in a text.
fn words<'r>(element: &mut Element<'r>, text: &'r [Inline]) {
    if text.is_empty() {
        return;
    }
    if element.children.is_empty() {
        inline::inlines(element, text);
    } else {
        element.add(inline::mixed("text", text));
    }
}

fn parent(relation: &Relation) -> Element<'_> {
    let mut element = Element::new("parent-doc");
    document::ids(&mut element, &relation.parents);
    if !relation.parents.is_empty() || !relation.children.is_empty() {
        element.leaf("parent-status", relation.status.as_str());
    }
    document::held(
        &mut element,
        "parent-grant-document",
        &relation.parent_grants,
    );
    document::held(
        &mut element,
        "parent-pct-document",
        &relation.parent_international,
    );
    element
}

/// The family.
///
/// Clause: ST.36 patent-family
pub(super) fn family(family: &Family) -> Element<'_> {
    let mut element = Element::new("patent-family").with("id", family.id.as_str());
    element.others(&family.attributes);
    document::held(&mut element, "priority-application", &family.priority);
    for id in &family.members {
        let mut holder = Element::new("family-member");
        holder.add(document::id(id));
        element.add(holder);
    }
    for member in &family.member_groups {
        element.add(self::member(member));
    }
    for text in &family.texts {
        element.leaf("text", text.as_str());
    }
    element
}

/// A member with its application and what was published of it.
fn member(member: &FamilyMember) -> Element<'_> {
    let mut element = Element::new("family-member");
    element.others(&member.attributes);
    for reference in document::references("application-reference", &member.applications) {
        element.add(reference);
    }
    for reference in document::references("publication-reference", &member.publications) {
        element.add(reference);
    }
    element
}

/// Adds what was filed and published at PCT or regional level.
///
/// Clause: ST.36 pct-or-regional-filing-data
pub(super) fn regional<'r>(sheet: &mut Sheet<'r>, biblio: &mut Element<'r>, patent: &'r Patent) {
    for data in &patent.filings {
        let made = level(sheet, "pct-or-regional-filing-data", data);
        biblio.put(made);
    }
    for data in &patent.publications {
        let made = level(sheet, "pct-or-regional-publishing-data", data);
        biblio.put(made);
    }
}

fn level<'r>(sheet: &mut Sheet<'r>, name: &'static str, data: &'r RegionalData) -> Element<'r> {
    let mut element = Element::new(name);
    element.others(&data.attributes);
    for id in &data.documents {
        element.put(document::id_in(id, &data.language));
    }
    if data.documents.is_empty() && !data.language.is_empty() {
        sheet.note(format!("language of {name}"), data.language.as_str());
    }
    if let Some(gazette) = &data.gazette {
        element.add(document::gazette(gazette));
    }
    for date in &data.dates {
        if matches!(date.code.as_str(), "us-371c124-date" | "us-371c12-date") {
            element.add(event::milestone(date.code.as_str(), date));
        } else {
            sheet.note(date.code.as_str(), event::line(date));
        }
    }
    for fact in &data.statements {
        known(sheet, &mut element, fact, name);
    }
    element
}

fn known<'r>(
    sheet: &mut Sheet<'r>,
    element: &mut Element<'r>,
    fact: &'r Statement,
    name: &'static str,
) {
    statement::known(sheet, element, fact, name);
}
