//! The bibliographic part of ST.32: `SDOBI` with its B codes.
//!
//! Clause: ST.9

use super::{citation, party, relation, text};
use crate::vocabulary::{attributes, code, once};
use model::{
    Classification, Date, Deposit, DocumentId, FigureSummary, Milestone, Patent, Plant, Priority,
    RegionalData, Statement, Symbol, TermDisclaimer, Title,
};
use text::leaf;
use xml::tree::Element;

/// Reads `SDOBI`.
///
/// Clause: ST.32 SDOBI
pub(super) fn sdobi(element: &Element<'_, '_>, patent: &mut Patent) {
    if let Some(language) = element.attribute("LA") {
        patent.language = language.to_lowercase().into();
    }
    patent.origin.bibliographic = attributes(element);
    let mut publication = DocumentId::default();
    let mut application = DocumentId::default();
    for group in element.elements() {
        match group.name() {
            "B100" => published(&group, &mut publication, patent),
            "B200" => filed(&group, &mut application, patent),
            "B300" => priority(&group, patent),
            "B400" => each(&group, patent, dates),
            "B500" => each(&group, patent, technical),
            "B600" => each(&group, patent, relation::relation),
            "B700" => party::parties(&group, patent),
            "B800" => each(&group, patent, conventions),
            _ => {}
        }
        patent.origin.bibliographic.extend(attributes(&group));
    }
    identify(&mut publication, patent);
    patent.office.clone_from(&publication.office);
    if !application.is_empty() && application.office.is_empty() {
        application.office.clone_from(&publication.office);
    }
    patent.publication.documents.push(publication);
    if application != DocumentId::default() {
        patent.application.documents.push(application);
    }
    of_designs(patent);
}

fn each(group: &Element<'_, '_>, patent: &mut Patent, read: fn(&Element<'_, '_>, &mut Patent)) {
    for item in group.elements() {
        read(&item, patent);
        let inid = attributes(&item);
        patent.origin.bibliographic.extend(inid);
    }
}

/// What `B100` does not say of the identity of the document, the root says.
fn identify(publication: &mut DocumentId, patent: &Patent) {
    let Some(said) = patent.root_document() else {
        return;
    };
    for (slot, said) in [
        (&mut publication.office, said.office),
        (&mut publication.number, said.number),
        (&mut publication.kind, said.kind),
    ] {
        if slot.is_empty() {
            *slot = said;
        }
    }
}

/// The class of a design is one of Locarno, though it stands where others have one of the IPC.
fn of_designs(patent: &mut Patent) {
    let kind = patent.document().map(|id| id.kind.clone());
    if !kind.is_some_and(|kind| kind.starts_with('S')) {
        return;
    }
    for classification in &mut patent.classifications {
        if classification.scheme == "ipc" {
            classification.scheme = "locarno".into();
        }
    }
}

fn published(group: &Element<'_, '_>, id: &mut DocumentId, patent: &mut Patent) {
    for item in group.elements() {
        match item.name() {
            "B110" => once(&mut id.number, &item),
            "B130" => once(&mut id.kind, &item),
            "B140" => once(&mut id.date.raw, &item),
            "B190" => once(&mut id.office, &item),
            _ => patent
                .publication
                .statements
                .push(text::statement(&item, item.name())),
        }
        patent.origin.bibliographic.extend(attributes(&item));
    }
}

fn filed(group: &Element<'_, '_>, id: &mut DocumentId, patent: &mut Patent) {
    for item in group.elements() {
        match item.name() {
            "B210" => once(&mut id.number, &item),
            "B211US" => once(&mut patent.application.series, &item),
            "B220" => once(&mut id.date.raw, &item),
            "B221US" => flag("rule-47-flag", &item, patent),
            "B222US" => {
                let code = "us-issued-on-continued-prosecution-application";
                patent.statements.push(text::statement(&item, code));
            }
            _ => patent.statements.push(text::statement(&item, item.name())),
        }
        patent.origin.bibliographic.extend(attributes(&item));
    }
}

/// A fact that is said by an element alone.
fn flag(code: &str, element: &Element<'_, '_>, patent: &mut Patent) {
    patent.statements.push(text::statement(element, code));
}

fn priority(group: &Element<'_, '_>, patent: &mut Patent) {
    let mut out = Priority {
        sequence: (patent.priorities.len() + 1).to_string().into(),
        ..Priority::default()
    };
    let mut id = DocumentId::default();
    for item in group.elements() {
        match item.name() {
            "B310" => once(&mut id.number, &item),
            "B320" => once(&mut id.date.raw, &item),
            "B330" => once(&mut id.office, &item),
            _ => out.statements.push(text::statement(&item, item.name())),
        }
        out.attributes.extend(attributes(&item));
    }
    out.documents.push(id);
    patent.priorities.push(out);
}

/// The term of the grant and what limits it.
///
/// Clause: ST.32 B472
fn dates(element: &Element<'_, '_>, patent: &mut Patent) {
    if element.name() != "B472" {
        return patent
            .statements
            .push(text::statement(element, element.name()));
    }
    let term = patent.term.get_or_insert_default();
    for item in element.elements() {
        match item.name() {
            "B473" => term.disclaimers.push(TermDisclaimer {
                date: date(&item),
                ..TermDisclaimer::default()
            }),
            "B473US" => term
                .statements
                .push(text::statement(&item, "subject-to-terminal-disclaimer")),
            "B474" => term.lengths.push(leaf(&item)),
            "B474US" => term.extensions.push(leaf(&item)),
            _ => term.statements.push(text::statement(&item, item.name())),
        }
    }
}

