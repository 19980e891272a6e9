//! Bibliographic data which Red Book, EP and DOCDB name alike.

use super::{
    attributes, citation, classification, document, exchange, inline, once, party, statement, text,
    value,
};
use model::{
    Application, Attribute, Designation, DocumentId, Family, FigureSummary, Gazette, HagueData,
    Milestone, Party, PartyDate, PartyRole, Patent, Priority, Publication, RegionalData, Relation,
    Search, Term, TermDisclaimer, TermLapse, Title,
};
use xml::tree::Element;

/// Reads one child of a bibliographic part; says whether it was known.
pub(crate) fn child(element: &Element<'_, '_>, patent: &mut Patent) -> bool {
    match element.name() {
        "publication-reference" => {
            publication(element, &mut patent.publication);
            let gazettes = element.elements();
            for gazette in gazettes.filter(|part| part.name() == "gazette-reference") {
                patent.milestones.push(milestone(&gazette));
            }
        }
        "application-reference" => application(element, &mut patent.application),
        "language-of-filing" => once(&mut patent.application.filing_language, element),
        "language-of-publication" => once(&mut patent.publication_language, element),
        "plain-language-designation" => {
            patent
                .publication
                .designations
                .push(statement::statement(element));
        }
        "priority-claims" => priorities(element, patent),
        "invention-title" => patent.titles.push(title(element)),
        "references-cited" | "us-references-cited" => {
            let mut search = patent.search.take().unwrap_or_default();
            citation::references(element, &mut patent.citations, &mut search);
            patent.search = (search != Search::default()).then_some(search);
        }
        "number-of-claims" => once(&mut patent.claim_count, element),
        "field-of-search" | "us-field-of-classification-search" => {
            field_of_search(element, patent);
        }
        "figures" if patent.figures.is_none() => patent.figures = Some(figures(element)),
        "related-documents" | "us-related-documents" => {
            patent
                .relations
                .extend(element.elements().map(|child| relation(&child)));
        }
        "parties" | "us-parties" | "assignees" | "examiners" => {
            party::parties(element, &mut patent.parties);
        }
        "term-of-grant" | "us-term-of-grant" => {
            term(element, patent.term.get_or_insert_default());
        }
        "pct-or-regional-filing-data" => patent.filings.push(regional(element)),
        "pct-or-regional-publishing-data" => patent.publications.push(regional(element)),
        "hague-agreement-data" if patent.hague.is_none() => patent.hague = Some(hague(element)),
        "patent-family" if patent.family.is_none() => patent.family = Some(family(element)),
        "bio-deposit" => patent.deposits.push(citation::deposit(element)),
        "designation-of-states" => designations(element, &mut patent.designations),
        "dates-of-public-availability" | "dates-rights-effective" => {
            for child in element.elements() {
                match child.name() {
                    "term-of-grant" => term(&child, patent.term.get_or_insert_default()),
                    _ => patent.milestones.push(milestone(&child)),
                }
            }
        }
        "licensee-data" => {
            let first = patent.parties.len();
            let mut countries = Vec::new();
            for child in element.elements() {
                match child.name() {
                    "effective-in" => {
                        countries.extend(child.elements().map(|country| text(&country)));
                    }
                    "attorney-or-agent" => patent
                        .parties
                        .push(party::party(&child, PartyRole::LicenseeAgent)),
                    _ => patent.parties.extend(party::member(&child)),
                }
            }
            match patent.parties.get_mut(first) {
                Some(licensee) => licensee.countries.extend(countries),
                None if !countries.is_empty() => patent.parties.push(Party {
                    role: PartyRole::Licensee,
                    countries,
                    ..Party::default()
                }),
                None => {}
            }
        }
        "opposition-data" => opposition(element, patent),
        "date-of-earliest-priority" => {
            let mut milestone = milestone(element);
            milestone.date = document::date(element);
            patent.milestones.push(milestone);
        }
        name if is_event(name) => patent.milestones.push(milestone(element)),
        name if is_statement(name) => patent.statements.push(statement::statement(element)),
        _ => match classification::classification(element) {
            Some(classification) => patent.classifications.push(classification),
            None => return false,
        },
    }
    true
}

