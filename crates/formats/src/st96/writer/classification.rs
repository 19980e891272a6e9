//! Classifications.
//!
//! Clause: ST.96 V6_0 pat:PatentClassificationBag

use super::date;
use super::sheet::Sheet;
use crate::st96::draft::NodeId;
use crate::st96::schema::{Name, attr, com, pat};
use model::{Classification, Combination, Statement, Symbol};

/// Adds classifications to a bag; gives back the texts for which the bag has no place.
pub(super) fn bag<'r>(
    sheet: &mut Sheet<'r>,
    bag: NodeId,
    all: &'r [Classification],
) -> Vec<(&'r str, String)> {
    let mut left = Vec::new();
    for classification in all {
        sheet.spares("classification", &classification.attributes);
        match classification.scheme.as_str() {
            "ipc" => ipc(sheet, bag, classification),
            "ipcr" => ipcr(sheet, bag, classification, &mut left),
            "cpc" => cpc(sheet, bag, classification, &mut left),
            "national" => national(sheet, bag, classification),
            "locarno" => locarno(sheet, bag, classification),
            scheme => left.push((scheme, line(classification))),
        }
        if !is_line_only(classification) {
            rest(classification, &mut left);
        }
    }
    left
}

fn is_line_only(classification: &Classification) -> bool {
    !matches!(
        classification.scheme.as_str(),
        "ipc" | "ipcr" | "cpc" | "national" | "locarno"
    )
}

/// Texts and statements beside the symbols.
fn rest<'r>(classification: &'r Classification, left: &mut Vec<(&'r str, String)>) {
    let scheme = classification.scheme.as_str();
    if scheme != "national" && !classification.office.is_empty() {
        left.push((scheme, classification.office.to_string()));
    }
    if matches!(scheme, "ipcr" | "cpc") && !classification.edition.is_empty() {
        left.push((scheme, classification.edition.to_string()));
    }
    if scheme != "locarno" {
        left.extend(
            classification
                .texts
                .iter()
                .map(|text| (scheme, text.to_string())),
        );
    }
    for statement in &classification.statements {
        left.push((statement.code.as_str(), statement_line(statement)));
    }
}

