//! A sequence, looked over once for all rules.
//!
//! Whatever could make several rules speak of one fault is decided here: which kind of molecule the sequence really
//! is, whether it was skipped, how far its positions can be trusted.

mod feature;

pub(crate) use feature::{Marked, Misplaced, Said};

use super::coding::Coding;
use super::ledger::{Ledger, Numbered};
use super::residues::{Scan, scan};
use super::words::{feature_path, is_blank, place, qualifier_path, sequence_path, text};
use model::sequence::{Molecule, Written};
use model::{Sequence, Span};
use std::borrow::Cow;

/// A sequence and what is known of it.
#[derive(Debug)]
pub(crate) struct Examined<'a> {
    /// The sequence.
    pub(crate) sequence: &'a Sequence,
    /// Its position in the file, from 1.
    pub(crate) position: u64,
    /// Its number.
    pub(crate) number: Numbered,
    /// Whether it was left out on purpose.
    pub(crate) is_skipped: bool,
    /// Whether it is of nucleotides, whatever its kind is said to be.
    pub(crate) is_nucleic: bool,
    /// Whether residues and `mol_type` belong to the other kind than the one that is said.
    pub(crate) is_of_other_kind: bool,
    /// The residues without blanks.
    pub(crate) residues: Cow<'a, str>,
    /// What stands in them.
    pub(crate) scan: Scan,
    /// The features.
    pub(crate) features: Vec<Marked<'a>>,
}

/// The least number of nucleotides that say what they are.
pub(crate) const LEAST_NUCLEOTIDES: u64 = 10;
/// The least number of amino acids that say what they are.
pub(crate) const LEAST_AMINO_ACIDS: u64 = 4;

impl<'a> Examined<'a> {
    /// Looks over the next sequence of a listing.
    pub(crate) fn new(sequence: &'a Sequence, ledger: &mut Ledger) -> Self {
        let written = sequence
            .residues
            .as_ref()
            .map_or("", |part| part.text.trim());
        let said = sequence.molecule().map(Molecule::is_nucleic);
        let mol_type = sequence.source("mol_type").map(str::trim);
        let (is_nucleic, scan) = kind(written, said, mol_type);
        let number = ledger.number(sequence, text(sequence.number.as_ref()));
        let mut examined = Self {
            sequence,
            position: ledger.count,
            number,
            is_skipped: is_skipped(sequence),
            is_nucleic,
            is_of_other_kind: said.is_some_and(|said| said != is_nucleic),
            residues: sequence.residues(),
            scan,
            features: Vec::new(),
        };
        let features = sequence.features().enumerate();
        let marked =
            features.map(|(index, feature)| Marked::new(index, feature, is_nucleic, ledger));
        examined.features = marked.collect();
        examined.decode();
        examined
    }

    /// Reads the coding regions.
    fn decode(&mut self) {
        if !self.is_nucleic || self.is_skipped {
            return;
        }
        let codings: Vec<Option<Coding>> = self
            .features
            .iter()
            .map(|feature| feature.is("CDS").then(|| Coding::of(self, feature)))
            .collect();
        for (feature, coding) in self.features.iter_mut().zip(codings) {
            feature.coding = coding;
        }
    }

    /// How many residues there are, blanks not counted.
    pub(crate) fn length(&self) -> u64 {
        self.scan.characters
    }

    /// Whether the stated length is a number, and another than that of the residues.
    pub(crate) fn is_length_wrong(&self) -> bool {
        let Some(stated) = self.sequence.stated_length() else {
            return false;
        };
        // What is no residue may stand in the place of one, or between two.
        let most = self.scan.symbols + self.scan.others.count + self.scan.signs.count;
        !(self.scan.symbols..=most).contains(&stated)
    }

    /// Whether there are too few residues that say what they are.
    pub(crate) fn is_too_short(&self) -> bool {
        let least = if self.is_nucleic {
            LEAST_NUCLEOTIDES
        } else {
            LEAST_AMINO_ACIDS
        };
        !self.is_skipped && self.length() > 0 && self.scan.defined() < least
    }

    /// Whether residues are as they must be, so that positions mean something.
    pub(crate) fn is_sound(&self) -> bool {
        !self.is_skipped && self.length() > 0 && self.scan.is_clean() && !self.is_length_wrong()
    }

    /// The highest position that a feature may name: of a wrong length and the right one, the greater counts.
    pub(crate) fn last(&self) -> u64 {
        self.length()
            .max(self.sequence.stated_length().unwrap_or(0))
    }

    /// Whether a position is the last one.
    pub(crate) fn is_last(&self, position: u64) -> bool {
        let stated = self.sequence.stated_length();
        position == self.length() || Some(position) == stated || position == self.scan.symbols
    }

    /// Features with the key `source`.
    pub(crate) fn sources(&self) -> impl Iterator<Item = &Marked<'a>> {
        self.features.iter().filter(|feature| feature.is("source"))
    }

    /// Features whose key is another one, but which hold what only `source` has; empty when there is a source.
    pub(crate) fn is_source_in_disguise(&self, feature: &Marked<'_>) -> bool {
        if feature.is("source") || self.sources().next().is_some() {
            return false;
        }
        let tells = |said: &Said<'_>| matches!(said.known_name(), "organism" | "mol_type");
        feature.qualifiers.iter().any(tells)
    }

    /// The path of the sequence.
    pub(crate) fn path(&self) -> String {
        sequence_path(self.sequence, self.position)
    }

    /// The path of a feature.
    pub(crate) fn feature_path(&self, feature: &Marked<'_>) -> String {
        feature_path(self.path(), feature.position, feature.feature)
    }

    /// The path of a qualifier.
    pub(crate) fn qualifier_path(&self, feature: &Marked<'_>, said: &Said<'_>) -> String {
        qualifier_path(self.feature_path(feature), said.position, said.qualifier)
    }

    /// Where a part stands, or the sequence when it is not there.
    pub(crate) fn place(&self, part: Option<&'a Written>) -> &'a Span {
        place(part, &self.sequence.span)
    }
}

/// Whether a sequence was left out on purpose, or was meant to be.
fn is_skipped(sequence: &Sequence) -> bool {
    let fields = [&sequence.length, &sequence.molecule, &sequence.division];
    let nothing = fields.iter().all(|field| is_blank(field.as_ref()));
    sequence.is_skipped() || nothing && sequence.features().next().is_none()
}

/// Which kind of molecule the residues are, and what stands in them.
fn kind(residues: &str, said: Option<bool>, mol_type: Option<&str>) -> (bool, Scan) {
    let is_protein = mol_type.map(|value| value.eq_ignore_ascii_case("protein"));
    let first = residues.trim_start().as_bytes().first();
    let looks = first.is_none_or(u8::is_ascii_lowercase);
    let guess = said
        .or(is_protein.map(|is_protein| !is_protein))
        .unwrap_or(looks);
    let scanned = scan(residues, guess);
    if scanned.is_clean() {
        return (guess, scanned);
    }
    let other = scan(residues, !guess);
    let agrees = is_protein.is_none_or(|is_protein| is_protein == guess);
    if other.is_clean() && (said.is_none() || agrees) {
        (!guess, other)
    } else {
        (guess, scanned)
    }
}
