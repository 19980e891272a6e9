//! The Cooperative Patent Classification.
//!
//! Clause: ST.96 V6_0 pat:CPCClassificationBag

use super::super::sheet::Sheet;
use super::symbol::Parts;
use super::symbol_line;
use crate::component::draft::NodeId;
use crate::component::schema::{com, pat};
use model::{Classification, Combination, Symbol};

/// Adds the symbols that have all parts which ST.96 demands; the others are left for free text.
///
/// The schema demands one main symbol: the one that the source names so, else the first in position F.
pub(super) fn classification<'r>(
    sheet: &mut Sheet<'r>,
    bag: NodeId,
    classification: &'r Classification,
    left: &mut Vec<(&'r str, String)>,
) {
    let mut whole = Vec::new();
    for symbol in classification.main.iter().chain(&classification.symbols) {
        match Parts::of(symbol) {
            Some(parts) => whole.push(parts),
            None => incomplete(sheet, symbol, left),
        }
    }
    if whole.is_empty() {
        let sets = classification.combinations.iter();
        return left.extend(sets.map(|set| ("combination-set", set_line(set))));
    }
    let element = sheet.draft.element(bag, pat::CPC_CLASSIFICATION_BAG);
    sheet.id(element, &classification.id);
    let index = main(sheet, classification, &whole);
    let first = whole.remove(index);
    let node = sheet.draft.element(element, pat::MAIN_CPC);
    self::symbol(sheet, node, &first);
    let (sets, odd): (Vec<_>, Vec<_>) = classification
        .combinations
        .iter()
        .map(|set| (set, ranks(set)))
        .partition(|(_, ranks)| ranks.is_some());
    if !whole.is_empty() || !sets.is_empty() {
        let further = sheet.draft.element(element, pat::FURTHER_CPC);
        for parts in &whole {
            self::symbol(sheet, further, parts);
        }
        for (set, ranks) in sets {
            combination(sheet, further, set, &ranks.unwrap_or_default());
        }
    }
    left.extend(
        odd.into_iter()
            .map(|(set, _)| ("combination-set", set_line(set))),
    );
    written(sheet, classification);
}

/// The place of the main symbol among those that are whole.
fn main(sheet: &mut Sheet<'_>, classification: &Classification, whole: &[Parts<'_>]) -> usize {
    let named = classification.main.as_ref();
    if named.is_some_and(|main| std::ptr::eq(main, whole[0].symbol)) {
        return 0;
    }
    let first = whole.iter().position(|parts| parts.position == "F");
    first.unwrap_or_else(|| {
        sheet.assume(
            "the source names no CPC symbol the first, but ST.96 demands one: pat:MainCPC holds the one that comes first",
            whole[0].symbol.display(),
        );
        0
    })
}

/// Leaves a symbol for free text, with its attributes.
fn incomplete<'r>(sheet: &mut Sheet<'r>, symbol: &'r Symbol, left: &mut Vec<(&'r str, String)>) {
    let code = if is_cpc(symbol) {
        "classification-cpc"
    } else {
        "patent-classification"
    };
    left.push((code, line(symbol)));
    sheet.spare(code, "id", &symbol.id);
    sheet.spare(code, "sequence", &symbol.sequence);
    sheet.spares(code, &symbol.attributes);
}

/// Whether a symbol is of the CPC: DOCDB names the scheme of each, with its office.
fn is_cpc(symbol: &Symbol) -> bool {
    let scheme = symbol.scheme.rsplit('/').next().unwrap_or("");
    scheme.is_empty() || scheme.starts_with("CPC")
}

/// A symbol that is given in one text, with its scheme and indicators.
fn line(symbol: &Symbol) -> String {
    let line = symbol_line(symbol);
    if symbol.scheme.is_empty() {
        line
    } else {
        format!("{} {line}", symbol.scheme)
    }
}

fn set_line(set: &Combination) -> String {
    let ranks = set
        .ranks
        .iter()
        .map(|rank| format!("{} {}", rank.rank, line(&rank.symbol)));
    let ranks: Vec<String> = ranks.collect();
    format!("{} {}", set.number, ranks.join(" "))
}

