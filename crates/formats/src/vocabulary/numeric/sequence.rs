//! One sequence: `<210>` to `<400>`.

use super::residues::{self, Residues};
use super::{Item, Notes, keys, location, of};
use model::sequence::{Feature, Location, Molecule, Qualifier, Written};
use model::{Sequence, Severity, Span, Statement, Str};

/// Qualifiers that hold what ST.25 says in free text, where ST.26 demands one. [R]
const FREE: &[(&str, &str)] = &[
    ("misc_binding", "bound_moiety"),
    ("protein_bind", "bound_moiety"),
    ("operon", "operon"),
];

/// A feature as ST.25 gives it: `<220>` to `<223>`.
#[derive(Debug, Default)]
struct Old<'i> {
    key: Option<&'i Item>,
    location: Option<&'i Item>,
    texts: Vec<&'i Item>,
    span: Span,
}

pub(super) fn read(items: &[Item], notes: &mut Notes) -> Sequence {
    let mut out = Sequence::default();
    let (mut organism, mut kind, mut blocks) = (None, None, None);
    let mut features: Vec<Old<'_>> = Vec::new();
    if let Some(first) = items.first() {
        out.span = first.span.clone();
    }
    for item in items {
        match item.code {
            210 if out.number.is_none() => out.number = Some(item.written()),
            211 if out.length.is_none() => out.length = Some(item.written()),
            212 if kind.is_none() => kind = Some(item),
            213 if organism.is_none() => organism = Some(item),
            220 => {
                features.push(Old {
                    span: item.span.clone(),
                    ..Old::default()
                });
                if !item.flat().is_empty() {
                    features
                        .last_mut()
                        .expect("it was just pushed")
                        .texts
                        .push(item);
                }
            }
            221..=223 => feature_part(item, &mut features),
            400 if blocks.is_none() => blocks = Some(item),
            _ => out.statements.push(item.statement()),
        }
    }
    let number = number(&out, blocks);
    if out.number.is_none()
        && let Some(item) = blocks
    {
        out.number = Some(Written::new(number.as_str(), item.span.clone()));
    }
    let text = blocks.map_or("", |item| behind_number(&item.text, &number));
    if is_left_out(text) {
        left_out(&mut out, blocks, kind, organism, notes);
        return out;
    }
    let molecule = molecule(&mut out, kind, notes);
    let read = match molecule {
        Some(Molecule::AminoAcid) => residues::protein(text),
        Some(_) => residues::nucleic(text),
        None if looks_nucleic(text) => residues::nucleic(text),
        None => residues::protein(text),
    };
    if let Some(item) = blocks {
        out.residues = Some(Written::new(read.letters.as_str(), item.span.clone()));
        say_residues(&read, item, &number, molecule, notes);
        out.division = Some(Written::new("PAT", item.span.clone()));
    }
    let nucleic = molecule.map_or_else(|| looks_nucleic(text), Molecule::is_nucleic);
    let count = read.letters.len();
    let mut table = vec![source(organism, molecule, (count, &number), notes)];
    for old in features {
        if old.key.is_none() && old.location.is_none() {
            note_on(&mut table[0], &old);
        } else {
            table.push(feature(&old, nucleic, (count, &number), notes));
        }
    }
    translation(&mut table, &read, blocks, notes);
    out.features = Some(table);
    out
}

/// Adds to the feature that is open; parts without `<220>` open one.
fn feature_part<'i>(item: &'i Item, features: &mut Vec<Old<'i>>) {
    let opens = match features.last() {
        None => true,
        Some(last) => match item.code {
            221 => last.key.is_some(),
            222 => last.location.is_some(),
            _ => false,
        },
    };
    if opens {
        features.push(Old {
            span: item.span.clone(),
            ..Old::default()
        });
    }
    let last = features.last_mut().expect("one is open");
    match item.code {
        221 => last.key = Some(item),
        222 => last.location = Some(item),
        _ => last.texts.push(item),
    }
}

fn number(out: &Sequence, blocks: Option<&Item>) -> String {
    if let Some(number) = &out.number {
        return number.text.to_string();
    }
    let first = blocks.and_then(|item| item.text.split_whitespace().next());
    first.unwrap_or("").to_owned()
}

/// The residues behind the number that `<400>` repeats.
fn behind_number<'t>(text: &'t str, number: &str) -> &'t str {
    let trimmed = text.trim_start();
    let rest = trimmed.strip_prefix(number).unwrap_or(trimmed);
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        trimmed
    } else {
        rest
    }
}

fn is_left_out(text: &str) -> bool {
    let text = text.trim();
    text == "000" || text.is_empty()
}

