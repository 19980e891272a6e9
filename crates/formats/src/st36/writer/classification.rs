//! Classifications.
//!
//! Clause: ST.36 classification-ipcr

use super::element::Element;
use super::sheet::Sheet;
use super::{date, statement};
use model::{Classification, Combination, Symbol};

/// Adds a classification in the element of its scheme; one of another scheme is kept for the free text.
pub(super) fn add<'r>(
    sheet: &mut Sheet<'r>,
    element: &mut Element<'r>,
    classification: &'r Classification,
) {
    let made = match classification.scheme.as_str() {
        "ipc" => plain("classification-ipc", sheet, classification),
        "national" => plain("classification-national", sheet, classification),
        "locarno" => plain("classification-locarno", sheet, classification),
        "udc" => plain("classification-udc", sheet, classification),
        "ecla" => plain("classification-ecla", sheet, classification),
        "ipcr" => structured("classifications-ipcr", sheet, classification),
        "cpc" => cooperative(sheet, classification),
        "cpc-text" => worded("classification-cpc-text", classification),
        "cpc-combination-text" => worded("classification-cpc-combination-text", classification),
        "us-classifications-ipcr" => worded("us-classifications-ipcr", classification),
        scheme => return sheet.note(scheme, line(classification)),
    };
    element.put(made);
}

/// All symbols and texts of a classification in one line.
fn line(classification: &Classification) -> String {
    let main = classification.main.iter();
    let mut out: Vec<String> = main.chain(&classification.symbols).map(said).collect();
    out.extend(classification.texts.iter().map(ToString::to_string));
    out.extend(classification.statements.iter().map(statement::line));
    for part in [&classification.office, &classification.edition] {
        out.push(part.to_string());
    }
    out.retain(|part| !part.is_empty());
    out.join("; ")
}

/// A symbol with its indicators in one line.
fn said(symbol: &Symbol) -> String {
    let mut out = vec![symbol.display()];
    for part in [
        &symbol.version.raw,
        &symbol.level,
        &symbol.position,
        &symbol.value,
        &symbol.action_date.raw,
        &symbol.office,
        &symbol.status,
        &symbol.source,
    ] {
        out.push(part.to_string());
    }
    out.extend(symbol.attributes.iter().map(|said| said.value.to_string()));
    out.retain(|part| !part.is_empty());
    out.join(" ")
}

fn opened<'r>(name: &'static str, classification: &'r Classification) -> Element<'r> {
    let mut element = Element::new(name).with("id", classification.id.as_str());
    let attributes = classification.attributes.iter();
    for said in attributes.filter(|said| !said.name.starts_with("combination-set/@")) {
        element.set(said.name.as_str(), said.value.as_str());
    }
    element
}

fn worded<'r>(name: &'static str, classification: &'r Classification) -> Element<'r> {
    let mut element = opened(name, classification);
    element.text(line(classification));
    element
}

/// A classification whose symbols stand in one text each.
fn plain<'r>(
    name: &'static str,
    sheet: &mut Sheet<'r>,
    classification: &'r Classification,
) -> Element<'r> {
    let mut element = opened(name, classification);
    let only_text = classification.main.is_none() && classification.symbols.is_empty();
    if name == "classification-udc" && only_text && classification.texts.len() == 1 {
        element.text(classification.texts[0].as_str());
        return element;
    }
    element.leaf("country", classification.office.as_str());
    element.leaf("edition", classification.edition.as_str());
    if let Some(main) = &classification.main {
        element.add(text_symbol("main-classification", main));
    }
    for symbol in &classification.symbols {
        element.add(text_symbol("further-classification", symbol));
    }
    for fact in &classification.statements {
        if FACTS.contains(&fact.code.as_str()) {
            statement::add(sheet, &mut element, fact);
        } else {
            let code = format!("{} of {name}", fact.code);
            sheet.note(code, statement::line(fact));
        }
    }
    for text in &classification.texts {
        element.leaf("text", text.as_str());
    }
    element
}

/// Facts that a classification of the standard holds under these names.
const FACTS: [&str; 4] = [
    "additional-info",
    "linked-indexing-code-group",
    "unlinked-indexing-code",
    "main-classification",
];

