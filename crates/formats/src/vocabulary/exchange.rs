//! The exchange document: what the DOCDB delivery and the answers of the Open Patent Services share.

use super::{attributes, biblio, body, classification, document, party, statement, text, value};
use model::{
    Application, Attribute, Classification, DocumentId, Family, FamilyMember, Milestone, Origin,
    Party, PartyRole, Patent, Publication, Str,
};
use xml::tree::Element;

/// Reads an `exchange-document` of `format`.
pub(crate) fn document(root: &Element<'_, '_>, format: &str) -> Patent {
    let mut patent = Patent {
        origin: Origin {
            format: format.into(),
            root: root.name().into(),
            ..Origin::default()
        },
        office: value(root, "country"),
        ..Patent::default()
    };
    for name in ["country", "doc-number", "kind", "date-publ"] {
        if let Some(value) = root.attribute(name) {
            patent.origin.attributes.push(Attribute::new(name, value));
        }
    }
    patent.origin.attributes.extend(attributes(root));
    for child in root.elements() {
        match child.name() {
            "bibliographic-data" => {
                patent.origin.bibliographic = attributes(&child);
                for part in child.elements() {
                    bibliographic(&part, &mut patent);
                }
            }
            "abstract" => patent.abstracts.push(body::section(&child)),
            "patent-family" if patent.family.is_none() => {
                patent.family = Some(family(&child));
            }
            _ => {}
        }
    }
    patent.language = patent.publication_language.clone();
    patent
}

fn bibliographic(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "patent-classifications" => patent_classifications(element, patent),
        "parties" => {
            for group in element.elements() {
                parties(&group, patent);
            }
        }
        "dates-of-public-availability" => {
            for part in element.elements() {
                patent.milestones.push(availability(&part));
            }
        }
        "previously-filed-app"
        | "extended-kind-code"
        | "preceding-publication-date"
        | "date-of-coming-into-force" => patent.statements.push(statement::statement(element)),
        _ => {
            if !biblio::child(element, patent) && is_statement(element.name()) {
                patent.statements.push(statement::statement(element));
            }
        }
    }
}

fn is_statement(name: &str) -> bool {
    matches!(
        name,
        "st50-republication" | "office-specific-bib-data" | "designated-states"
    )
}

/// Reads `patent-classifications`: each symbol names its own scheme.
fn patent_classifications(element: &Element<'_, '_>, patent: &mut Patent) {
    let mut out = Classification {
        scheme: "cpc".into(),
        ..Classification::default()
    };
    out.attributes = attributes(element);
    for child in element.elements() {
        match child.name() {
            "patent-classification" => out.symbols.push(classification::symbol(&child)),
            "combination-set" => classification::combination(&child, &mut out),
            _ => out.statements.push(statement::statement(&child)),
        }
    }
    patent.classifications.push(out);
}

/// Reads `applicants`, `inventors` or `agents`: one party a format, in the source's order.
fn parties(element: &Element<'_, '_>, patent: &mut Patent) {
    let role = match element.name() {
        "applicants" => PartyRole::Applicant,
        "inventors" => PartyRole::Inventor,
        "agents" => PartyRole::Agent,
        _ => return,
    };
    for child in element.elements() {
        let party: Party = party::party(&child, role);
        patent.parties.push(party);
    }
}

fn availability(element: &Element<'_, '_>) -> Milestone {
    let mut out = biblio::milestone(element);
    for child in element
        .elements()
        .filter(|child| child.name() == "gazette-reference")
    {
        let gazette = document::gazette(&child);
        let announced = biblio::announced(&gazette, element.name());
        out.gazette = announced.gazette;
        if out.date.is_empty() {
            out.date = announced.date;
        }
        out.texts.extend(announced.texts);
    }
    out
}

/// The family with its members.
fn family(element: &Element<'_, '_>) -> Family {
    let mut out = Family {
        id: value(element, "id"),
        ..Family::default()
    };
    for part in element.elements() {
        match part.name() {
            "family-member" => out.member_groups.push(family_member(&part)),
            "priority-application" => out.priority.extend(document::document_ids(&part)),
            "text" => out.texts.push(text(&part)),
            _ => {}
        }
    }
    out.attributes.extend(attributes(element));
    out
}

/// An application of the family and its publications; what is said of a reference stands with its numbers.
pub(crate) fn family_member(element: &Element<'_, '_>) -> FamilyMember {
    let mut out = FamilyMember::default();
    for part in element.elements() {
        match part.name() {
            "publication-reference" => {
                let mut publication = Publication::default();
                biblio::publication(&part, &mut publication);
                let facts = with("id", publication.id, publication.attributes);
                let ids = publication.documents.into_iter();
                out.publications.extend(ids.map(|id| noted(id, &facts)));
            }
            "application-reference" => {
                let mut application = Application::default();
                biblio::application(&part, &mut application);
                let facts = with("appl-type", application.kind, application.attributes);
                let facts = with("id", application.id, facts);
                let ids = application.documents.into_iter();
                out.applications.extend(ids.map(|id| noted(id, &facts)));
            }
            _ => {}
        }
    }
    out.attributes = attributes(element);
    out
}

fn with(name: &str, value: Str, mut attributes: Vec<Attribute>) -> Vec<Attribute> {
    if !value.is_empty() {
        attributes.push(Attribute::new(name, value));
    }
    attributes
}

fn noted(mut id: DocumentId, facts: &[Attribute]) -> DocumentId {
    id.attributes.extend_from_slice(facts);
    id
}