/// The symbols of a set, when there are any and all are whole.
fn ranks(set: &Combination) -> Option<Vec<Parts<'_>>> {
    if set.ranks.is_empty() {
        return None;
    }
    set.ranks
        .iter()
        .map(|rank| Parts::of(&rank.symbol))
        .collect()
}

/// Adds a symbol.
///
/// Clause: ST.96 V6_0 pat:CPCClassification
fn symbol<'r>(sheet: &mut Sheet<'r>, node: NodeId, parts: &Parts<'r>) {
    let symbol = parts.symbol;
    let element = sheet.draft.element(node, pat::CPC_CLASSIFICATION);
    sheet.id(element, &symbol.id);
    if !symbol.level.is_empty() {
        sheet.note("classification-cpc", symbol.level.as_str());
    }
    sheet.spare("classification-cpc", "sequence", &symbol.sequence);
    sheet.spare(
        "classification-cpc",
        "classification-scheme",
        &symbol.scheme,
    );
    sheet.spares("classification-cpc", &symbol.attributes);
    let version = parts.version.clone();
    sheet.leaf(element, pat::CLASSIFICATION_VERSION_DATE, version);
    sheet.leaf(element, pat::CPC_SECTION, parts.section);
    sheet.leaf(element, pat::CLASS, parts.class);
    sheet.leaf(element, pat::SUBCLASS, parts.subclass);
    sheet.leaf(element, pat::MAIN_GROUP, parts.main_group);
    sheet.leaf(element, pat::SUBGROUP, parts.subgroup);
    sheet.leaf(element, com::SYMBOL_POSITION_CODE, parts.position);
    sheet.leaf(element, pat::CPC_CLASSIFICATION_VALUE_CODE, parts.value);
    sheet.leaf(element, pat::ACTION_DATE, parts.action_date.clone());
    sheet.leaf(element, pat::GENERATING_OFFICE_CODE, parts.office);
    sheet.leaf(element, pat::CPC_CLASSIFICATION_STATUS_CODE, parts.status);
    sheet.leaf(
        element,
        pat::PATENT_CLASSIFICATION_DATA_SOURCE_CODE,
        parts.source,
    );
}

fn combination<'r>(
    sheet: &mut Sheet<'r>,
    node: NodeId,
    combination: &'r Combination,
    symbols: &[Parts<'r>],
) {
    let element = sheet.draft.element(node, pat::CPC_COMBINATION_SET);
    sheet.id(element, &combination.id);
    sheet
        .draft
        .leaf(element, pat::CPC_GROUP_NUMBER, combination.number.as_str());
    for (rank, parts) in combination.ranks.iter().zip(symbols) {
        let holder = sheet.draft.element(element, pat::CPC_COMBINATION_RANK);
        sheet.id(holder, &rank.id);
        sheet
            .draft
            .leaf(holder, pat::CPC_RANK_NUMBER, rank.rank.as_str());
        symbol(sheet, holder, parts);
    }
}

/// Keeps what the elements do not show: symbols as they were written in one, and origins of the scheme.
fn written(sheet: &mut Sheet<'_>, classification: &Classification) {
    let sets = classification.combinations.iter();
    let ranked = sets.flat_map(|set| set.ranks.iter().map(|rank| &rank.symbol));
    let own = classification.main.iter().chain(&classification.symbols);
    let symbols: Vec<&Symbol> = own
        .chain(ranked)
        .filter(|symbol| Parts::of(symbol).is_some())
        .collect();
    for (code, texts) in [
        (
            "classification-symbol",
            symbols
                .iter()
                .map(|symbol| &symbol.text)
                .collect::<Vec<_>>(),
        ),
        (
            "scheme-origination-code",
            symbols.iter().map(|symbol| &symbol.origin).collect(),
        ),
    ] {
        let texts: Vec<&str> = texts
            .into_iter()
            .map(|text| text.trim())
            .filter(|text| !text.is_empty())
            .collect();
        if !texts.is_empty() {
            sheet.note(code, texts.join(", "));
        }
    }
}