fn text_symbol<'r>(name: &'static str, symbol: &'r Symbol) -> Element<'r> {
    let mut element = Element::new(name)
        .with("id", symbol.id.as_str())
        .with("sequence", symbol.sequence.as_str())
        .with("scheme", symbol.scheme.as_str());
    element.others(&symbol.attributes);
    if symbol.text.is_empty() {
        element.text(said(symbol));
    } else {
        element.text(symbol.text.as_str());
    }
    element
}

/// A classification whose symbols have parts and indicators.
fn structured<'r>(
    name: &'static str,
    sheet: &mut Sheet<'r>,
    classification: &'r Classification,
) -> Element<'r> {
    let mut element = opened(name, classification);
    let main = classification.main.iter();
    for symbol in main.chain(&classification.symbols) {
        element.add(self::symbol(
            "classification-ipcr",
            "ipc-version-indicator",
            symbol,
        ));
    }
    rest(sheet, &mut element, classification);
    element
}

/// What a structured classification has besides its symbols.
fn rest<'r>(sheet: &mut Sheet<'r>, element: &mut Element<'r>, classification: &'r Classification) {
    element.leaf("country", classification.office.as_str());
    element.leaf("edition", classification.edition.as_str());
    for text in &classification.texts {
        element.leaf("text", text.as_str());
    }
    for fact in &classification.statements {
        let scheme = classification.scheme.as_str();
        sheet.note(format!("{} of {scheme}", fact.code), statement::line(fact));
    }
}

/// The Cooperative Patent Classification, as offices write it: the standard is older.
fn cooperative<'r>(sheet: &mut Sheet<'r>, classification: &'r Classification) -> Element<'r> {
    let mut element = opened("classifications-cpc", classification);
    let symbol =
        |symbol: &'r Symbol| self::symbol("classification-cpc", "cpc-version-indicator", symbol);
    if let Some(main) = &classification.main {
        let mut holder = Element::new("main-cpc");
        holder.add(symbol(main));
        element.add(holder);
    }
    let mut further = Element::new("further-cpc");
    for one in &classification.symbols {
        further.add(symbol(one));
    }
    for set in &classification.combinations {
        further.add(combination(set));
    }
    element.put(further);
    rest(sheet, &mut element, classification);
    element
}

fn combination(set: &Combination) -> Element<'_> {
    let mut element = Element::new("combination-set").with("id", set.id.as_str());
    element.leaf("group-number", set.number.as_str());
    for rank in &set.ranks {
        let mut holder = Element::new("combination-rank").with("id", rank.id.as_str());
        holder.leaf("rank-number", rank.rank.as_str());
        let symbol = symbol("classification-cpc", "cpc-version-indicator", &rank.symbol);
        holder.add(symbol);
        element.add(holder);
    }
    element
}

/// A symbol with its indicators.
///
/// Clause: ST.8
fn symbol<'r>(name: &'static str, version: &'static str, symbol: &'r Symbol) -> Element<'r> {
    let mut element = Element::new(name)
        .with("id", symbol.id.as_str())
        .with("sequence", symbol.sequence.as_str());
    element.others(&symbol.attributes);
    if symbol.scheme.is_empty() {
        date::held(&mut element, version, &symbol.version);
    }
    for (name, text) in [
        ("classification-level", &symbol.level),
        ("section", &symbol.section),
        ("class", &symbol.class),
        ("subclass", &symbol.subclass),
        ("main-group", &symbol.main_group),
        ("subgroup", &symbol.subgroup),
        ("symbol-position", &symbol.position),
        ("classification-value", &symbol.value),
    ] {
        element.leaf(name, text.as_str());
    }
    date::held(&mut element, "action-date", &symbol.action_date);
    let mut office = Element::new("generating-office");
    office.leaf("country", symbol.office.as_str());
    element.put(office);
    for (name, text) in [
        ("classification-status", &symbol.status),
        ("classification-data-source", &symbol.source),
        ("scheme-origination-code", &symbol.origin),
    ] {
        element.leaf(name, text.as_str());
    }
    element.leaf("text", symbol.text.as_str());
    if !symbol.scheme.is_empty() {
        let whole = symbol.scheme.as_str();
        let (office, scheme) = whole.split_once('/').unwrap_or(("", whole));
        let mut holder = Element::new("classification-scheme")
            .with("office", office)
            .with("scheme", scheme);
        date::leaf(&mut holder, &symbol.version);
        element.add(holder);
    }
    element
}
