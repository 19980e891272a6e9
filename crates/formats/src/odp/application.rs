//! An application, whole or in part: each name has its noun, whichever service wrote it.

use super::party::{event_date, named, party};
use super::reader::{fact, keep, patent};
use super::{event, number, term};
use crate::vocabulary::{attributes, text};
use model::{
    Classification, Date, DocumentId, EventDateRole, Inline, LegalEvent, Milestone, Party,
    PartyRole, Patent, Priority, Relation, Str, Symbol, Title,
};
use xml::tree::Element;

/// Names that only an application has.
const PARTS: &[&str] = &[
    "applicationMetaData",
    "applicationNumberText",
    "inventionTitle",
    "patentTermAdjustmentData",
    "transactionContentBag",
    "eventDataBag",
    "assignmentBag",
    "continuityBag",
    "parentContinuityBag",
    "childContinuityBag",
    "foreignPriorityBag",
    "recordAttorney",
    "applId",
];

/// Whether a name tells that what holds it is an application, and no envelope.
pub(super) fn is_part(name: &str) -> bool {
    PARTS.contains(&name)
}

/// What is known of an application while its names are read in whatever order.
#[derive(Default)]
struct Draft {
    number: DocumentId,
    patent: DocumentId,
    published: DocumentId,
    international: DocumentId,
    status: LegalEvent,
    class: Str,
    subclass: Str,
    symbol: Str,
}

/// Reads an application.
pub(super) fn application(element: &Element<'_, '_>) -> Patent {
    let mut out = patent(element.name());
    let mut draft = Draft::default();
    for child in element.elements() {
        part(&child, &mut draft, &mut out);
    }
    out.origin.attributes.extend(attributes(element));
    settle(draft, &mut out);
    out
}

/// Puts together what several names say of one thing.
fn settle(draft: Draft, out: &mut Patent) {
    if draft.number != DocumentId::default() {
        let mut number = draft.number;
        if number.office.is_empty() {
            number.office = "US".into();
        }
        out.application.documents.push(number);
    }
    let published = [draft.patent, draft.published, draft.international];
    for id in published {
        if id.number.is_empty() && id.date.is_empty() {
            continue;
        }
        out.relations.push(Relation {
            kind: "related-publication".into(),
            documents: vec![id],
            ..Relation::default()
        });
    }
    if draft.status != LegalEvent::default() {
        out.events.push(LegalEvent {
            list: "application-status".into(),
            ..draft.status
        });
    }
    let whole = match (draft.symbol.is_empty(), draft.class.as_str()) {
        (false, _) => draft.symbol.clone(),
        (true, "") => draft.subclass.clone(),
        (true, class) if draft.subclass.is_empty() => class.into(),
        (true, class) => format!("{class}/{}", draft.subclass).into(),
    };
    if !whole.is_empty() {
        let mut national = Classification {
            scheme: "national".into(),
            office: "US".into(),
            main: Some(Symbol {
                text: whole,
                ..Symbol::default()
            }),
            ..Classification::default()
        };
        if !draft.symbol.is_empty() {
            let parts = [draft.class, draft.subclass].into_iter();
            national.texts.extend(parts.filter(|part| !part.is_empty()));
        }
        out.classifications.push(national);
    }
}

/// Reads what stands under one name.
fn part(element: &Element<'_, '_>, draft: &mut Draft, out: &mut Patent) {
    if element.is_blank() {
        return element.enter();
    }
    match element.name() {
        "applicationMetaData" | "entityStatusData" | "continuityBag" | "recordAttorney" => {
            for child in element.elements() {
                part(&child, draft, out);
            }
        }
        _ if identity(element, draft, out)
            || status(element, draft, out)
            || people(element, out)
            || events(element, out)
            || data(element, draft, out) => {}
        _ => out.statements.extend(fact(element)),
    }
}