/// Reads opponents with their agents and dates; what comes before any opponent is a statement.
///
/// Clause: ST.36 opposition-data
fn opposition(element: &Element<'_, '_>, patent: &mut Patent) {
    let mut opponent = None;
    for child in element.elements() {
        if child.name() == "attorney-or-agent" {
            let agent = party::party(&child, PartyRole::OpponentAgent);
            patent.parties.push(agent);
        } else if let Some(party) = party::member(&child) {
            opponent = Some(patent.parties.len());
            patent.parties.push(party);
        } else {
            let opponent = opponent.map(|at: usize| &mut patent.parties[at]);
            match opponent.filter(|_| is_opposition_date(child.name())) {
                Some(opponent) => opposed(&child, opponent),
                None => patent.statements.push(statement::statement(&child)),
            }
        }
    }
}

/// Reads a date of an opposition; the first day of filing is that of its document.
fn opposed(element: &Element<'_, '_>, opponent: &mut Party) {
    let date = document::date(element);
    if element.name() == "date-opposition-filed" && opponent.document.is_none() {
        opponent.document = Some(DocumentId {
            date,
            ..DocumentId::default()
        });
    } else {
        opponent.dates.push(PartyDate {
            code: element.name().into(),
            date,
        });
    }
}

/// The dates of an opposition.
fn is_opposition_date(name: &str) -> bool {
    matches!(
        name,
        "date-opposition-filed"
            | "date-deemed-not-to-have-been-filed"
            | "date-inadmissable"
            | "date-rejected"
            | "date-terminated"
    )
}

/// Events of which ST.36 gives the date alone.
fn is_event(name: &str) -> bool {
    matches!(
        name,
        "date-complete-specification-filed"
            | "date-exhibition-filed"
            | "date-pct-article-22-39-fulfilled"
            | "date-rights-reestablished"
            | "date-application-refused"
            | "date-application-withdrawn-by-applicant"
            | "date-application-deemed-withdrawn"
            | "date-application-partially-withdrawn"
            | "date-of-revocation"
            | "date-patent-revoked"
    )
}

/// Facts that are kept under their names in ST.36.
fn is_statement(name: &str) -> bool {
    matches!(
        name,
        "st50-republication"
            | "office-specific-bib-data"
            | "pct-application-no-longer-effective"
            | "defer-publication-of-search-report"
            | "cmea-havana-agreement"
            | "previously-filed-app"
            | "text"
    )
}

/// Reads a `publication-reference`: one a number format.
pub(crate) fn publication(element: &Element<'_, '_>, publication: &mut Publication) {
    let format = value(element, "data-format");
    if publication.id.is_empty() {
        publication.id = value(element, "id");
    }
    publication.attributes.extend(attributes(element));
    let ids = document::formatted_ids(element, &format);
    publication.documents.extend(ids);
}

/// Reads an `application-reference`: one a number format.
pub(crate) fn application(element: &Element<'_, '_>, application: &mut Application) {
    let format = value(element, "data-format");
    if application.id.is_empty() {
        application.id = value(element, "id");
    }
    if application.kind.is_empty() {
        application.kind = value(element, "appl-type");
    }
    let ids = document::formatted_ids(element, &format);
    application.documents.extend(ids);
    application.attributes.extend(attributes(element));
}

/// Reads `priority-claims`.
pub(crate) fn priorities(element: &Element<'_, '_>, patent: &mut Patent) {
    for child in element.elements() {
        match child.name() {
            "priority-claim" => {
                let claim = priority(&child);
                let same = patent.priorities.iter_mut().find(|other| {
                    !claim.sequence.is_empty()
                        && other.sequence == claim.sequence
                        && claim.documents.iter().any(|id| !id.format.is_empty())
                });
                match same {
                    Some(other) => merge(other, claim),
                    None => patent.priorities.push(claim),
                }
            }
            "incorporation-by-reference" => {
                child.enter();
                patent.incorporated_by_reference = true;
            }
            _ => {}
        }
    }
}

/// Joins the number formats in which a source repeats one priority claim.
fn merge(into: &mut Priority, from: Priority) {
    if !from.id.is_empty() {
        into.attributes.push(Attribute::new("id", from.id));
    }
    into.documents.extend(from.documents);
    into.offices.extend(from.offices);
    into.attributes.extend(from.attributes);
    into.statements.extend(from.statements);
}