fn technical(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "B510" => patent.classifications.push(code::ipc(element)),
        "B520" => {
            let mut out = code::national(element);
            if out.office.is_empty() {
                out.office = "US".into();
            }
            patent.classifications.push(out);
        }
        "B540" => patent.titles.push(Title {
            content: text::parts(element),
            ..Title::default()
        }),
        "BOTANIC" => patent.plant = Some(plant(element)),
        "B560" => {
            for part in element.elements() {
                patent.citations.push(citation::citation(&part));
            }
        }
        "B570" => {
            for part in element.elements() {
                match part.name() {
                    "B577" => once(&mut patent.claim_count, &part),
                    "B578US" => patent.exemplary_claims.push(leaf(&part)),
                    _ => patent.statements.push(text::statement(&part, part.name())),
                }
            }
        }
        "B580" => searched(element, patent),
        "B590" => figures(element, patent),
        _ => patent
            .statements
            .push(text::statement(element, element.name())),
    }
}

fn plant(element: &Element<'_, '_>) -> Plant {
    let mut out = Plant::default();
    for part in element.elements() {
        match part.name() {
            "LATIN-NAME" if out.latin.is_empty() => out.latin = text::mixed(&part),
            "VARIETY" if out.variety.is_empty() => out.variety = text::mixed(&part),
            _ => {}
        }
    }
    out
}

/// The field of search, a classification each, as in later documents.
///
/// Clause: ST.32 B580
fn searched(element: &Element<'_, '_>, patent: &mut Patent) {
    for part in element.elements() {
        let (scheme, office) = match part.name() {
            "B581" => ("ipc", ""),
            "B582" | "B583US" => ("national", "US"),
            _ => continue,
        };
        patent.field_of_search.push(Classification {
            scheme: scheme.into(),
            office: office.into(),
            main: Some(Symbol::of(leaf(&part))),
            ..Classification::default()
        });
    }
}

fn figures(element: &Element<'_, '_>, patent: &mut Patent) {
    let mut out = FigureSummary::default();
    for part in element.elements() {
        match part.name() {
            "B595" => once(&mut out.sheets, &part),
            "B596" => once(&mut out.figures, &part),
            name => {
                let code = match name {
                    "B594US" => "number-of-text-pages",
                    "B595US" => "number-of-color-drawing-sheets",
                    "B597US" => "exemplary-drawing",
                    other => other,
                };
                patent.statements.push(text::statement(&part, code));
            }
        }
    }
    if out != FigureSummary::default() {
        patent.figures = Some(out);
    }
}

fn conventions(element: &Element<'_, '_>, patent: &mut Patent) {
    match element.name() {
        "B860" => {
            let data = regional("pct-or-regional-filing-data", element);
            patent.filings.push(data);
        }
        "B870" => {
            let data = regional("pct-or-regional-publishing-data", element);
            patent.publications.push(data);
        }
        "B830" => patent.deposits.push(deposit(element)),
        _ => patent
            .statements
            .push(text::statement(element, element.name())),
    }
}

/// Reads `B860` or `B870`.
///
/// Clause: ST.32 B860
fn regional(code: &str, element: &Element<'_, '_>) -> RegionalData {
    let mut out = RegionalData {
        code: code.into(),
        ..RegionalData::default()
    };
    for part in element.elements() {
        match part.name() {
            "B861" | "B871" => {
                for document in part.elements() {
                    match document.name() {
                        "DOC" => out.documents.push(self::document(&document)),
                        _ => out
                            .statements
                            .push(text::statement(&document, document.name())),
                    }
                }
            }
            "B863" | "B864US" => out.dates.push(milestone("us-371c124-date", &part)),
            "B864" => out.dates.push(milestone("us-102e-date", &part)),
            _ => out.statements.push(text::statement(&part, part.name())),
        }
        out.attributes.extend(attributes(&part));
    }
    out
}

fn milestone(code: &str, element: &Element<'_, '_>) -> Milestone {
    Milestone {
        code: code.into(),
        date: date(element),
        ..Milestone::default()
    }
}

/// Reads `B830`: a deposit of biological material.
///
/// Clause: ST.9 83
pub(super) fn deposit(element: &Element<'_, '_>) -> Deposit {
    let mut out = Deposit::default();
    for part in element.elements() {
        match part.name() {
            "B831" => once(&mut out.accession, &part),
            "B832" => once(&mut out.depositary, &part),
            "B833" => once(&mut out.date.raw, &part),
            _ => {}
        }
    }
    out.attributes = attributes(element);
    out
}

/// The date in an element.
pub(super) fn date(element: &Element<'_, '_>) -> Date {
    Date::new(leaf(element))
}

/// Reads `DOC`.
///
/// Clause: ST.32 DOC
pub(super) fn document(element: &Element<'_, '_>) -> DocumentId {
    let mut id = DocumentId {
        language: element.value("LANG").into(),
        ..DocumentId::default()
    };
    for part in element.elements() {
        match part.name() {
            "DNUM" => once(&mut id.number, &part),
            "DATE" => once(&mut id.date.raw, &part),
            "CTRY" => once(&mut id.office, &part),
            "KIND" => once(&mut id.kind, &part),
            "DTXT" => once(&mut id.name, &part),
            "BNUM" => {
                let bulletin = model::Attribute::new("bnum", leaf(&part));
                id.attributes.push(bulletin);
            }
            _ => {}
        }
    }
    id.attributes.extend(attributes(element));
    id
}

/// A statement that says the text of an element.
pub(super) fn said(code: &str, element: &Element<'_, '_>) -> Statement {
    Statement::text(code, leaf(element))
}
