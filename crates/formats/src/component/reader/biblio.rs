//! Bibliographic data.
//!
//! Clause: ST.96 V6_0 pat:BibliographicData

use super::document::{self, id, language};
use super::{citation, classification, date, inline, media, notes, party, relation};
use crate::component::draft::View;
use crate::component::schema::{ContentKind, Name, attr, com, pat};
use model::{
    Attribute, Classification, Designation, DocumentId, FigureSummary, HagueData, Inline,
    Milestone, Patent, Plant, Priority, Statement, Str, Term, TermDisclaimer, Title,
};

/// Reads all bibliographic data in an element.
pub(super) fn bibliographic_data(view: View<'_, '_>, patent: &mut Patent) {
    let attributes = [
        ("country", view.value(attr::OFFICE_CODE)),
        ("id", view.value(attr::ID)),
    ];
    for (name, value) in attributes {
        if !value.is_empty() {
            let said = Attribute::new(name, value);
            patent.origin.bibliographic.push(said);
        }
    }
    for child in view.elements() {
        self::child(child, patent);
    }
}

/// Reads what is bibliographic in a component of another kind, such as a report, however deep it stands.
pub(super) fn parts(view: View<'_, '_>, patent: &mut Patent) {
    for part in view.elements() {
        if !child(part, patent) && part.name().content() == ContentKind::Children {
            parts(part, patent);
        }
    }
}

/// Reads one child of bibliographic data; says whether there are nouns for it.
fn child(view: View<'_, '_>, patent: &mut Patent) -> bool {
    match view.name() {
        pat::PATENT_PUBLICATION_IDENTIFICATION => publication(view, patent),
        pat::APPLICATION_IDENTIFICATION => application(view, patent),
        pat::PATENT_GRANT_IDENTIFICATION => granted(view, patent),
        pat::PRIORITY_CLAIM_BAG => priorities(view, patent),
        pat::GRANT_TERM => patent.term = Some(term(view)),
        pat::PATENT_CLASSIFICATION_BAG => {
            patent.classifications.extend(classification::bag(view));
        }
        pat::INVENTION_TITLE_BAG => {
            let all = view.all(pat::INVENTION_TITLE).map(title);
            patent.titles.extend(all.filter(is_said));
        }
        pat::INVENTION_TITLE | pat::ESTABLISHED_INVENTION_TITLE => {
            patent.titles.push(title(view));
        }
        pat::PLANT_NAME => patent.plant = Some(plant(view)),
        pat::REFERENCE_CITATION_BAG => patent.citations.extend(citation::references(view)),
        pat::CLAIM_TOTAL_QUANTITY => patent.claim_count = view.text(),
        pat::SEARCH_FIELD => patent.field_of_search.extend(field_of_search(view)),
        pat::FIGURE_BAG => patent.figures = Some(figures(view)),
        pat::RELATED_DOCUMENT_BAG => patent.relations.extend(relation::relations(view)),
        pat::EXEMPLARY_CLAIM_BAG => {
            patent
                .exemplary_claims
                .extend(view.texts_of(pat::CLAIM_NUMBER));
        }
        com::HAGUE_AGREEMENT_DATA => patent.hague = Some(hague(view)),
        pat::INTERNATIONAL_FILING_DATA | pat::REGIONAL_FILING_DATA => {
            patent.filings.push(relation::filing(view));
        }
        pat::INTERNATIONAL_PUBLISHING_DATA | pat::REGIONAL_PUBLISHING_DATA => {
            patent.publications.push(relation::publishing(view));
        }
        pat::PATENT_FAMILY => patent.family = Some(relation::family(view)),
        com::BIO_DEPOSIT => patent.deposits.push(media::deposit(view)),
        pat::PLAIN_LANGUAGE_DESIGNATION_TEXT => {
            let mut said = Statement::text("plain-language-designation", view.text());
            if !language(view).is_empty() {
                said.attributes.push(Attribute::new("lang", language(view)));
            }
            patent.publication.designations.push(said);
        }
        com::FILING_LANGUAGE_CODE => patent.application.filing_language = view.text(),
        com::PUBLICATION_LANGUAGE_CODE => patent.publication_language = view.text(),
        pat::STATE_DESIGNATION => designations(view, patent),
        pat::PUBLIC_AVAILABILITY_DATA_BAG => notes::availability(view, patent),
        pat::RIGHTS_EFFECTIVE_DATE_BAG => {
            let dates = view.elements().filter_map(event);
            patent.milestones.extend(dates);
        }
        pat::EARLIEST_PRIORITY_APPLICATION if view.child(pat::FILING_DATE).is_some() => {
            patent.milestones.push(Milestone {
                code: "date-of-earliest-priority".into(),
                date: date::of(view, pat::FILING_DATE),
                ..Milestone::default()
            });
        }
        pat::OPPOSITION_DATA => party::opposition(view, &mut patent.parties),
        pat::LICENCE_BAG => party::licences(view, &mut patent.parties),
        pat::SEARCH_COMPLETE_DATE => {
            patent.search.get_or_insert_default().completed = model::Date::new(view.text());
        }
        _ => {
            return match event(view) {
                Some(milestone) => {
                    patent.milestones.push(milestone);
                    true
                }
                None => party::parties(view, &mut patent.parties),
            };
        }
    }
    true
}