/// Reads a `priority-claim`.
pub(crate) fn priority(element: &Element<'_, '_>) -> Priority {
    let mut out = Priority {
        id: value(element, "id"),
        sequence: value(element, "sequence"),
        kind: value(element, "kind"),
        ..Priority::default()
    };
    let format = value(element, "data-format");
    let mut own = DocumentId {
        format: format.clone(),
        ..DocumentId::default()
    };
    for child in element.elements() {
        match child.name() {
            "country" => once(&mut own.office, &child),
            "doc-number" => once(&mut own.number, &child),
            "kind" => once(&mut own.kind, &child),
            "date" => document::date_once(&mut own.date, &child),
            "document-id" => {}
            "office-of-filing" => {
                for part in child.elements() {
                    out.offices.push(document::country(&part));
                }
            }
            _ => out.statements.push(statement::statement(&child)),
        }
    }
    out.documents = document::formatted_ids(element, &format);
    out.documents.iter_mut().for_each(document::prefixed);
    if !own.is_empty() || !own.date.is_empty() || !own.office.is_empty() {
        out.documents.insert(0, own);
    }
    out.attributes = attributes(element);
    out
}

/// Reads an `invention-title`.
pub(crate) fn title(element: &Element<'_, '_>) -> Title {
    Title {
        id: value(element, "id"),
        language: value(element, "lang"),
        format: value(element, "data-format"),
        attributes: attributes(element),
        content: inline::mixed(element),
    }
}

fn field_of_search(element: &Element<'_, '_>, patent: &mut Patent) {
    for child in element.elements() {
        if let Some(classification) = classification::classification(&child) {
            patent.field_of_search.push(classification);
        }
    }
}

fn figures(element: &Element<'_, '_>) -> FigureSummary {
    let mut out = FigureSummary::default();
    for child in element.elements() {
        match child.name() {
            "number-of-drawing-sheets" => once(&mut out.sheets, &child),
            "number-of-figures" => once(&mut out.figures, &child),
            "figure-to-publish" => {
                out.to_publish
                    .extend(child.elements().map(|number| text(&number)));
            }
            _ => {}
        }
    }
    out
}

/// Reads a related document.
///
/// Clause: ST.36 related-documents
pub(crate) fn relation(element: &Element<'_, '_>) -> Relation {
    let mut out = Relation {
        kind: element.name().into(),
        id: value(element, "id"),
        ..Relation::default()
    };
    relation_parts(element, &mut out);
    out.attributes = attributes(element);
    out
}

fn relation_parts(element: &Element<'_, '_>, out: &mut Relation) {
    let leaf = !element.has_elements();
    if leaf && !element.is_blank() {
        out.text = inline::mixed(element);
        return;
    }
    for child in element.elements() {
        match child.name() {
            "relation" | "us-relation" => relation_parts(&child, out),
            "parent-doc" => parent(&child, out),
            "child-doc" => {
                out.children.extend(document::document_ids(&child));
                others(&child, out);
            }
            "document-id" => out.documents.push(document::document_id(&child)),
            "document-corrected" => out.documents.extend(document::document_ids(&child)),
            "us-provisional-application-status" => once(&mut out.status, &child),
            "gazette-reference" if out.gazette.is_none() => {
                out.gazette = Some(document::gazette(&child));
            }
            "text" => out.text.extend(inline::mixed(&child)),
            _ => out.statements.push(statement::statement(&child)),
        }
    }
}

fn parent(element: &Element<'_, '_>, out: &mut Relation) {
    for child in element.elements() {
        match child.name() {
            "document-id" => out.parents.push(document::document_id(&child)),
            "parent-status" => once(&mut out.status, &child),
            "parent-grant-document" => out.parent_grants.extend(document::document_ids(&child)),
            "parent-pct-document" => {
                out.parent_international
                    .extend(document::document_ids(&child));
            }
            _ => out.statements.push(statement::statement(&child)),
        }
    }
}

fn others(element: &Element<'_, '_>, out: &mut Relation) {
    for child in element
        .elements()
        .filter(|child| child.name() != "document-id")
    {
        out.statements.push(statement::statement(&child));
    }
}

fn term(element: &Element<'_, '_>, out: &mut Term) {
    for child in element.elements() {
        term_part(&child, out);
    }
}

/// Reads a part of a `term-of-grant`.
pub(crate) fn term_part(element: &Element<'_, '_>, out: &mut Term) {
    match element.name() {
        "length-of-grant" => out.lengths.push(text(element)),
        "us-term-extension" => out.extensions.push(text(element)),
        "text" => out.texts.push(text(element)),
        "disclaimer" => {
            let mut disclaimer = TermDisclaimer::default();
            for part in element.elements() {
                match part.name() {
                    "date" => document::date_once(&mut disclaimer.date, &part),
                    "text" => once(&mut disclaimer.text, &part),
                    _ => {}
                }
            }
            out.disclaimers.push(disclaimer);
        }
        "lapse-of-patent" => {
            let mut lapse = TermLapse::default();
            if !element.has_elements() {
                lapse.text = text(element);
            }
            for part in element.elements() {
                match part.name() {
                    "document-id" if lapse.document == DocumentId::default() => {
                        lapse.document = document::document_id(&part);
                    }
                    "text" => once(&mut lapse.text, &part),
                    _ => {}
                }
            }
            out.lapses.push(lapse);
        }
        _ => out.statements.push(statement::statement(element)),
    }
}

