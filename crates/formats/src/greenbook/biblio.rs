//! The bibliographic groups of the Green Book.
//!
//! Clause: APS PATN

use super::body::line;
use super::party::{self, as_written, country};
use model::{
    Citation, Classification, Date, DocumentId, FigureSummary, Milestone, NonPatent, PartyRole,
    Patent, Priority, RegionalData, Relation, Statement, Symbol, TermDisclaimer, Title,
};
use xml::tree::Element;

/// Reads `PATN`, the first group.
///
/// Clause: APS WKU
pub(super) fn patent(group: &Element<'_, '_>, patent: &mut Patent) {
    let mut publication = DocumentId {
        office: "US".into(),
        ..DocumentId::default()
    };
    let mut filed = DocumentId {
        office: "US".into(),
        ..DocumentId::default()
    };
    let mut figures = FigureSummary::default();
    let mut art_unit = String::new();
    for field in group.elements() {
        let said = line(&field);
        match field.name() {
            "WKU" if publication.number.is_empty() => {
                publication.number = without_check(&said, 9).into();
                checked(
                    "number-with-check-digit",
                    &said,
                    9,
                    &mut patent.publication.statements,
                );
            }
            "SRC" if patent.application.series.is_empty() => {
                patent.application.series = said.into();
            }
            "APN" if filed.number.is_empty() => {
                filed.number = without_check(&said, 7).into();
                checked(
                    "number-with-check-digit",
                    &said,
                    7,
                    &mut patent.application.statements,
                );
            }
            "APT" if patent.application.kind.is_empty() => {
                patent.application.kind = application_kind(&said).into();
                let statement = Statement::text("application-type-code", said);
                patent.application.statements.push(statement);
            }
            "APD" if filed.date.is_empty() => filed.date = Date::new(said),
            "ISD" if publication.date.is_empty() => publication.date = Date::new(said),
            "ART" if art_unit.is_empty() => art_unit = said,
            "TTL" => patent.titles.push(Title {
                content: super::signs::inlines(&said),
                ..Title::default()
            }),
            "NCL" if patent.claim_count.is_empty() => patent.claim_count = said.into(),
            "ECL" => {
                let numbers = said.split([',', ';']).map(|number| number.trim().into());
                patent.exemplary_claims.extend(numbers);
            }
            "EXP" => patent
                .parties
                .push(party::examiner(&field, PartyRole::PrimaryExaminer)),
            "EXA" => patent
                .parties
                .push(party::examiner(&field, PartyRole::AssistantExaminer)),
            "NDR" if figures.sheets.is_empty() => figures.sheets = said.into(),
            "NFG" if figures.figures.is_empty() => figures.figures = said.into(),
            "DCD" => patent
                .term
                .get_or_insert_default()
                .disclaimers
                .push(TermDisclaimer {
                    date: Date::new(said),
                    ..TermDisclaimer::default()
                }),
            "TRM" => patent
                .term
                .get_or_insert_default()
                .lengths
                .push(said.into()),
            code => patent.statements.push(Statement::text(name(code), said)),
        }
    }
    series(&patent.application.series, &mut filed);
    patent.figures = (figures != FigureSummary::default()).then_some(figures);
    patent.publication.documents.push(publication);
    if !filed.number.is_empty() || !filed.date.is_empty() {
        patent.application.documents.push(filed);
    }
    unit(&art_unit, patent);
}

/// What a code of the first group says that has no place of its own.
fn name(code: &str) -> &str {
    match code {
        "PBL" => "publication-level",
        "NPS" => "number-of-text-pages",
        other => other,
    }
}

/// A number of so many characters without the last one, which checks the others.
fn without_check(number: &str, length: usize) -> &str {
    let is_checked = number.len() == length && number.is_ascii();
    if is_checked {
        &number[..length - 1]
    } else {
        number
    }
}

fn checked(code: &str, number: &str, length: usize, out: &mut Vec<Statement>) {
    if without_check(number, length) != number {
        out.push(Statement::text(code, number));
    }
}