/// A statement in one line of words.
pub(super) fn statement_line(statement: &Statement) -> String {
    let mut out = String::new();
    model::text::statement(statement, &mut |text| {
        out.push_str(text);
        out.push(' ');
    });
    for attribute in statement
        .attributes
        .iter()
        .filter(|attribute| attribute.name != "id")
    {
        out.push_str(&attribute.value);
        out.push(' ');
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A classification in one line of words, as they were written.
pub(super) fn line(classification: &Classification) -> String {
    let mut out: Vec<String> = vec![
        classification.office.to_string(),
        classification.edition.to_string(),
    ];
    let symbols = classification.main.iter().chain(&classification.symbols);
    out.extend(symbols.map(symbol_line));
    for combination in &classification.combinations {
        out.push(combination.number.to_string());
        for rank in &combination.ranks {
            out.push(format!("{} {}", rank.rank, symbol_line(&rank.symbol)));
        }
    }
    out.extend(classification.texts.iter().map(ToString::to_string));
    out.extend(classification.statements.iter().map(statement_line));
    out.retain(|part| !part.trim().is_empty());
    out.join(" ")
}

fn symbol_line(symbol: &Symbol) -> String {
    [
        &symbol.text,
        &symbol.section,
        &symbol.class,
        &symbol.subclass,
        &symbol.main_group,
        &symbol.subgroup,
        &symbol.version.raw,
        &symbol.level,
        &symbol.position,
        &symbol.value,
        &symbol.action_date.raw,
        &symbol.office,
        &symbol.status,
        &symbol.source,
        &symbol.origin,
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .map(model::Str::as_str)
    .collect::<Vec<_>>()
    .join(" ")
}

/// IPC editions 1 to 7.
fn ipc<'r>(sheet: &mut Sheet<'r>, bag: NodeId, classification: &'r Classification) {
    let element = sheet.draft.element(bag, pat::IPC_CLASSIFICATION);
    sheet.id(element, &classification.id);
    sheet
        .draft
        .leaf(element, com::EDITION, classification.edition.as_str());
    if let Some(main) = &classification.main {
        sheet
            .draft
            .leaf(element, pat::MAIN_CLASSIFICATION, main.text.as_str());
    }
    for symbol in &classification.symbols {
        sheet
            .draft
            .leaf(element, pat::FURTHER_CLASSIFICATION, symbol.text.as_str());
    }
}

/// The reformed IPC.
///
/// Clause: ST.96 V6_0 pat:IPCRClassification
fn ipcr<'r>(
    sheet: &mut Sheet<'r>,
    bag: NodeId,
    classification: &'r Classification,
    left: &mut Vec<(&'r str, String)>,
) {
    if classification.symbols.is_empty() {
        return;
    }
    let list = match sheet.draft.last_child(bag, pat::IPCR_CLASSIFICATION_BAG) {
        Some(list) => list,
        None => sheet.draft.element(bag, pat::IPCR_CLASSIFICATION_BAG),
    };
    for symbol in &classification.symbols {
        let element = sheet.draft.element(list, pat::IPCR_CLASSIFICATION);
        sheet.id(element, &symbol.id);
        sheet.set(element, attr::SEQUENCE_NUMBER, symbol.sequence.as_str());
        sheet.spares("classification-ipcr", &symbol.attributes);
        if symbol.section.is_empty() {
            sheet.draft.leaf(
                element,
                pat::PATENT_CLASSIFICATION_TEXT,
                symbol_line(symbol),
            );
            continue;
        }
        date::leaf(
            sheet,
            element,
            pat::CLASSIFICATION_VERSION_DATE,
            &symbol.version,
        );
        sheet.leaf(
            element,
            pat::PATENT_CLASSIFICATION_LEVEL_CODE,
            symbol.level.as_str(),
        );
        sheet.leaf(element, com::SYMBOL_POSITION_CODE, symbol.position.as_str());
        sheet.leaf(
            element,
            pat::IPC_CLASSIFICATION_VALUE_CODE,
            symbol.value.as_str(),
        );
        date::leaf(sheet, element, pat::ACTION_DATE, &symbol.action_date);
        sheet.leaf(
            element,
            pat::IPC_CLASSIFICATION_STATUS_CODE,
            symbol.status.as_str(),
        );
        let source = symbol.source.as_str();
        sheet.leaf(element, pat::PATENT_CLASSIFICATION_DATA_SOURCE_CODE, source);
        sheet.leaf(element, pat::GENERATING_OFFICE_CODE, symbol.office.as_str());
        parts(sheet, element, pat::SECTION, symbol);
        if !symbol.text.is_empty() {
            left.push(("classification-ipcr", symbol.text.to_string()));
        }
    }
}

fn parts<'r>(sheet: &mut Sheet<'r>, element: NodeId, section: Name, symbol: &'r Symbol) {
    sheet.leaf(element, section, symbol.section.as_str());
    sheet.leaf(element, pat::CLASS, symbol.class.as_str());
    sheet.leaf(element, pat::SUBCLASS, symbol.subclass.as_str());
    sheet.leaf(element, pat::MAIN_GROUP, symbol.main_group.as_str());
    sheet.leaf(element, pat::SUBGROUP, symbol.subgroup.as_str());
}

/// CPC: one main symbol, which the schema demands, then all others and the combination sets.
///
/// Clause: ST.96 V6_0 pat:CPCClassificationBag
fn cpc<'r>(
    sheet: &mut Sheet<'r>,
    bag: NodeId,
    classification: &'r Classification,
    left: &mut Vec<(&'r str, String)>,
) {
    let structured = |symbol: &&Symbol| !symbol.section.is_empty();
    let mut symbols: Vec<&Symbol> = classification
        .main
        .iter()
        .chain(&classification.symbols)
        .filter(structured)
        .collect();
    let all = classification.main.iter().chain(&classification.symbols);
    for symbol in all.filter(|symbol| symbol.section.is_empty()) {
        left.push(("classification-cpc", cpc_line(symbol)));
    }
    if !symbols.is_empty() {
        let element = sheet.draft.element(bag, pat::CPC_CLASSIFICATION_BAG);
        sheet.id(element, &classification.id);
        let first = symbols.remove(0);
        let main = sheet.draft.element(element, pat::MAIN_CPC);
        cpc_symbol(sheet, main, first);
        if !symbols.is_empty() || !classification.combinations.is_empty() {
            let further = sheet.draft.element(element, pat::FURTHER_CPC);
            for symbol in symbols {
                cpc_symbol(sheet, further, symbol);
            }
            for combination in &classification.combinations {
                self::combination(sheet, further, combination);
            }
        }
    } else {
        left.extend(classification.combinations.iter().map(|combination| {
            let ranks = combination
                .ranks
                .iter()
                .map(|rank| format!("{} {}", rank.rank, cpc_line(&rank.symbol)));
            (
                "combination-set",
                format!(
                    "{} {}",
                    combination.number,
                    ranks.collect::<Vec<_>>().join(" ")
                ),
            )
        }));
    }
    let origins: Vec<&str> = classification
        .main
        .iter()
        .chain(&classification.symbols)
        .chain(
            classification
                .combinations
                .iter()
                .flat_map(|c| c.ranks.iter().map(|r| &r.symbol)),
        )
        .filter(|symbol| !symbol.section.is_empty() && !symbol.origin.is_empty())
        .map(|symbol| symbol.origin.as_str())
        .collect();
    if !origins.is_empty() {
        left.push(("scheme-origination-code", origins.join(" ")));
    }
}

/// A symbol that is given in one text, with its scheme and indicators.
fn cpc_line(symbol: &Symbol) -> String {
    let line = symbol_line(symbol);
    if symbol.scheme.is_empty() {
        line
    } else {
        format!("{} {line}", symbol.scheme)
    }
}

fn cpc_symbol<'r>(sheet: &mut Sheet<'r>, node: NodeId, symbol: &'r Symbol) {
    let element = sheet.draft.element(node, pat::CPC_CLASSIFICATION);
    sheet.id(element, &symbol.id);
    if symbol.section.is_empty() {
        sheet.draft.discard(element);
        return sheet.note("classification-cpc", cpc_line(symbol));
    }
    for text in [&symbol.text, &symbol.level] {
        if !text.is_empty() {
            sheet.note("classification-cpc", text.as_str());
        }
    }
    sheet.spare("classification-cpc", "sequence", &symbol.sequence);
    sheet.spares("classification-cpc", &symbol.attributes);
    date::leaf(
        sheet,
        element,
        pat::CLASSIFICATION_VERSION_DATE,
        &symbol.version,
    );
    parts(sheet, element, pat::CPC_SECTION, symbol);
    sheet.leaf(element, com::SYMBOL_POSITION_CODE, symbol.position.as_str());
    sheet.leaf(
        element,
        pat::CPC_CLASSIFICATION_VALUE_CODE,
        symbol.value.as_str(),
    );
    date::leaf(sheet, element, pat::ACTION_DATE, &symbol.action_date);
    sheet.leaf(element, pat::GENERATING_OFFICE_CODE, symbol.office.as_str());
    sheet.leaf(
        element,
        pat::CPC_CLASSIFICATION_STATUS_CODE,
        symbol.status.as_str(),
    );
    sheet.leaf(
        element,
        pat::PATENT_CLASSIFICATION_DATA_SOURCE_CODE,
        symbol.source.as_str(),
    );
}