fn regional(element: &Element<'_, '_>) -> RegionalData {
    let mut out = RegionalData {
        code: element.name().into(),
        ..RegionalData::default()
    };
    for child in element.elements() {
        match child.name() {
            "document-id" => out.documents.push(document::document_id(&child)),
            "us-371c124-date" | "us-371c12-date" => out.dates.push(milestone(&child)),
            "gazette-reference" if out.gazette.is_none() => {
                out.gazette = Some(document::gazette(&child));
            }
            _ => out.statements.push(statement::statement(&child)),
        }
    }
    out.attributes = attributes(element);
    out
}

fn hague(element: &Element<'_, '_>) -> HagueData {
    let mut out = HagueData::default();
    for child in element.elements() {
        match child.name() {
            "international-filing-date" => document::date_once(&mut out.filed, &child),
            "international-registration-publication-date" => {
                document::date_once(&mut out.published, &child);
            }
            "international-registration-number" => once(&mut out.number, &child),
            "international-registration-date" => document::date_once(&mut out.registered, &child),
            _ => {}
        }
    }
    out
}

/// Reads a `patent-family`.
pub(crate) fn family(element: &Element<'_, '_>) -> Family {
    let mut out = Family {
        id: value(element, "id"),
        ..Family::default()
    };
    for child in element.elements() {
        match child.name() {
            "priority-application" => out.priority.extend(document::document_ids(&child)),
            "family-member" if child.elements().any(|part| part.name() != "document-id") => {
                out.member_groups.push(exchange::family_member(&child));
            }
            "family-member" => out.members.extend(document::document_ids(&child)),
            "text" => out.texts.push(text(&child)),
            _ => {}
        }
    }
    out.attributes = attributes(element);
    out
}

/// Reads `designation-of-states` or a part of it.
pub(crate) fn designations(element: &Element<'_, '_>, out: &mut Vec<Designation>) {
    for child in element.elements() {
        match child.name() {
            "designation-pct" | "designation-epc" => designations(&child, out),
            name @ ("regional" | "national" | "contracting-states" | "extension-states"
            | "validation-states") => {
                let mut designation = Designation {
                    code: name.into(),
                    ..Designation::default()
                };
                designation.id = value(&child, "id");
                for part in child.elements() {
                    match part.name() {
                        "region" if designation.region.is_empty() => {
                            designation.region = document::country(&part);
                        }
                        "country" => designation.countries.push(text(&part)),
                        _ => designation.statements.push(statement::statement(&part)),
                    }
                }
                out.push(designation);
            }
            name => {
                let code = name.into();
                let statements = vec![statement::statement(&child)];
                out.push(Designation {
                    code,
                    statements,
                    ..Designation::default()
                });
            }
        }
    }
}

/// Reads a dated event under its source name.
pub(crate) fn milestone(element: &Element<'_, '_>) -> Milestone {
    let mut out = Milestone {
        code: element.name().into(),
        id: value(element, "id"),
        ..Milestone::default()
    };
    if !element.has_elements() && !element.is_blank() {
        out.date = document::date(element);
    }
    for child in element.elements() {
        match child.name() {
            "date" if out.date.is_empty() => document::date_once(&mut out.date, &child),
            "document-id" if out.document.is_none() => {
                out.document = Some(document::document_id(&child));
            }
            "gazette-num" => once(&mut out.gazette, &child),
            "country" => out.countries.push(text(&child)),
            "text" => out.texts.push(text(&child)),
            _ => {}
        }
    }
    out.attributes = attributes(element);
    out
}

/// Reads a gazette reference as a dated event.
pub(crate) fn announced(gazette: &Gazette, code: &str) -> Milestone {
    Milestone {
        code: code.into(),
        date: gazette.date.clone(),
        gazette: gazette.number.clone(),
        texts: if gazette.text.is_empty() {
            Vec::new()
        } else {
            vec![gazette.text.clone()]
        },
        ..Milestone::default()
    }
}
