//! What is kept of the sequences that were seen: numbers and digests.

use super::coding::Coding;
use super::examined::Examined;
use super::residues::digest;
use super::runs::Runs;
use super::tables;
use super::words::{is_blank, is_positive};
use model::{Sequence, Span};
use std::collections::BTreeSet;

/// What is kept of the sequences that were seen.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    /// How many there were.
    pub(crate) count: u64,
    /// How many had a number that stood before.
    pub(crate) repeated: u64,
    /// How many had no number, or none that is one.
    pub(crate) unnumbered: u64,
    /// The first sequence that does not stand where its number is due.
    pub(crate) displaced: Option<Displaced>,
    /// The first text that depends on a language.
    pub(crate) free_text: Option<Span>,
    /// The first text in another language than English.
    pub(crate) foreign: Option<Span>,
    /// Whether there is a place for such text that is blank.
    pub(crate) has_blank_foreign: bool,
    /// What coding regions say of their proteins.
    pub(crate) claims: Vec<Claim>,
    numbers: Runs,
    /// Numbers that stand more than once.
    shared: Runs,
    /// Whether a number stands after a higher one.
    is_shuffled: bool,
    nucleic: Runs,
    skipped: Runs,
    proteins: Vec<Protein>,
    due: u64,
    ids: Runs,
    other_ids: BTreeSet<u64>,
}

/// The number of a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numbered {
    /// There is no number, or none that is one.
    Not,
    /// It stood before.
    Again(u64),
    /// It is new.
    As(u64),
}

/// A sequence that does not stand where its number is due.
#[derive(Clone, Debug)]
pub(crate) struct Displaced {
    /// Its number.
    pub(crate) number: u64,
    /// The number that is due.
    pub(crate) due: u64,
    /// Where it stands.
    pub(crate) span: Span,
}

/// A sequence of amino acids.
#[derive(Clone, Copy, Debug)]
struct Protein {
    number: u64,
    digest: u64,
    /// Whether nothing else is wrong with it.
    is_sound: bool,
}

/// What a coding region says of its protein.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    /// Path of the qualifier.
    pub(crate) path: String,
    /// Where it stands.
    pub(crate) span: Span,
    /// The number of the sequence that is the protein.
    pub(crate) target: u64,
    /// Digest of the translation, when nothing is wrong with it.
    pub(crate) digest: Option<u64>,
}

/// What stands under the number of a protein.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Amino acids: the same ones, others, or nobody can tell.
    Protein(Option<bool>),
    /// Nucleotides.
    Nucleic,
    /// A sequence that was skipped.
    Skipped,
    /// Nothing.
    Nothing,
}

impl Ledger {
    /// Counts the next sequence, and looks at its number.
    pub(super) fn number(&mut self, sequence: &Sequence, written: &str) -> Numbered {
        self.count += 1;
        self.due += 1;
        let number = is_positive(written).then(|| written.parse().ok()).flatten();
        let Some(number) = number.filter(|number| *number < u64::MAX) else {
            self.unnumbered += 1;
            return Numbered::Not;
        };
        if !self.numbers.insert(number) {
            self.repeated += 1;
            self.shared.insert(number);
            self.due -= 1;
            return Numbered::Again(number);
        }
        if number != self.due && self.displaced.is_none() {
            self.displaced = Some(Displaced {
                number,
                due: self.due,
                span: sequence.span.clone(),
            });
        }
        self.is_shuffled |= number < self.due;
        self.due = number;
        Numbered::As(number)
    }

    /// Adds the identifier of a qualifier; tells whether it is new.
    pub(super) fn id(&mut self, id: &str) -> bool {
        let number = id.strip_prefix('q').filter(|rest| is_positive(rest));
        let number = number.filter(|rest| !rest.starts_with('0'));
        match number.and_then(|rest| rest.parse::<u64>().ok()) {
            Some(number) if number < u64::MAX => self.ids.insert(number),
            _ => self.other_ids.insert(digest(id.as_bytes())),
        }
    }

    /// Keeps what the end has to know of a sequence.
    pub(super) fn keep(&mut self, examined: &Examined<'_>) {
        if let Numbered::As(number) = examined.number {
            let is_sound = examined.is_sound() && !examined.is_too_short();
            let is_half_skipped = examined.is_skipped && examined.sequence.features.is_some();
            if is_half_skipped {
                self.proteins.push(Protein {
                    number,
                    digest: 0,
                    is_sound: false,
                });
            } else if examined.is_skipped {
                self.skipped.insert(number);
            } else if examined.is_nucleic {
                self.nucleic.insert(number);
            } else {
                self.proteins.push(Protein {
                    number,
                    digest: digest(examined.residues.as_bytes()),
                    is_sound,
                });
            }
        }
        for feature in &examined.features {
            for said in &feature.qualifiers {
                let dependent = |name: &tables::Qualifier| name.is_language_dependent;
                if self.free_text.is_none() && said.name.known().is_some_and(dependent) {
                    self.free_text = Some(said.qualifier.span.clone());
                }
                let foreign = said.qualifier.foreign.as_ref();
                self.has_blank_foreign |= foreign.is_some() && is_blank(foreign);
                if self.foreign.is_none() && !is_blank(foreign) {
                    self.foreign = Some(said.qualifier.span.clone());
                }
            }
            let claim = feature.coding.as_ref().and_then(Coding::target);
            if let (Some(target), Some(said)) = (claim, feature.find("protein_id")) {
                let translation = feature.find("translation").filter(|_| {
                    let coding = feature.coding.as_ref();
                    coding.is_some_and(Coding::is_translation_trusted)
                });
                self.claims.push(Claim {
                    path: examined.qualifier_path(feature, said),
                    span: said.value_place().clone(),
                    target,
                    digest: translation.map(|said| digest(said.letters().as_bytes())),
                });
            }
        }
    }

    /// Makes ready to be asked for proteins.
    pub(super) fn close(&mut self) {
        self.proteins.sort_by_key(|protein| protein.number);
    }

    /// How many numbers up to the highest nobody has.
    pub(crate) fn missing(&self) -> u64 {
        self.numbers.missing()
    }

    /// Runs of numbers that nobody has.
    pub(crate) fn gaps(&self) -> impl Iterator<Item = (u64, u64)> + '_ {
        self.numbers.gaps()
    }

    /// The highest number.
    pub(crate) fn highest(&self) -> u64 {
        self.numbers.highest()
    }

    /// Whether all numbers from 1 to the highest stand once.
    pub(crate) fn is_numbering_whole(&self) -> bool {
        self.repeated == 0 && self.unnumbered == 0 && self.missing() == 0
    }

    /// What stands under the number that a coding region names.
    ///
    /// When numbers are out of order or two sequences have this one, nobody can tell which is meant.
    pub(crate) fn target(&self, claim: &Claim) -> Target {
        let is_there = self.numbers.has(claim.target);
        if is_there && (self.is_shuffled || self.shared.has(claim.target)) {
            return Target::Protein(None);
        }
        let at = self
            .proteins
            .binary_search_by_key(&claim.target, |protein| protein.number);
        if let Ok(at) = at {
            let protein = self.proteins[at];
            let digest = claim.digest.filter(|_| protein.is_sound);
            return Target::Protein(digest.map(|digest| digest == protein.digest));
        }
        if self.skipped.has(claim.target) {
            Target::Skipped
        } else if self.nucleic.has(claim.target) {
            Target::Nucleic
        } else {
            Target::Nothing
        }
    }
}
