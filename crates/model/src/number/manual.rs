//! The manual of numbers, made from the tables.

use super::pattern::{Fields, Template};
use super::series::{Basis, Era};
use super::tables::{NOTES, TABLES};
use std::fmt::Write;

/// Renders all tables of numbers as a Markdown document.
#[must_use]
pub fn manual() -> String {
    let mut out = String::from(HEAD);
    for ((title, note), table) in NOTES.iter().zip(TABLES) {
        write!(out, "\n## {title}\n\n{note}\n\n{COLUMNS}").expect("a String takes all");
        for series in table {
            for era in series.eras {
                let of = format!("{} ({})", series.words, series.what.as_str());
                let cells = [
                    series.office.to_owned(),
                    of,
                    series.kinds.join(" "),
                    years(era),
                    form(era, era.docdb),
                    form(era, era.epodoc),
                    form(era, era.original),
                    form(era, era.display),
                    form(era, era.st13),
                    basis(era).to_owned(),
                ];
                writeln!(out, "| {} |", cells.join(" | ")).expect("a String takes all");
            }
        }
    }
    out
}

const HEAD: &str = "\
# Numbers

This file is made from the tables in `crates/model/src/number/tables`; edit them there. `chancery number TEXT`
reads a number in any of these forms and writes it in all of them. Forms are shown with a made-up number.

*Verified* rows were read in files of offices, in a text of the office, or in DOCDB, which gives the same number
in several forms; *recalled* rows were not seen in a source. ST.13 forms are built by the rule of the standard
(type, year, nine digits); that an office prints them is said of none. EPODOC takes the letter of the kind code
at its end: not for A, and in publications not for B and C either, except at AT, AU, BA, BG, CN, DK, FI, IS, KR,
NL, NO, PL, SK, UY, TW and YU; at JP the whole code (verified: EPO, questions on search formats; older data have
the letter only). An office without a row keeps its numbers as they stand, without marks and zeros in front.
";

const COLUMNS: &str = "\
| office | number | kind codes | years | DOCDB | EPODOC | original | display | ST.13 | basis |
|---|---|---|---|---|---|---|---|---|---|
";

fn basis(era: &Era) -> &'static str {
    match era.basis {
        Basis::Verified => "verified",
        Basis::Recalled => "recalled",
    }
}

fn years(era: &Era) -> String {
    match era.years {
        (1600, 2199) => String::new(),
        (first, last) if last >= 2060 => format!("{first} on"),
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first} to {last}"),
    }
}

/// A form with a made-up number.
fn form(era: &Era, template: &str) -> String {
    let template = template.strip_prefix('!').unwrap_or(template);
    let template = template.strip_prefix("{o}:").unwrap_or(template);
    if template.is_empty() {
        return "-".to_owned();
    }
    let (first, last) = era.years;
    let (low, high) = era.serials;
    let fields = Fields {
        year: Some(2005_u16.clamp(first, last)),
        serial: Some(12345_u64.clamp(low, high)),
        code: era.types.first().copied().unwrap_or_default().into(),
        letters: if template.contains("{l:2-6}") {
            "DEL"
        } else {
            "MI"
        }
        .into(),
        office: "JP".into(),
        part: Some(1),
        check: Some('0'),
        ..Fields::default()
    };
    let made = Template::new(template).write(&fields);
    made.unwrap_or_default().replace('\u{a0}', " ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_manual_is_fresh() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/numbers.md");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(file, super::manual()).unwrap();
        }
        let written = std::fs::read_to_string(file).unwrap_or_default();
        assert!(
            written.replace("\r\n", "\n") == super::manual(),
            "docs/numbers.md is old: run this test with UPDATE_EXPECT=1"
        );
    }
}