/// Reads numbers and dates of the application and its publications; says whether it was one.
fn identity(element: &Element<'_, '_>, draft: &mut Draft, out: &mut Patent) -> bool {
    let facts = &mut out.statements;
    match element.name() {
        "applicationNumberText" | "applId" => keep(&mut draft.number.number, element, facts),
        "filingDate" | "appFilingDate" => keep(&mut draft.number.date.raw, element, facts),
        "patentNumber" if draft.patent.number.is_empty() => {
            let date = std::mem::take(&mut draft.patent.date);
            draft.patent = number::publication(&text(element));
            draft.patent.date = date;
        }
        "grantDate" | "patentIssueDate" => keep(&mut draft.patent.date.raw, element, facts),
        "earliestPublicationNumber" | "appEarlyPubNumber" if draft.published.number.is_empty() => {
            let date = std::mem::take(&mut draft.published.date);
            draft.published = number::publication(&text(element));
            draft.published.date = date;
        }
        "earliestPublicationDate" | "appEarlyPubDate" => {
            keep(&mut draft.published.date.raw, element, facts);
        }
        "pctPublicationNumber" | "wipoEarlyPubNumber" if draft.international.number.is_empty() => {
            let date = std::mem::take(&mut draft.international.date);
            draft.international = number::publication(&text(element));
            if draft.international.number.starts_with("WO") {
                draft.international.office = "WO".into();
            }
            draft.international.date = date;
        }
        "pctPublicationDate" | "wipoEarlyPubDate" => {
            keep(&mut draft.international.date.raw, element, facts);
        }
        "docketNumber" | "appAttrDockNumber" => {
            keep(&mut out.application.reference, element, facts);
        }
        "effectiveFilingDate" => out.milestones.push(Milestone {
            code: element.name().into(),
            date: Date::new(text(element)),
            ..Milestone::default()
        }),
        "applicationTypeLabelName" | "appType" if out.application.kind.is_empty() => {
            let kind = text(element);
            match kind.to_ascii_lowercase().as_str() {
                known @ ("utility" | "design" | "plant") => out.application.kind = known.into(),
                _ => facts.extend(fact(element)),
            }
        }
        _ => return false,
    }
    true
}

/// Reads what the application has become; says whether it was that.
fn status(element: &Element<'_, '_>, draft: &mut Draft, out: &mut Patent) -> bool {
    let facts = &mut out.statements;
    match element.name() {
        "applicationStatusCode" => keep(&mut draft.status.code, element, facts),
        "applicationStatusDescriptionText" | "appStatus" => {
            keep(&mut draft.status.description, element, facts);
        }
        "applicationStatusDate" | "appStatusDate" => {
            event_date(element, EventDateRole::Event, &mut draft.status);
        }
        _ => return false,
    }
    true
}

/// Reads parties; says whether it was one.
fn people(element: &Element<'_, '_>, out: &mut Patent) -> bool {
    let (role, kind) = match element.name() {
        "inventorBag" | "inventors" => (PartyRole::Inventor, ""),
        "applicantBag" | "applicants" => (PartyRole::Applicant, ""),
        "attorneyBag" | "powerOfAttorneyBag" | "attrnyAddr" => (PartyRole::Agent, ""),
        "correspondenceAddressBag" | "customerNumberCorrespondenceData" => {
            (PartyRole::Correspondent, "")
        }
        "customerNumber" if element.has_elements() => (PartyRole::Correspondent, "customerNumber"),
        "examinerNameText" | "appExamName" => {
            let name = text(element);
            out.parties
                .push(named(name, PartyRole::PrimaryExaminer, ""));
            return true;
        }
        _ => return false,
    };
    let party: Party = party(element, role, kind);
    out.parties.push(party);
    true
}

/// Reads what happened; says whether it was that.
fn events(element: &Element<'_, '_>, out: &mut Patent) -> bool {
    match element.name() {
        "transactionContentBag" | "eventDataBag" | "transactions" => {
            out.events.push(event::transaction(element, "transaction"));
        }
        "assignmentBag" | "assignments" => out.events.push(event::assignment(element)),
        "documentBag" => {
            let mut number = Str::default();
            out.events.push(event::paper(element, &mut number));
        }
        "ptaPteTranHistory" => {
            let step = event::transaction(element, "term-adjustment");
            out.events.push(step);
        }
        _ => return false,
    }
    true
}

/// Reads all other data that have a noun; says whether it was one.
fn data(element: &Element<'_, '_>, draft: &mut Draft, out: &mut Patent) -> bool {
    let facts = &mut out.statements;
    match element.name() {
        "inventionTitle" | "patentTitle" => out.titles.push(Title {
            content: vec![Inline::Text(text(element))],
            ..Title::default()
        }),
        "cpcClassificationBag" => symbol(element, "cpc-text", out),
        "class" | "appCls" => keep(&mut draft.class, element, facts),
        "subclass" | "appSubCls" => keep(&mut draft.subclass, element, facts),
        "class/subclass" | "uspcSymbolText" | "appClsSubCls" => {
            keep(&mut draft.symbol, element, facts);
        }
        "patentTermAdjustmentData" => term::adjustment(element, out),
        "totalPtoDays" | "applDelay" | "cDelay" | "ptoAdjustments" | "overlapDelay" | "aDelay"
        | "bDelay" | "ptoDelay" | "ptaPteInd" => term::days(element, out),
        "parentContinuityBag" | "parentContinuity" => {
            let relation = continuity(element, true);
            out.relations.push(relation);
        }
        "childContinuityBag" | "childContinuity" => {
            let relation = continuity(element, false);
            out.relations.push(relation);
        }
        "foreignPriorityBag" | "foreignPriority" => out.priorities.push(priority(element)),
        _ => return false,
    }
    true
}