/// Puts the series of applications before the number in it, as later documents of the office do: 05518454.
fn series(series: &str, filed: &mut DocumentId) {
    let is_number = |text: &str, length: usize| {
        (1..=length).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if is_number(series, 2) && filed.number.len() == 6 && is_number(&filed.number, 6) {
        filed.number = format!("{series:0>2}{}", filed.number).into();
    }
}

/// Clause: APS APT
fn application_kind(code: &str) -> &str {
    match code {
        "1" => "utility",
        "2" => "reissue",
        "4" => "design",
        "5" => "defensive publication",
        "6" => "plant",
        "7" => "statutory invention registration",
        other => other,
    }
}

/// The unit of the examiners: that of the primary one, as later documents say it.
fn unit(unit: &str, patent: &mut Patent) {
    if unit.is_empty() {
        return;
    }
    let mut parties = patent.parties.iter_mut();
    let primary = parties.find(|party| party.role == PartyRole::PrimaryExaminer);
    match primary.and_then(|party| party.contacts.first_mut()) {
        Some(contact) => contact.name.department = unit.into(),
        None => patent.statements.push(Statement::text("art-unit", unit)),
    }
}

/// Reads `PRIR`: a priority claim, or several.
///
/// Clause: APS PRIR
pub(super) fn priority(group: &Element<'_, '_>, patent: &mut Patent) {
    let mut out = Priority {
        sequence: (patent.priorities.len() + 1).to_string().into(),
        documents: vec![DocumentId::default()],
        ..Priority::default()
    };
    for field in group.elements() {
        let said = line(&field);
        let id = &mut out.documents[0];
        match field.name() {
            "CNT" if id.office.is_empty() => {
                id.office = country(&said);
                out.statements.extend(as_written(&said));
            }
            "APD" if id.date.is_empty() => id.date = Date::new(said),
            "APN" if id.number.is_empty() => id.number = said.into(),
            code => out.statements.push(Statement::text(code, said)),
        }
    }
    patent.priorities.push(out);
}

/// Reads `RLAP` or `REIS`: a related application.
///
/// Clause: APS RLAP
pub(super) fn relation(group: &Element<'_, '_>, patent: &mut Patent) {
    let mut out = Relation {
        kind: if group.name() == "REIS" {
            "reissue"
        } else {
            "related-application"
        }
        .into(),
        ..Relation::default()
    };
    let mut parent = DocumentId::default();
    let mut grant = DocumentId::default();
    for field in group.elements() {
        let said = line(&field);
        match field.name() {
            "COD" => {
                if let Some(kind) = relation_kind(&said).filter(|_| group.name() == "RLAP") {
                    out.kind = kind.into();
                }
                out.statements.push(Statement::text("relation-code", said));
            }
            "APN" if parent.number.is_empty() => parent.number = said.into(),
            "APD" if parent.date.is_empty() => parent.date = Date::new(said),
            "PSC" if out.status.is_empty() => out.status = said.into(),
            "PNO" if grant.number.is_empty() => grant.number = said.into(),
            "ISD" if grant.date.is_empty() => grant.date = Date::new(said),
            code => out.statements.push(Statement::text(code, said)),
        }
    }
    for (id, list) in [(parent, &mut out.parents), (grant, &mut out.parent_grants)] {
        if id != DocumentId::default() {
            list.push(DocumentId {
                office: "US".into(),
                ..id
            });
        }
    }
    patent.relations.push(out);
}

/// The name of a relation in later documents.
fn relation_kind(code: &str) -> Option<&'static str> {
    Some(match code {
        "71" => "continuation",
        "72" => "continuation-in-part",
        "74" => "division",
        _ => return None,
    })
}

/// Reads `PCTA`: the international application and its publication.
///
/// Clause: APS PCTA
pub(super) fn international(group: &Element<'_, '_>, patent: &mut Patent) {
    let mut filing = RegionalData {
        code: "pct-or-regional-filing-data".into(),
        ..RegionalData::default()
    };
    let international = || DocumentId {
        office: "WO".into(),
        ..DocumentId::default()
    };
    let mut filed = international();
    let mut published = international();
    for field in group.elements() {
        let said = line(&field);
        let dated = |code: &str| Milestone {
            code: code.into(),
            date: Date::new(said.as_str()),
            ..Milestone::default()
        };
        match field.name() {
            "PCN" if filed.number.is_empty() => filed.number = said.into(),
            "PD1" => filing.dates.push(dated("us-371c124-date")),
            "PD2" => filing.dates.push(dated("us-102e-date")),
            "PD3" if filed.date.is_empty() => filed.date = Date::new(said),
            "PCP" if published.number.is_empty() => published.number = said.into(),
            "PCD" if published.date.is_empty() => published.date = Date::new(said),
            code => filing.statements.push(Statement::text(code, said)),
        }
    }
    if !filed.number.is_empty() || !filed.date.is_empty() {
        filing.documents.push(filed);
    }
    patent.filings.push(filing);
    if !published.number.is_empty() || !published.date.is_empty() {
        patent.publications.push(RegionalData {
            code: "pct-or-regional-publishing-data".into(),
            documents: vec![published],
            ..RegionalData::default()
        });
    }
}

