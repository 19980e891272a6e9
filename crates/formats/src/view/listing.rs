//! Sequence listings as parts: the general information, then each sequence with its features and residues.

use super::row::{Row, Sheet, Value};
use super::{Body, Part, Topic, file, statement};
use model::SequenceListing;
use model::sequence::{Feature, ListedApplication, Molecule, Sequence, Wording, Written};
use std::borrow::Cow;
use std::ops::Range;

/// The general information, what the source says of itself, and the sequences in `range`.
pub(super) fn parts(listing: &SequenceListing, range: Range<usize>, last: bool) -> Vec<Part<'_>> {
    let mut out = vec![part("listing", "Sequence listing", general(listing))];
    let end = range.end.min(listing.sequences.len());
    let shown = listing
        .sequences
        .get(range.start.min(end)..end)
        .unwrap_or(&[]);
    for (index, one) in shown.iter().enumerate() {
        out.push(sequence(one, range.start + index));
    }
    if last {
        let mut source = part("source", "Source", file::origin(&listing.origin));
        source.topic = Topic::Source;
        let rows = listing.unmapped.iter().map(file::unmapped).collect();
        let mut unmapped = part("unmapped", "Not understood, kept as it stands", rows);
        unmapped.topic = Topic::Unmapped;
        out.extend([source, unmapped]);
    }
    out.retain(|part| matches!(&part.body, Body::Rows(rows) if !rows.is_empty()));
    out
}

fn part<'a>(anchor: &str, title: impl Into<Cow<'a, str>>, rows: Vec<Row<'a>>) -> Part<'a> {
    Part {
        topic: Topic::Sequences,
        code: "",
        title: title.into(),
        anchor: anchor.to_owned(),
        language: "",
        body: Body::Rows(rows),
    }
}

fn general(listing: &SequenceListing) -> Vec<Row<'_>> {
    let names = [
        ("71", "Applicant", &listing.applicant),
        ("", "Applicant, in Latin letters", &listing.applicant_latin),
        ("72", "Inventor", &listing.inventor),
        ("", "Inventor, in Latin letters", &listing.inventor_latin),
    ];
    let texts = [
        ("File reference", &listing.reference),
        ("Sequences", &listing.total),
        ("Produced on", &listing.production_date),
        ("Program", &listing.software_name),
        ("Version of the program", &listing.software_version),
        ("File name", &listing.file_name),
        (
            "Language of the first free text",
            &listing.original_language,
        ),
        ("Language of the other free text", &listing.foreign_language),
        ("Version of the definition", &listing.dtd_version),
    ];
    let mut rows: Vec<Row<'_>> = listing
        .titles
        .iter()
        .map(|title| wording("54", "Title", title))
        .collect();
    let applications = [
        ("21", "Application", &listing.application),
        ("30", "Earliest priority", &listing.earliest_priority),
    ];
    for (code, label, listed) in applications {
        rows.extend(listed.iter().map(|listed| application(code, label, listed)));
    }
    let further = listing.further_priorities.iter();
    rows.extend(further.map(|listed| application("30", "Further priority", listed)));
    for (code, label, name) in names {
        rows.extend(name.iter().map(|name| wording(code, label, name)));
    }
    let further = listing.further_names.iter();
    rows.extend(further.map(|name| wording("71", "Further name", name)));
    for (label, text) in texts {
        rows.push(Row::new("", label).text(said(text.as_ref())));
    }
    rows.extend(listing.statements.iter().map(statement::statement));
    rows.retain(|row| !row.is_empty());
    rows
}

fn application<'a>(
    code: &'static str,
    label: &'static str,
    listed: &'a ListedApplication,
) -> Row<'a> {
    Row::new(code, label)
        .text(said(listed.office.as_ref()))
        .text(said(listed.number.as_ref()))
        .note("filed", said(listed.filed.as_ref()))
}

fn wording<'a>(code: &'static str, label: &'static str, wording: &'a Wording) -> Row<'a> {
    let language = wording.language.as_deref().unwrap_or("");
    Row::new(code, label)
        .language(language)
        .text(wording.text.trim())
        .note("language", language)
}