/// A sequence that was left out on purpose: `<400> 000`.
fn left_out(
    out: &mut Sequence,
    blocks: Option<&Item>,
    kind: Option<&Item>,
    organism: Option<&Item>,
    notes: &mut Notes,
) {
    let span = blocks.map_or_else(|| out.span.clone(), |item| item.span.clone());
    let empty = || Some(Written::new("", span.clone()));
    out.statements
        .extend([kind, organism].into_iter().flatten().map(Item::statement));
    if let Some(length) = out.length.take() {
        out.statements.push(Statement::text("211", length.text));
    }
    (out.length, out.molecule, out.division) = (empty(), empty(), empty());
    let is_marked = blocks.is_some_and(|item| item.text.contains("000"));
    out.residues = Some(Written::new("000", span));
    if !is_marked {
        let none = Item::default();
        let message =
            "the sequence gives no residues; it was taken for one that was left out on purpose"
                .to_owned();
        notes
            .say(
                "st25/no-residues",
                Severity::Warning,
                blocks.unwrap_or(&none),
                message,
            )
            .hint("ask the sender for the residues");
    }
}

fn molecule(out: &mut Sequence, kind: Option<&Item>, notes: &mut Notes) -> Option<Molecule> {
    let item = kind?;
    let text = item.flat().to_ascii_uppercase();
    let molecule = match text.as_str() {
        "DNA" => Some(Molecule::Dna),
        "RNA" => Some(Molecule::Rna),
        "PRT" | "AA" | "PROTEIN" => Some(Molecule::AminoAcid),
        _ if text.contains("DNA") => Some(Molecule::Dna),
        _ if text.contains("RNA") => Some(Molecule::Rna),
        _ => None,
    };
    let written = molecule.map_or_else(|| item.flat(), |one| one.as_str().into());
    out.molecule = Some(Written::new(written, item.span.clone()));
    if !matches!(text.as_str(), "DNA" | "RNA" | "PRT") {
        let message = format!("<212> says {text}; ST.25 knows DNA, RNA and PRT");
        notes
            .say("st25/molecule", Severity::Warning, item, message)
            .hint("a molecule of DNA and RNA parts is DNA in ST.26, with a feature for each part");
    }
    molecule
}

fn looks_nucleic(text: &str) -> bool {
    let words = text.split_whitespace().take(50);
    let mut letters = words.flat_map(str::chars).filter(char::is_ascii_alphabetic);
    letters.all(|c| "acgtun".contains(c.to_ascii_lowercase()))
}

fn say_residues(
    read: &Residues,
    item: &Item,
    number: &str,
    molecule: Option<Molecule>,
    notes: &mut Notes,
) {
    let place = Item {
        text: String::new(),
        ..item.clone()
    };
    if !read.strange.is_empty() {
        let place = Item {
            text: read.strange.join(" "),
            ..item.clone()
        };
        let message = format!(
            "{}: what stands among the residues and is none was left out",
            of(number)
        );
        notes
            .say("st25/residue", Severity::Error, &place, message)
            .hint("correct the residues");
    }
    if read.uracil && molecule == Some(Molecule::Dna) {
        let message = format!("{}: u stands in a DNA; it was written as t", of(number));
        notes
            .say("st25/uracil", Severity::Warning, &place, message)
            .hint("say whether the molecule is RNA");
    }
    if read.capitals {
        let message = format!("{}: nucleotides in capitals were written small", of(number));
        notes
            .say("st25/case", Severity::Info, &place, message)
            .hint("nothing need be done");
    }
    if read.single {
        let message = format!(
            "{}: amino acids are written in one letter, not in three",
            of(number)
        );
        notes
            .say("st25/one-letter", Severity::Warning, &place, message)
            .hint("compare the residues with the source");
    }
}

/// The feature `source`, which every sequence has in ST.26.
fn source(
    organism: Option<&Item>,
    molecule: Option<Molecule>,
    (count, number): (usize, &str),
    notes: &mut Notes,
) -> Feature {
    let none = Item::default();
    let item = organism.unwrap_or(&none);
    let said = item.flat();
    let small = said.to_ascii_lowercase();
    let is_artificial = small.contains("artificial") || small.contains("synthetic");
    let is_unknown = said.is_empty() || small.contains("unknown") || small.contains("unidentified");
    let name: Str = if is_artificial {
        "synthetic construct".into()
    } else if is_unknown {
        "unidentified".into()
    } else {
        said.clone()
    };
    let kind = match molecule {
        Some(Molecule::AminoAcid) | None => "protein",
        Some(Molecule::Dna) if is_artificial => "other DNA",
        Some(Molecule::Rna) if is_artificial => "other RNA",
        Some(Molecule::Dna) => "unassigned DNA",
        Some(Molecule::Rna) => "unassigned RNA",
    };
    if name != said {
        let message = format!("{}: the organism {said:?} is {name:?} in ST.26", of(number));
        notes
            .say("st25/organism", Severity::Info, item, message)
            .hint("nothing need be done");
    }
    if kind.starts_with("unassigned") {
        let message = format!(
            "{}: ST.25 does not say which kind of molecule it is; mol_type {kind:?} was written",
            of(number)
        );
        notes
            .say("st25/mol-type", Severity::Warning, item, message)
            .hint("choose genomic DNA, mRNA or another of the controlled values");
    }
    Feature {
        key: Some(Written::new("source", item.span.clone())),
        location: Some(Written::new(whole(count), item.span.clone())),
        qualifiers: Some(vec![
            qualifier("mol_type", kind, &item.span),
            qualifier("organism", &name, &item.span),
        ]),
        span: item.span.clone(),
    }
}