/// Reads `CLAS`: the classes of the United States, the international ones, and the field of search.
///
/// Clause: APS CLAS
pub(super) fn classes(group: &Element<'_, '_>, patent: &mut Patent) {
    let is_design = patent.application.kind == "design";
    let mut national = scheme("national");
    let mut international = scheme(if is_design { "locarno" } else { "ipc" });
    let mut class = None;
    for field in group.elements() {
        let said = line(&field);
        match field.name() {
            "OCL" | "XCL" | "UCL" | "DCL" => us_symbol(&field, &mut national),
            "EDF" if international.edition.is_empty() => international.edition = said.into(),
            "ICL" => symbol(Symbol::of(ends_trimmed(&field)), &mut international),
            "FSC" => {
                search(class.take(), patent);
                class = Some(said);
            }
            "FSS" => {
                let whole = match class.take() {
                    Some(class) => format!("{class} {said}"),
                    None => said,
                };
                search(Some(whole), patent);
            }
            code => patent.statements.push(Statement::text(code, said)),
        }
    }
    search(class, patent);
    for classification in [international, national] {
        if classification.main.is_some() || !classification.symbols.is_empty() {
            patent.classifications.push(classification);
        } else if !classification.edition.is_empty() {
            let edition = Statement::text("edition", classification.edition);
            patent.statements.push(edition);
        }
    }
}

/// Keeps a class of the field of search with the subclasses that were searched, as later documents do.
fn search(class: Option<String>, patent: &mut Patent) {
    patent
        .field_of_search
        .extend(class.map(|class| Classification {
            main: Some(Symbol::of(class)),
            ..scheme("national")
        }));
}

fn scheme(scheme: &str) -> Classification {
    Classification {
        scheme: scheme.into(),
        office: if scheme == "national" { "US" } else { "" }.into(),
        ..Classification::default()
    }
}

fn symbol(symbol: Symbol, out: &mut Classification) {
    if out.main.is_none() && out.symbols.is_empty() {
        out.main = Some(symbol);
    } else {
        out.symbols.push(symbol);
    }
}

/// A class of the United States: the first original one is the main one; unofficial ones and digests say so.
fn us_symbol(field: &Element<'_, '_>, out: &mut Classification) {
    let one = Symbol {
        scheme: match field.name() {
            "UCL" => "unofficial",
            "DCL" => "digest",
            _ => "",
        }
        .into(),
        ..Symbol::of(ends_trimmed(field))
    };
    if field.name() == "OCL" && out.main.is_none() {
        out.main = Some(one);
    } else {
        out.symbols.push(one);
    }
}

/// A symbol with the blanks in it: they stand for columns.
fn ends_trimmed(field: &Element<'_, '_>) -> String {
    field.text().trim().to_owned()
}

/// Reads `UREF` or `FREF`: a cited patent document.
///
/// Clause: APS UREF
pub(super) fn cited(group: &Element<'_, '_>, patent: &mut Patent) {
    let mut out = Citation::default();
    let mut id = DocumentId::default();
    if group.name() == "UREF" {
        id.office = "US".into();
    }
    for field in group.elements() {
        let said = line(&field);
        match field.name() {
            "PNO" if id.number.is_empty() => id.number = said.into(),
            "ISD" if id.date.is_empty() => id.date = Date::new(said),
            "NAM" if id.name.is_empty() => id.name = said.into(),
            "CNT" if id.office.is_empty() => {
                id.office = country(&said);
                out.statements.extend(as_written(&said));
            }
            "OCL" | "XCL" | "UCL" => out.classifications.push(classified("national", &field)),
            "ICL" => out.classifications.push(classified("ipc", &field)),
            code => out.statements.push(Statement::text(code, said)),
        }
    }
    out.documents.push(id);
    patent.citations.push(out);
}

fn classified(scheme: &str, field: &Element<'_, '_>) -> Classification {
    Classification {
        main: Some(Symbol::of(ends_trimmed(field))),
        ..self::scheme(scheme)
    }
}

/// Reads `OREF`: cited literature, a paragraph each.
///
/// Clause: APS OREF
pub(super) fn literature(group: &Element<'_, '_>, patent: &mut Patent) {
    for field in group.elements() {
        patent.citations.push(Citation {
            literature: Some(NonPatent {
                kind: "othercit".into(),
                content: super::signs::inlines(&line(&field)),
                ..NonPatent::default()
            }),
            ..Citation::default()
        });
    }
}