fn sequence(sequence: &Sequence, index: usize) -> Part<'_> {
    let number = match said(sequence.number.as_ref()) {
        "" => format!("without a number, at place {}", index + 1),
        number => number.to_owned(),
    };
    if sequence.is_skipped() {
        let row = Row::new("", "Residues").text("left out on purpose");
        return part(&anchor(index), format!("Sequence {number}"), vec![row]);
    }
    let residues = sequence.residues();
    let rows = [
        Row::new("", "Organism").text(sequence.source("organism").unwrap_or("").trim()),
        Row::new("", "Molecule")
            .text(molecule(sequence))
            .text(sequence.source("mol_type").unwrap_or("").trim()),
        Row::new("", "Length").text(said(sequence.length.as_ref())),
        Row::new("", "Division").text(said(sequence.division.as_ref())),
        Row::new("", "Other identifiers").rows(other_ids(sequence)),
        features(sequence),
        Row::new("", "Residues").value(Value::Lines(blocks(&residues))),
    ];
    let mut rows: Vec<Row<'_>> = rows.into_iter().filter(|row| !row.is_empty()).collect();
    rows.extend(sequence.statements.iter().map(statement::statement));
    let attributes = Row::new("", "Attributes").attributes(&sequence.attributes);
    rows.extend((!attributes.is_empty()).then_some(attributes));
    part(&anchor(index), format!("Sequence {number}"), rows)
}

fn anchor(index: usize) -> String {
    format!("sequence-{}", index + 1)
}

/// The kind of molecule in words.
fn molecule(sequence: &Sequence) -> &str {
    match sequence.molecule() {
        Some(Molecule::AminoAcid) => "AA, amino acids",
        _ => said(sequence.molecule.as_ref()),
    }
}

fn other_ids(sequence: &Sequence) -> impl Iterator<Item = Row<'_>> {
    let all = sequence.other_ids.iter().flatten();
    all.map(|id| Row::default().text(id.text.trim()))
}

/// The features as a table: one line a qualifier.
fn features(sequence: &Sequence) -> Row<'_> {
    let columns = [
        "Feature",
        "Location",
        "Qualifier",
        "Value",
        "Value in another language",
        "Id",
    ];
    let mut lines: Vec<Vec<Cow<'_, str>>> = Vec::new();
    for one in sequence.features() {
        let mut first = true;
        for qualifier in one.qualifiers() {
            let (key, location) = if first { head(one) } else { ("", "") };
            first = false;
            lines.push(vec![
                key.into(),
                location.into(),
                qualifier.name().into(),
                said(qualifier.value.as_ref()).into(),
                said(qualifier.foreign.as_ref()).into(),
                qualifier.id.as_deref().unwrap_or("").into(),
            ]);
        }
        if first {
            let (key, location) = head(one);
            let mut line = vec![Cow::Borrowed(key), Cow::Borrowed(location)];
            line.resize(columns.len(), Cow::Borrowed(""));
            lines.push(line);
        }
    }
    let row = Row::new("", "Features");
    if lines.is_empty() {
        return row;
    }
    row.value(Value::Sheet(Sheet::of(&columns, lines)))
}

fn head(feature: &Feature) -> (&str, &str) {
    (feature.key(), said(feature.location.as_ref()))
}

fn said(written: Option<&Written>) -> &str {
    written.map_or("", |written| written.text.trim())
}

/// Residues in blocks of ten, six a line, with the count at the end of each line.
fn blocks(residues: &str) -> String {
    const LINE: usize = 60;
    let all: Vec<char> = residues.chars().collect();
    let mut out = String::with_capacity(residues.len() * 5 / 4);
    for (index, line) in all.chunks(LINE).enumerate() {
        let mut text = String::with_capacity(LINE + 8);
        for block in line.chunks(10) {
            if !text.is_empty() {
                text.push(' ');
            }
            text.extend(block);
        }
        out.push_str(&format!("{text:<66}{:>8}\n", index * LINE + line.len()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::blocks;

    #[test]
    fn residues_stand_in_tens_with_counts() {
        let shown = blocks(&"acgt".repeat(16));
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("acgtacgtac gtacgtacgt ") && lines[0].ends_with(" 60"));
        assert!(lines[1].starts_with("acgt ") && lines[1].ends_with(" 64"));
    }
}