/// The publication. What is nothing but blanks was written for the schema's sake.
fn publication(view: View<'_, '_>, patent: &mut Patent) {
    let mut id = document::publication(view);
    patent.publication.id = std::mem::take(&mut id.id);
    if id != DocumentId::default() {
        patent.publication.documents.push(id);
    }
}

/// The grant, where it says more than the publication.
///
/// Clause: ST.96 V6_0 pat:PatentGrantIdentification
fn granted(view: View<'_, '_>, patent: &mut Patent) {
    let id = document::grant(view);
    let is_published = patent.publication.documents.iter().any(|published| {
        published.office == id.office && published.number == id.number && published.kind == id.kind
    });
    if !is_published {
        patent.milestones.push(Milestone {
            code: "printed-with-grant".into(),
            document: Some(id),
            ..Milestone::default()
        });
    }
}

/// The application.
///
/// Clause: ST.96 V6_0 pat:ApplicationIdentification
fn application(view: View<'_, '_>, patent: &mut Patent) {
    let mut id = document::application(view);
    let application = &mut patent.application;
    if application.id.is_empty() {
        application.id = std::mem::take(&mut id.id);
    }
    if application.reference.is_empty() {
        application.reference = view.text_of(com::APPLICANT_FILE_REFERENCE);
    }
    let matter = view.text_of(pat::INVENTION_SUBJECT_MATTER_CATEGORY);
    if application.kind.is_empty() {
        application.kind = inline::uncapitalized(&matter);
    }
    let is_filled_in = id.is_empty() && id.office == "XX" && id.date.is_empty();
    if id != DocumentId::default() && !is_filled_in {
        application.documents.push(id);
    }
}

fn priorities(view: View<'_, '_>, patent: &mut Patent) {
    for child in view.elements() {
        match child.name() {
            pat::PRIORITY_CLAIM => patent.priorities.push(priority(child)),
            pat::INCORPORATION_BY_REFERENCE_INDICATOR => {
                patent.incorporated_by_reference = matches!(child.text().as_str(), "true" | "1");
            }
            _ => {}
        }
    }
}

/// Reads a priority claim.
///
/// Clause: ST.96 V6_0 pat:PriorityClaim
fn priority(view: View<'_, '_>) -> Priority {
    let mut document = document::application(view);
    document.id = Str::default();
    let kind = view.text_of(pat::APPLICATION_FILING_CATEGORY);
    let mut out = Priority {
        id: id(view),
        sequence: view.value(attr::SEQUENCE_NUMBER).into(),
        kind: match kind.as_str() {
            "PCT" => "international".into(),
            other => inline::uncapitalized(other),
        },
        offices: view.texts_of(pat::INDICATED_IP_OFFICE_CODE),
        ..Priority::default()
    };
    if document != DocumentId::default() {
        out.documents.push(document);
    }
    for child in view.elements() {
        let code = match child.name() {
            pat::REQUESTED_PRIORITY_DOCUMENT_INDICATOR => "priority-doc-requested",
            pat::ATTACHED_PRIORITY_DOCUMENT_INDICATOR => "priority-doc-attached",
            pat::ONLINE_AVAILABLE_PRIORITY_DOCUMENT_INDICATOR => "priority-doc-from-library",
            _ => continue,
        };
        if matches!(child.text().as_str(), "true" | "1") {
            out.statements.push(Statement::flag(code));
        }
    }
    out
}

/// The term of the grant.
///
/// Clause: ST.96 V6_0 pat:GrantTerm
fn term(view: View<'_, '_>) -> Term {
    let disclaimers = view
        .all(pat::TERMINAL_DISCLAIMER)
        .map(|child| TermDisclaimer {
            date: date::of(child, pat::DISCLAIMER_DATE),
            text: child.text_of(pat::DISCLAIMER_TEXT),
        });
    Term {
        lengths: view.texts_of(pat::GRANT_LENGTH_QUANTITY),
        extensions: view.texts_of(pat::TERM_EXTENSION_QUANTITY),
        disclaimers: disclaimers.collect(),
        ..Term::default()
    }
}

/// Reads a title.
///
/// Clause: ST.96 V6_0 pat:InventionTitleBag
fn title(view: View<'_, '_>) -> Title {
    Title {
        id: id(view),
        language: language(view),
        content: inline::mixed(view),
        ..Title::default()
    }
}