fn whole(count: usize) -> String {
    if count == 1 {
        "1".to_owned()
    } else {
        format!("1..{count}")
    }
}

fn qualifier(name: &str, value: &str, span: &Span) -> Qualifier {
    Qualifier {
        name: Some(Written::new(name, span.clone())),
        value: Some(Written::new(value, span.clone())),
        span: span.clone(),
        ..Qualifier::default()
    }
}

/// Free text that belongs to no place becomes a note on the source.
fn note_on(source: &mut Feature, old: &Old<'_>) {
    let all = source.qualifiers.get_or_insert_default();
    for item in &old.texts {
        let text = item.flat();
        if !text.is_empty() {
            all.push(qualifier("note", &text, &item.span));
        }
    }
}

fn feature(
    old: &Old<'_>,
    nucleic: bool,
    (count, number): (usize, &str),
    notes: &mut Notes,
) -> Feature {
    let location = feature_location(old, (count, number), notes);
    let is_single = location.bytes().all(|byte| byte.is_ascii_digit());
    let mut qualifiers = Vec::new();
    let said = old.key.map(Item::flat).unwrap_or_default();
    let key: Str = if let Some(known) = keys::known(&said, nucleic) {
        known.into()
    } else {
        let (key, extra) = replaced(&said, nucleic, is_single);
        if let Some((name, value)) = extra {
            qualifiers.push(qualifier(name, value, &old.span));
        }
        let none = Item {
            code: 221,
            span: old.span.clone(),
            ..Item::default()
        };
        let message = format!(
            "{}: ST.26 has no feature key {said:?}; {key} was written",
            of(number)
        );
        notes
            .say(
                "st25/feature-key",
                Severity::Warning,
                old.key.unwrap_or(&none),
                message,
            )
            .hint("compare the feature with the source");
        key.into()
    };
    for item in &old.texts {
        qualifiers.push(free_text(&key, item, &qualifiers));
    }
    Feature {
        key: Some(Written::new(
            key,
            old.key
                .map_or_else(|| old.span.clone(), |item| item.span.clone()),
        )),
        location: Some(Written::new(
            location,
            old.location
                .map_or_else(|| old.span.clone(), |item| item.span.clone()),
        )),
        qualifiers: (!qualifiers.is_empty()).then_some(qualifiers),
        span: old.span.clone(),
    }
}

/// What stands for a key that ST.26 does not have; the old key is kept in a qualifier.
fn replaced(
    said: &str,
    nucleic: bool,
    is_single: bool,
) -> (&'static str, Option<(&'static str, &str)>) {
    if let Some(modern) = keys::modern(said, nucleic) {
        return (modern.key, modern.qualifier.or(Some(("note", said))));
    }
    let key = match (nucleic, is_single) {
        (true, _) => "misc_feature",
        (false, true) => "SITE",
        (false, false) => "REGION",
    };
    let is_general = said.is_empty() || said.eq_ignore_ascii_case("misc_feature");
    (key, (!is_general).then_some(("note", said)))
}

fn free_text(key: &str, item: &Item, others: &[Qualifier]) -> Qualifier {
    let text = item.flat();
    let name = FREE
        .iter()
        .find(|(of, name)| *of == key && others.iter().all(|other| other.name() != *name))
        .map_or("note", |(_, name)| name);
    qualifier(name, &text, &item.span)
}

fn feature_location(old: &Old<'_>, (count, number): (usize, &str), notes: &mut Notes) -> String {
    let Some(item) = old.location else {
        let item = old.key.expect("a feature has a key or a location");
        let message = format!(
            "{}: a feature gives no location; it was given the whole sequence",
            of(number)
        );
        notes
            .say("st25/no-location", Severity::Warning, item, message)
            .hint("give the location");
        return whole(count);
    };
    let modern = location::modern(&item.text);
    if let Err(error) = Location::parse(&modern) {
        let message = format!(
            "{}: the location cannot be written in ST.26: {error}",
            of(number)
        );
        notes
            .say("st25/location", Severity::Error, item, message)
            .hint("write the location as ST.26 does: 1..33, 5, join(1..5,8..9)");
        return item.flat().to_string();
    }
    modern
}

/// The amino acids between the lines of nucleotides are the translation of the one coding sequence.
fn translation(table: &mut [Feature], read: &Residues, blocks: Option<&Item>, notes: &mut Notes) {
    let (false, Some(item)) = (read.translation.is_empty(), blocks) else {
        return;
    };
    let mut coding: Vec<&mut Feature> = table.iter_mut().filter(|one| one.key() == "CDS").collect();
    if let [only] = coding.as_mut_slice() {
        let all = only.qualifiers.get_or_insert_default();
        all.push(qualifier("translation", &read.translation, &item.span));
        return;
    }
    let place = Item {
        text: read.translation.clone(),
        ..item.clone()
    };
    let message = format!(
        "amino acids stand between the nucleotides, and there are {} coding sequences; they were left out",
        coding.len()
    );
    notes
        .say("st25/translation", Severity::Warning, &place, message)
        .hint("add the qualifier translation to each coding sequence");
}