fn combination<'r>(sheet: &mut Sheet<'r>, node: NodeId, combination: &'r Combination) {
    let element = sheet.draft.element(node, pat::CPC_COMBINATION_SET);
    sheet.id(element, &combination.id);
    sheet
        .draft
        .leaf(element, pat::CPC_GROUP_NUMBER, combination.number.as_str());
    for rank in &combination.ranks {
        let holder = sheet.draft.element(element, pat::CPC_COMBINATION_RANK);
        sheet.id(holder, &rank.id);
        sheet
            .draft
            .leaf(holder, pat::CPC_RANK_NUMBER, rank.rank.as_str());
        cpc_symbol(sheet, holder, &rank.symbol);
    }
}

/// A national classification.
///
/// Clause: ST.96 V6_0 pat:NationalClassification
fn national<'r>(sheet: &mut Sheet<'r>, bag: NodeId, classification: &'r Classification) {
    let element = sheet.draft.element(bag, pat::NATIONAL_CLASSIFICATION);
    sheet.id(element, &classification.id);
    sheet.leaf(element, com::IP_OFFICE_CODE, classification.office.as_str());
    sheet.leaf(element, com::EDITION, classification.edition.as_str());
    if let Some(main) = &classification.main {
        national_symbol(sheet, element, pat::MAIN_NATIONAL_CLASSIFICATION, main);
    }
    for symbol in &classification.symbols {
        national_symbol(sheet, element, pat::FURTHER_NATIONAL_CLASSIFICATION, symbol);
    }
}

fn national_symbol<'r>(sheet: &mut Sheet<'r>, node: NodeId, name: Name, symbol: &'r Symbol) {
    let element = sheet.draft.element(node, name);
    sheet.id(element, &symbol.id);
    sheet.draft.leaf(
        element,
        pat::PATENT_CLASSIFICATION_TEXT,
        symbol.text.as_str(),
    );
}

/// Locarno.
///
/// Clause: ST.96 V6_0 com:LocarnoClassificationBag
fn locarno<'r>(sheet: &mut Sheet<'r>, bag: NodeId, classification: &'r Classification) {
    let element = sheet.draft.element(bag, com::LOCARNO_CLASSIFICATION_BAG);
    sheet.id(element, &classification.id);
    sheet.draft.leaf(
        element,
        com::LOCARNO_CLASSIFICATION_EDITION,
        classification.edition.as_str(),
    );
    for symbol in classification.main.iter().chain(&classification.symbols) {
        sheet.draft.leaf(
            element,
            com::LOCARNO_CLASSIFICATION_TEXT,
            symbol.text.as_str(),
        );
    }
    for text in &classification.texts {
        sheet
            .draft
            .leaf(element, com::LOCARNO_CLASSIFICATION_TEXT, text.as_str());
    }
}