fn symbol(element: &Element<'_, '_>, scheme: &str, out: &mut Patent) {
    let symbol = Symbol {
        text: text(element),
        ..Symbol::default()
    };
    let last = out.classifications.last_mut();
    match last.filter(|last| last.scheme == scheme) {
        Some(last) => last.symbols.push(symbol),
        None => out.classifications.push(Classification {
            scheme: scheme.into(),
            symbols: vec![symbol],
            ..Classification::default()
        }),
    }
}

/// Reads a relation to a parent or to a child.
fn continuity(element: &Element<'_, '_>, to_parent: bool) -> Relation {
    let mut out = Relation::default();
    let mut parent = DocumentId::default();
    let mut child = DocumentId::default();
    let mut patent = DocumentId::default();
    let mut date = Str::default();
    for one in element.elements() {
        let facts = &mut out.statements;
        match one.name() {
            "claimParentageTypeCode" => {
                let code = text(&one);
                out.kind = kind_of(&code).into();
                facts.extend(fact(&one));
            }
            "parentApplicationNumberText" | "claimApplicationNumberText" => {
                keep(&mut parent.number, &one, facts);
            }
            "childApplicationNumberText" | "applicationNumberText" => {
                keep(&mut child.number, &one, facts);
            }
            "parentApplicationFilingDate" => keep(&mut parent.date.raw, &one, facts),
            "childApplicationFilingDate" => keep(&mut child.date.raw, &one, facts),
            "filingDate" => keep(&mut date, &one, facts),
            "parentPatentNumber" | "childPatentNumber" | "patentNumberText" => {
                keep(&mut patent.number, &one, facts);
            }
            "applicationStatusDescriptionText"
            | "applicationStatus"
            | "parentApplicationStatusDescriptionText"
            | "childApplicationStatusDescriptionText"
                if to_parent =>
            {
                keep(&mut out.status, &one, facts);
            }
            _ => facts.extend(fact(&one)),
        }
    }
    // What has no side of its own is said of the other application.
    let other = if to_parent { &mut parent } else { &mut child };
    let day = number::date(&date).map_or(date, Str::from);
    if other.date.is_empty() {
        other.date = Date::new(day);
    }
    if out.kind.is_empty() {
        out.kind = kind_in(&out.statements);
    }
    let with_office = |mut id: DocumentId| {
        let mut full = number::application(std::mem::take(&mut id.number));
        full.date = id.date;
        full
    };
    if !parent.number.is_empty() || !parent.date.is_empty() {
        out.parents.push(with_office(parent));
    }
    if !child.number.is_empty() || !child.date.is_empty() {
        out.children.push(with_office(child));
    }
    if !patent.number.is_empty() {
        let mut id = number::publication(&patent.number);
        id.format = String::new().into();
        let grants = if to_parent {
            &mut out.parent_grants
        } else {
            id.format = "publication".into();
            &mut out.children
        };
        grants.push(id);
    }
    out
}

/// The kind of a relation by the code of the office.
///
/// Clause: ST.36 related-documents
fn kind_of(code: &str) -> &'static str {
    match code {
        "CON" => "continuation",
        "CIP" => "continuation-in-part",
        "DIV" => "division",
        "PRO" => "us-provisional-application",
        "REI" => "reissue",
        "REX" => "reexamination",
        "SUB" => "substitution",
        "NST" => "us-national-stage",
        _ => "continuity",
    }
}

/// The kind of a relation by its words, where there is no code.
fn kind_in(facts: &[model::Statement]) -> Str {
    let mut said = String::new();
    for fact in facts {
        model::text::statement(fact, &mut |text| said.push_str(text));
    }
    let kind = [
        ("Provisional", "us-provisional-application"),
        ("Continuation in part", "continuation-in-part"),
        ("Continuation", "continuation"),
        ("Division", "division"),
        ("National Stage", "us-national-stage"),
        ("Reissue", "reissue"),
    ];
    let found = kind.iter().find(|(word, _)| said.contains(word));
    found.map_or("continuity", |(_, kind)| kind).into()
}

/// Reads a priority; the office is known by the name of its country.
fn priority(element: &Element<'_, '_>) -> Priority {
    let mut out = Priority::default();
    let mut id = DocumentId::default();
    for child in element.elements() {
        let facts = &mut out.statements;
        match child.name() {
            "priorityNumberText" | "applicationNumberText" => {
                keep(&mut id.number, &child, facts);
            }
            "filingDate" | "priorityDate" => {
                let raw = text(&child);
                let raw = number::date(&raw).map_or(raw, Str::from);
                if id.date.is_empty() {
                    id.date = Date::new(raw);
                }
            }
            "countryName" | "ipOfficeName" | "country" => {
                let office = number::office(&text(&child));
                if let Some(office) = office {
                    id.office = office.into();
                }
                facts.extend(fact(&child));
            }
            "ipOfficeCode" | "countryCode" => keep(&mut id.office, &child, facts),
            _ => facts.extend(fact(&child)),
        }
    }
    out.documents.push(id);
    out
}