fn is_said(title: &Title) -> bool {
    *title != Title::default()
}

fn plant(view: View<'_, '_>) -> Plant {
    let words = |name| {
        let all = view.texts_of(name).into_iter();
        all.map(Inline::Text).collect()
    };
    Plant {
        latin: words(pat::BOTANICAL_NAME),
        variety: words(pat::PLANT_COMMON_NAME),
    }
}

/// The field of search: classes, and all else as text.
///
/// Clause: ST.96 V6_0 pat:SearchField
fn field_of_search(view: View<'_, '_>) -> Vec<Classification> {
    let mut out = Vec::new();
    for child in view.elements() {
        match child.name() {
            pat::PATENT_CLASSIFICATION_BAG => out.extend(classification::bag(child)),
            pat::SEARCH_FIELD_TEXT => out.push(Classification {
                scheme: "classification-text".into(),
                texts: vec![child.text()],
                ..Classification::default()
            }),
            _ => {}
        }
    }
    out
}

fn figures(view: View<'_, '_>) -> FigureSummary {
    let published = view.all(pat::PUBLISH_FIGURE);
    FigureSummary {
        sheets: view.text_of(pat::DRAWING_SHEET_TOTAL_QUANTITY),
        figures: view.text_of(pat::FIGURE_TOTAL_QUANTITY),
        to_publish: published
            .flat_map(|child| child.texts_of(pat::FIGURE_NUMBER))
            .collect(),
    }
}

/// An international registration of a design.
///
/// Clause: ST.96 V6_0 com:HagueAgreementData
fn hague(view: View<'_, '_>) -> HagueData {
    HagueData {
        filed: date::of(view, com::INTERNATIONAL_FILING_DATE),
        published: date::of(view, com::INTERNATIONAL_REGISTRATION_PUBLICATION_DATE),
        number: view.text_of(com::INTERNATIONAL_REGISTRATION_NUMBER),
        registered: date::of(view, com::INTERNATIONAL_REGISTRATION_DATE),
    }
}

/// Designated states.
///
/// Clause: ST.96 V6_0 pat:StateDesignation
fn designations(view: View<'_, '_>, patent: &mut Patent) {
    for child in view.elements() {
        let code = match child.name() {
            pat::NATIONAL_DESIGNATION => "national",
            pat::REGIONAL_DESIGNATION => "regional",
            _ => continue,
        };
        patent.designations.push(Designation {
            code: code.into(),
            region: child.text_of(pat::REGIONAL_OFFICE_CODE),
            countries: child.texts_of(com::DESIGNATED_COUNTRY_CODE),
            ..Designation::default()
        });
    }
}

/// A dated event, by its name in ST.36 where it has one.
fn event(view: View<'_, '_>) -> Option<Milestone> {
    let code = event_code(view.name())?;
    Some(Milestone {
        code: code.into(),
        date: model::Date::new(view.text()),
        ..Milestone::default()
    })
}

/// Names of events.
///
/// Clause: ST.96 V6_0 pat:RightsEffectiveDateBag
fn event_code(name: Name) -> Option<&'static str> {
    Some(match name {
        com::EXAMINATION_REQUEST_DATE => "request-for-examination",
        pat::FIRST_DESPATCHED_EXAMINATION_REPORT_DATE => "first-examination-report-despatched",
        pat::PATENT_MAINTAINED_AS_AMENDED_DATE => "patent-maintained-as-amended",
        pat::PROCEEDINGS_SUSPENSION_DATE => "proceedings-suspended",
        pat::PROCEEDINGS_RESUMPTION_DATE => "proceedings-resumed",
        pat::PROCEEDINGS_INTERRUPTION_DATE => "proceedings-interrupted",
        pat::AFTER_APPEAL_RIGHTS_NOTIFICATION_DATE => "notification-of-rights-after-appeal",
        pat::ENTERED_INTO_FORCE_DATE => "date-entering-into-force",
        pat::PATENT_REVOCATION_DATE => "date-of-revocation",
        pat::EXHIBITION_FILING_DATE => "date-exhibition-filed",
        pat::COMPLETE_SPECIFICATION_FILING_DATE => "date-complete-specification-filed",
        pat::RIGHTS_REESTABLISHED_DATE => "date-rights-reestablished",
        pat::APPLICATION_WITHDRAWN_DATE => "date-application-withdrawn-by-applicant",
        pat::APPLICATION_DEEMED_WITHDRAWN_DATE => "date-application-deemed-withdrawn",
        pat::APPLICATION_PARTIALLY_WITHDRAWN_DATE => "date-application-partially-withdrawn",
        pat::PCT_NATIONAL_PHASE_ENTRY_DATE => "date-pct-article-22-39-fulfilled",
        _ => return None,
    })
}
