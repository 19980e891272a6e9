//! Classifications.
//!
//! Clause: ST.96 V6_0 pat:PatentClassificationBag

mod cpc;
mod symbol;

use super::date;
use super::sheet::Sheet;
use crate::component::draft::NodeId;
use crate::component::schema::{Name, attr, com, pat};
use model::{Classification, Inline, Statement, Symbol};

/// Adds classifications to a bag; gives back the texts for which the bag has no place.
pub(super) fn bag<'r>(
    sheet: &mut Sheet<'r>,
    bag: NodeId,
    all: &'r [Classification],
) -> Vec<(&'r str, String)> {
    let mut left = Vec::new();
    for classification in all {
        if is_line_only(classification) || classification.scheme == "locarno" {
            spares(sheet, classification);
        } else {
            sheet.spares("classification", &classification.attributes);
        }
        match classification.scheme.as_str() {
            "ipc" => ipc(sheet, bag, classification),
            "ipcr" => ipcr(sheet, bag, classification, &mut left),
            "cpc" => cpc::classification(sheet, bag, classification, &mut left),
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

/// The attributes of a classification and of its symbols, where they have no place.
pub(super) fn spares(sheet: &mut Sheet<'_>, classification: &Classification) {
    sheet.spares("classification", &classification.attributes);
    let sets = classification.combinations.iter();
    let ranked = sets.flat_map(|set| &set.ranks).map(|rank| &rank.symbol);
    let symbols = classification.main.iter().chain(&classification.symbols);
    for symbol in symbols.chain(ranked) {
        sheet.spares("classification-symbol", &symbol.attributes);
    }
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
    let is_told = scheme == "locarno" || scheme == "ipc" && are_symbols(classification);
    if !is_told {
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
    attribute_values(statement, &mut out);
    model::text::line(&out)
}

/// The attributes of a statement and of its parts.
fn attribute_values(statement: &Statement, out: &mut String) {
    let own = statement.attributes.iter();
    for attribute in own.filter(|attribute| attribute.name != "id") {
        out.push_str(&attribute.value);
        out.push(' ');
    }
    for part in &statement.parts {
        attribute_values(part, out);
    }
}

/// The words of a statement and its parts, without what its attributes say.
pub(super) fn statement_words(statement: &Statement) -> String {
    let mut out = String::new();
    model::text::statement(statement, &mut |text| out.push_str(text));
    model::text::line(&out)
}

/// Keeps what a statement has beside the parts and attributes that were placed: words of its own, other attributes.
pub(super) fn beside(sheet: &mut Sheet<'_>, statement: &Statement, placed: &[&str]) {
    let words = model::text::plain(&statement.content);
    if !words.trim().is_empty() {
        sheet.note(statement.code.to_string(), words);
    }
    attributes_beside(sheet, statement, placed);
}

/// Keeps the attributes of a statement that were not placed.
pub(super) fn attributes_beside(sheet: &mut Sheet<'_>, statement: &Statement, placed: &[&str]) {
    for said in &statement.attributes {
        if !placed.contains(&said.name.as_str()) {
            sheet.spare(&statement.code, &said.name, &said.value);
        }
    }
}

/// The words of a statement; those of one that is a text and no more keep their blanks.
pub(super) fn spoken(statement: &Statement) -> String {
    match statement.content.as_slice() {
        [Inline::Text(text)]
            if statement.parts.is_empty()
                && statement.attributes.is_empty()
                && !text.contains(['\n', '\t']) =>
        {
            text.to_string()
        }
        _ => statement_line(statement),
    }
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

/// IPC editions 1 to 7: a main symbol and further ones, or texts that are symbols.
///
/// Clause: ST.96 V6_0 pat:IPCClassification
fn ipc<'r>(sheet: &mut Sheet<'r>, bag: NodeId, classification: &'r Classification) {
    if has_no_symbol(classification) && !are_symbols(classification) {
        sheet.spare("classification-ipc", "id", &classification.id);
        if !classification.edition.is_empty() {
            sheet.note("edition", classification.edition.as_str());
        }
        return;
    }
    let element = sheet.draft.element(bag, pat::IPC_CLASSIFICATION);
    sheet.id(element, &classification.id);
    sheet.leaf(element, com::EDITION, classification.edition.as_str());
    for symbol in classification.main.iter().chain(&classification.symbols) {
        sheet.spares("classification-ipc", &symbol.attributes);
    }
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
    if are_symbols(classification) {
        for (index, text) in classification.texts.iter().enumerate() {
            let name = match index {
                0 => pat::MAIN_CLASSIFICATION,
                _ => pat::FURTHER_CLASSIFICATION,
            };
            sheet.draft.leaf(element, name, text.as_str());
        }
    }
}

fn has_no_symbol(classification: &Classification) -> bool {
    classification.main.is_none() && classification.symbols.is_empty()
}

/// Whether each symbol stands in a text of its own, as the EPO gives old ones: `G01V3/18`.
fn are_symbols(classification: &Classification) -> bool {
    has_no_symbol(classification)
        && !classification.texts.is_empty()
        && classification.texts.iter().all(|text| is_symbol(text))
}

/// Whether a text begins as a symbol of the IPC: section, class, subclass.
///
/// Clause: ST.8
fn is_symbol(text: &str) -> bool {
    let start = text.trim().as_bytes();
    start.len() >= 4
        && matches!(start[0], b'A'..=b'H')
        && start[1].is_ascii_digit()
        && start[2].is_ascii_digit()
        && start[3].is_ascii_uppercase()
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
    sheet.spares("classification-national", &symbol.attributes);
    if !symbol.class.is_empty() {
        sheet.leaf(element, pat::NATIONAL_CLASS, symbol.class.as_str());
        sheet.leaf(element, pat::NATIONAL_SUBCLASS, symbol.subclass.as_str());
        return;
    }
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
    let edition = model::Date::new(classification.edition.clone());
    if let Some(iso) = edition.iso().filter(|iso| iso.len() == 10) {
        sheet.leaf(element, com::LOCARNO_CLASSIFICATION_DATE, iso);
    }
    if let Some(main) = &classification.main {
        let holder = sheet.draft.element(element, com::LOCARNO_CLASSIFICATION);
        sheet.id(holder, &main.id);
        sheet.leaf(holder, com::LOCARNO_CLASS, main.text.as_str());
    }
    for symbol in &classification.symbols {
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
