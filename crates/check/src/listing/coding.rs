//! A coding region: how it is read, and whether its translation is what it says.

use super::examined::{Examined, LEAST_AMINO_ACIDS, Marked, Said};
use super::tables::{self, Code};
use super::translation::{self, Difference, Ends, Frame};
use super::value;
use super::words::is_positive;
use model::sequence::{Location, Stretch};

/// What is known of a coding region.
#[derive(Debug, Default)]
pub(crate) struct Coding {
    /// How its translation differs from what is said.
    pub(crate) difference: Option<Difference>,
    /// How it begins and ends, when its nucleotides could be read.
    pub(crate) ends: Option<Ends>,
    /// Whether it begins before what the sequence shows.
    pub(crate) is_start_open: bool,
    /// Whether it ends after what the sequence shows.
    pub(crate) is_end_open: bool,
    /// Whether it is no working gene.
    pub(crate) is_pseudo: bool,
    /// Whether the cell reads it in another way than the genetic code says.
    pub(crate) is_exceptional: bool,
    /// Whether the translation is long enough for a sequence of its own.
    pub(crate) is_long: bool,
    target: Option<u64>,
    is_translation_well_formed: bool,
}

impl Coding {
    pub(super) fn of(sequence: &Examined<'_>, feature: &Marked<'_>) -> Self {
        let translation = feature.find("translation");
        let letters = translation.map(Said::letters);
        let said = letters.as_deref().unwrap_or_default();
        let is_form = |form: &str, said: &Said<'_>| value::form(form, said.value()).is_none();
        let mut coding = Self {
            is_pseudo: ["pseudo", "pseudogene"]
                .iter()
                .any(|name| feature.find(name).is_some()),
            is_exceptional: ["exception", "ribosomal_slippage"]
                .iter()
                .any(|name| feature.find(name).is_some()),
            is_long: said.bytes().filter(|letter| *letter != b'X').count() as u64
                >= LEAST_AMINO_ACIDS,
            is_translation_well_formed: translation
                .is_some_and(|said| is_form("translation", said)),
            ..Self::default()
        };
        let protein = feature
            .find("protein_id")
            .filter(|said| is_positive(said.value()));
        coding.target = protein.and_then(|said| said.value().parse().ok());
        coding.read(sequence, feature, said);
        coding
    }

    /// The number of the sequence that is its protein.
    pub(crate) fn target(&self) -> Option<u64> {
        self.target
    }

    /// Whether nothing is wrong with the translation, as far as it can be told.
    pub(crate) fn is_translation_trusted(&self) -> bool {
        self.is_translation_well_formed && self.difference.is_none()
    }

    /// Reads the nucleotides, when everything that says how is in order.
    fn read(&mut self, sequence: &Examined<'_>, feature: &Marked<'_>, said: &str) {
        let Some(location) = feature.read() else {
            return;
        };
        let misplaced = feature.misplaced(sequence.length(), true);
        if !sequence.is_sound() || sequence.is_too_short() || misplaced.is_some() {
            return;
        }
        (self.is_start_open, self.is_end_open) = open_ends(location);
        let Some(manner) = Manner::of(feature) else {
            return;
        };
        let stretches = location.stretches();
        let frame = Frame {
            code: manner.code,
            skip: manner.skip,
            is_start_whole: !self.is_start_open,
            exceptions: &manner.exceptions,
        };
        let residues = sequence.residues.as_bytes();
        self.ends = Some(translation::ends(residues, &stretches, &frame));
        if self.is_translation_well_formed && !self.is_exceptional {
            self.difference = difference(residues, &stretches, &frame, said);
        }
        let is_silent = feature.find("translation").is_none() && feature.strangers() == 0;
        if is_silent && !self.is_pseudo && !self.is_exceptional {
            self.difference = translation::internal_stop(residues, &stretches, &frame);
        }
    }
}

/// Whether a place lies outside the coding region that a feature is.
pub(crate) fn is_outside(feature: &Marked<'_>, all: &[Stretch]) -> bool {
    let Some(location) = feature.read() else {
        return false;
    };
    let region = location.stretches();
    let is_in = |place: u64| {
        region
            .iter()
            .any(|part| (part.from..=part.to).contains(&place))
    };
    all.iter().any(|part| !is_in(part.from) || !is_in(part.to))
}

fn difference(
    residues: &[u8],
    stretches: &[Stretch],
    frame: &Frame<'_>,
    said: &str,
) -> Option<Difference> {
    // One codon more than is said shows whether it goes on.
    let protein = translation::translate(residues, stretches, frame, said.len() + 2);
    protein.compare(said.as_bytes())
}

/// How the qualifiers of a region say that it is read.
struct Manner {
    code: &'static Code,
    skip: u64,
    exceptions: Vec<(u64, u8)>,
}

impl Manner {
    /// `None` when one of them cannot be understood.
    fn of(feature: &Marked<'_>) -> Option<Self> {
        if feature.strangers() > 0 {
            return None;
        }
        let code = match feature.find("transl_table") {
            Some(said) => tables::code(said.value())?,
            None => tables::code("1")?,
        };
        let skip = match feature.find("codon_start").map(Said::value) {
            None | Some("1") => 0,
            Some("2") => 1,
            Some("3") => 2,
            Some(_) => return None,
        };
        let mut exceptions = Vec::new();
        for said in &feature.qualifiers {
            if said.known_name() == "transl_except" {
                exceptions.extend(value::exception(said.value())?);
            }
        }
        Some(Self {
            code,
            skip,
            exceptions,
        })
    }
}

/// Whether a region begins before, and ends after, what the sequence shows: in the order in which it is read.
fn open_ends(location: &Location) -> (bool, bool) {
    match location {
        Location::Residue(place) => (place.before || place.after, place.before || place.after),
        Location::Range(from, to) => (from.before || from.after, to.before || to.after),
        Location::Between(..) => (false, false),
        Location::Complement(inner) => {
            let (start, end) = open_ends(inner);
            (end, start)
        }
        Location::Join(parts) | Location::Order(parts) => {
            let start = parts.first().is_some_and(|part| open_ends(part).0);
            (start, parts.last().is_some_and(|part| open_ends(part).1))
        }
    }
}
