//! Classifications as sheets: a line a symbol, a column an indicator.
//!
//! Clause: ST.8

use super::document::date_text;
use super::inid;
use super::row::{Row, Sheet, Value};
use super::statement::statements;
use model::{Classification, Combination, CombinationRank, Patent, Symbol};
use std::borrow::Cow;

/// The classifications of the document and the field of search.
pub(super) fn rows(patent: &Patent) -> Vec<Row<'_>> {
    let own = patent.classifications.iter().map(classification);
    let searched = patent.field_of_search.iter().map(|searched| {
        let mut row = classification(searched);
        row.code = "58".into();
        row.label = format!("Field of search: {}", row.label).into();
        row
    });
    own.chain(searched).collect()
}

/// Symbols of one scheme with all their indicators.
pub(super) fn classification(classification: &Classification) -> Row<'_> {
    let Classification {
        scheme,
        id,
        office,
        edition,
        main,
        symbols,
        combinations,
        texts,
        attributes,
        statements: facts,
    } = classification;
    let (code, label) = inid::scheme(scheme);
    let mut row = Row::new(code, label)
        .anchor(id)
        .note("office", office.as_str())
        .note("edition", edition.as_str())
        .attributes(attributes);
    let lines = main.iter().map(|symbol| line("main", symbol));
    let rest = if main.is_some() { "further" } else { "" };
    let lines = lines.chain(symbols.iter().map(|symbol| line(rest, symbol)));
    row = symbols_value(row, lines.collect());
    row.rows(combinations.iter().map(combination))
        .row(Row::new("", "In words").texts(texts))
        .rows(statements(facts))
}

fn symbols_value<'a>(row: Row<'a>, lines: Vec<Vec<Cow<'a, str>>>) -> Row<'a> {
    if lines.is_empty() {
        row
    } else {
        row.value(Value::Sheet(Sheet::of(COLUMNS, lines)))
    }
}

fn combination(combination: &Combination) -> Row<'_> {
    let Combination { id, number, ranks } = combination;
    let lines = ranks.iter().map(|CombinationRank { id, rank, symbol }| {
        let mut line = line(rank, symbol);
        line.push(id.as_str().into());
        line
    });
    let mut columns = COLUMNS.to_vec();
    columns[0] = "Rank";
    columns.push("Id of the rank");
    let sheet = Sheet::of(&columns, lines.collect());
    Row::new("", "Combination set")
        .anchor(id)
        .note("number", number.as_str())
        .value(Value::Sheet(sheet))
}

const COLUMNS: &[&str] = &[
    "Place", "Symbol", "Scheme", "Version", "Level", "Position", "Value", "Given on", "By",
    "Status", "Source", "Origin", "Sequence", "Id", "Further",
];

fn line<'a>(place: &'a str, symbol: &'a Symbol) -> Vec<Cow<'a, str>> {
    let Symbol {
        id,
        sequence,
        text,
        section,
        class,
        subclass,
        main_group,
        subgroup,
        version,
        level,
        position,
        value,
        action_date,
        office,
        status,
        source,
        origin,
        scheme,
        attributes,
    } = symbol;
    // Sources with columns of fixed width have blanks before a short subgroup: `E21B 47/    18`.
    let mut shown = symbol.display().replace("/ ", "/");
    let parted = [section, class, subclass, main_group, subgroup];
    if !text.is_empty() && parted.iter().any(|part| !part.is_empty()) {
        let parts = Symbol {
            text: model::Str::default(),
            ..symbol.clone()
        };
        let letters = |text: &str| {
            text.chars()
                .filter(|c| c.is_alphanumeric())
                .collect::<String>()
        };
        let parts = parts.display();
        if letters(&parts) != letters(&shown) {
            shown = format!("{shown} ({parts})");
        }
    }
    let further: Vec<String> = attributes
        .iter()
        .map(|attribute| format!("{}: {}", attribute.name, attribute.value))
        .collect();
    vec![
        place.into(),
        shown.into(),
        scheme.trim_matches('/').into(),
        date_text(version).into(),
        meaning(level, LEVELS),
        meaning(position, POSITIONS),
        meaning(value, VALUES),
        date_text(action_date).into(),
        office.as_str().into(),
        meaning(status, STATUSES),
        meaning(source, SOURCES),
        origin.as_str().into(),
        sequence.as_str().into(),
        id.as_str().into(),
        further.join(", ").into(),
    ]
}

type Meanings = &'static [(&'static str, &'static str)];

const LEVELS: Meanings = &[("A", "advanced"), ("C", "core"), ("S", "subclass")];
const POSITIONS: Meanings = &[("F", "first"), ("L", "later")];
const VALUES: Meanings = &[("I", "invention"), ("A", "additional"), ("N", "additional")];
const STATUSES: Meanings = &[
    ("B", "basic"),
    ("D", "deleted"),
    ("R", "reclassified"),
    ("V", "corrected"),
];
const SOURCES: Meanings = &[("H", "person"), ("M", "machine"), ("G", "generated")];

/// The letter with what it means.
fn meaning<'a>(letter: &'a str, meanings: Meanings) -> Cow<'a, str> {
    match meanings.iter().find(|(key, _)| *key == letter) {
        Some((_, meaning)) => format!("{letter} ({meaning})").into(),
        None => letter.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_without_the_blanks_of_columns() {
        let symbol = Symbol {
            text: "E21B  47/    18            A I".into(),
            scheme: "/CPC".into(),
            ..Symbol::default()
        };
        let line = line("", &symbol);
        assert_eq!((&*line[1], &*line[2]), ("E21B 47/18 A I", "CPC"));
    }
}
