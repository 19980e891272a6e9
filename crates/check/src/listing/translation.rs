//! What a coding region is translated into, as far as its symbols say it.
//!
//! Clause: ST.26 Annex I

use super::tables::Code;
use model::sequence::Stretch;

/// The amino acids of a coding region.
#[derive(Debug)]
pub(crate) struct Protein {
    /// One for each whole codon, as far as it was read.
    acids: Vec<Acid>,
    /// How many whole codons there are.
    codons: u64,
    /// What the nucleotides after the last whole codon can be the start of.
    rest: Option<Acid>,
}

/// How a coding region begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ends {
    /// Whether the first codon may start a translation.
    pub(crate) starts: bool,
    /// Whether the last whole codon may stop it.
    pub(crate) stops: bool,
    /// Nucleotides after the last whole codon, unless they stop the translation.
    pub(crate) left: u64,
}

/// How a coding region is read.
#[derive(Debug)]
pub(crate) struct Frame<'a> {
    /// The genetic code.
    pub(crate) code: &'a Code,
    /// Nucleotides before the first codon: 0, 1 or 2.
    pub(crate) skip: u64,
    /// Whether the first codon is the first of the whole region.
    pub(crate) is_start_whole: bool,
    /// Codons that stand for another amino acid: the position of the first nucleotide, and a letter or `*`.
    pub(crate) exceptions: &'a [(u64, u8)],
}

/// The amino acids that a codon can stand for: one bit for each letter, and one for a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Acid(u32);

const STOP: u32 = 1 << 26;

/// How a protein differs from what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Difference {
    /// A codon within it stops: which one, from 0.
    Stop(usize),
    /// Another amino acid: which one, from 0.
    Acid(usize),
    /// Another number of amino acids.
    Length(u64),
}

/// Translates the nucleotides of `stretches`, which lie within `residues`; reads no more than `most` codons.
pub(crate) fn translate(
    residues: &[u8],
    stretches: &[Stretch],
    frame: &Frame<'_>,
    most: usize,
) -> Protein {
    let total = length(stretches).saturating_sub(frame.skip);
    let skip = usize::try_from(frame.skip).expect("it is at most 2");
    let mut coding = coding(residues, stretches).skip(skip);
    let mut protein = Protein {
        acids: Vec::new(),
        codons: total / 3,
        rest: None,
    };
    while protein.acids.len() < most {
        let mut codon = [(0, 0); 3];
        let mut filled = 0;
        for slot in &mut codon {
            let Some(next) = coding.next() else { break };
            *slot = next;
            filled += 1;
        }
        let bases = codon.map(|(bases, _)| bases);
        let exception = frame.exception(&codon[..filled]);
        if filled < 3 {
            let open = (filled == 2).then(|| read(frame.code, [bases[0], bases[1], 15]));
            protein.rest = exception.or(open);
            break;
        }
        let (mut acid, marks) = (read(frame.code, bases), marks(frame.code, bases));
        let is_first = protein.acids.is_empty() && frame.skip == 0 && frame.is_start_whole;
        if is_first && marks.0 {
            acid.0 |= Acid::of(b'M').0;
        }
        let is_last = protein.acids.len() as u64 + 1 == protein.codons;
        if is_last && marks.1 {
            acid.0 |= STOP;
        }
        protein.acids.push(exception.unwrap_or(acid));
    }
    protein
}

/// The first codon before the last that stops the translation.
pub(crate) fn internal_stop(
    residues: &[u8],
    stretches: &[Stretch],
    frame: &Frame<'_>,
) -> Option<Difference> {
    let protein = translate(residues, stretches, frame, usize::MAX);
    let (_, before) = protein.acids.split_last()?;
    let stop = before.iter().position(|acid| acid.0 == STOP);
    stop.map(Difference::Stop)
}

/// Looks at both ends of a coding region.
pub(crate) fn ends(residues: &[u8], stretches: &[Stretch], frame: &Frame<'_>) -> Ends {
    let total = length(stretches).saturating_sub(frame.skip);
    let codon = |number: u64| {
        let mut codon = [(0, 0); 3];
        for (step, slot) in (0..).zip(&mut codon) {
            *slot = nucleotide(residues, stretches, frame.skip + number * 3 + step)?;
        }
        let marks = marks(frame.code, codon.map(|(bases, _)| bases));
        Some((marks, frame.exception(&codon)))
    };
    let first = codon(0);
    let last = (total / 3).checked_sub(1).and_then(codon);
    let rest = total / 3 * 3..total;
    let rest: Vec<(u8, u64)> = rest
        .filter_map(|at| nucleotide(residues, stretches, frame.skip + at))
        .collect();
    let is_stop = |acid: Acid| acid.0 == STOP;
    let rest_stops = frame.exception(&rest).is_some_and(is_stop);
    let last_stops = last.is_some_and(|(marks, exception)| exception.map_or(marks.1, is_stop));
    Ends {
        starts: first.is_some_and(|(marks, exception)| marks.0 || exception.is_some()),
        stops: last_stops || rest_stops,
        left: if rest_stops { 0 } else { total % 3 },
    }
}

impl Frame<'_> {
    fn exception(&self, codon: &[(u8, u64)]) -> Option<Acid> {
        let within = |given: &&(u64, u8)| codon.iter().any(|(_, at)| *at == given.0);
        let found = self.exceptions.iter().find(within);
        found.map(|(_, letter)| Acid::of(*letter))
    }
}

impl Protein {
    /// Compares with the amino acids that are said, which must not be more than were read.
    pub(crate) fn compare(&self, said: &[u8]) -> Option<Difference> {
        let is_read = self.acids.len() as u64 == self.codons;
        let (whole, stop) = match self.acids.split_last() {
            Some((last, before)) if is_read && last.0 & STOP != 0 && said.len() <= before.len() => {
                (before, 1)
            }
            _ => (&self.acids[..], 0),
        };
        let rest = self.rest.filter(|_| said.len() == whole.len() + 1);
        let all = whole.iter().copied().chain(rest);
        for (at, (acid, letter)) in all.zip(said).enumerate() {
            if acid.0 == STOP {
                let is_last = at as u64 + 1 == self.codons;
                return Some(match is_last {
                    true => Difference::Length(self.codons - 1),
                    false => Difference::Stop(at),
                });
            }
            if !acid.may_be(*letter) {
                return Some(Difference::Acid(at));
            }
        }
        // The next codon: a stop there says more than a length.
        let next = whole.get(said.len()).filter(|acid| acid.0 == STOP);
        if next.is_some() {
            return Some(Difference::Stop(said.len()));
        }
        let length = self.codons - stop + u64::from(rest.is_some());
        (length != said.len() as u64).then_some(Difference::Length(length))
    }

    /// The amino acids with a stop.
    #[cfg(test)]
    fn letters(&self) -> String {
        self.acids.iter().map(|acid| acid.letter()).collect()
    }
}

impl Acid {
    fn of(letter: u8) -> Self {
        match letter {
            b'A'..=b'Z' => Self(1 << (letter - b'A')),
            _ => Self(STOP),
        }
    }

    /// Whether a letter says what the codon stands for: exactly, or `X`, `B`, `Z` or `J` when that is not known.
    fn may_be(self, letter: u8) -> bool {
        let either = |a, b| Self::of(a).0 | Self::of(b).0;
        match letter {
            _ if Self::of(letter).0 & self.0 != 0 => true,
            _ if self.0.count_ones() < 2 => false,
            b'X' => true,
            b'B' => self.0 & !either(b'D', b'N') == 0,
            b'Z' => self.0 & !either(b'E', b'Q') == 0,
            b'J' => self.0 & !either(b'I', b'L') == 0,
            _ => false,
        }
    }

    #[cfg(test)]
    fn letter(self) -> char {
        match self.0 {
            STOP => '*',
            bits if bits.count_ones() == 1 => {
                char::from(b'A' + u8::try_from(bits.trailing_zeros()).unwrap())
            }
            _ => 'X',
        }
    }
}

/// How many nucleotides there are in the stretches.
fn length(stretches: &[Stretch]) -> u64 {
    let lengths = stretches
        .iter()
        .map(|part| (part.to + 1).saturating_sub(part.from));
    lengths.fold(0, u64::saturating_add)
}

/// The nucleotide at `number`, from 0, in reading order.
fn nucleotide(residues: &[u8], stretches: &[Stretch], mut number: u64) -> Option<(u8, u64)> {
    for stretch in stretches {
        let count = length(std::slice::from_ref(stretch));
        if number < count {
            return at(residues, *stretch, number);
        }
        number -= count;
    }
    None
}

/// The nucleotide at `step` in a stretch.
fn at(residues: &[u8], stretch: Stretch, step: u64) -> Option<(u8, u64)> {
    let position = if stretch.complement {
        stretch.to - step
    } else {
        stretch.from + step
    };
    let index = usize::try_from(position.checked_sub(1)?).ok()?;
    let bases = BASES[usize::from(*residues.get(index)?)];
    let bases = if stretch.complement {
        other_strand(bases)
    } else {
        bases
    };
    Some((bases, position))
}

/// The nucleotides of the stretches in reading order: bits for what each can be, and its position from 1.
fn coding<'a>(
    residues: &'a [u8],
    stretches: &'a [Stretch],
) -> impl Iterator<Item = (u8, u64)> + 'a {
    stretches.iter().flat_map(move |stretch| {
        let count = length(std::slice::from_ref(stretch));
        (0..count).filter_map(move |step| at(residues, *stretch, step))
    })
}

/// What a symbol can be: 1 is t, 2 is c, 4 is a, 8 is g.
static BASES: [u8; 256] = {
    const SYMBOLS: &[u8; 15] = b"tcyawmhgksbrdvn";
    let mut table = [0; 256];
    let mut bits = 0;
    while bits < 15 {
        table[SYMBOLS[bits] as usize] = bits as u8 + 1;
        bits += 1;
    }
    table
};

/// The same on the other strand: t for a, c for g.
fn other_strand(bases: u8) -> u8 {
    (bases & 1) << 2 | (bases & 4) >> 2 | (bases & 2) << 2 | (bases & 8) >> 2
}

/// Calls `take` with the number of each codon that the symbols can be.
fn codons(bases: [u8; 3], mut take: impl FnMut(usize)) {
    for codon in 0..64 {
        let at = [codon >> 4, codon >> 2 & 3, codon & 3];
        if at
            .iter()
            .zip(bases)
            .all(|(base, bits)| bits >> base & 1 == 1)
        {
            take(codon);
        }
    }
}

fn read(code: &Code, bases: [u8; 3]) -> Acid {
    if let Some(codon) = only(bases) {
        return Acid::of(code.amino[codon]);
    }
    let mut all = 0;
    codons(bases, |codon| all |= Acid::of(code.amino[codon]).0);
    Acid(all)
}

/// Whether a codon can start, and whether it can stop.
fn marks(code: &Code, bases: [u8; 3]) -> (bool, bool) {
    let (mut starts, mut stops) = (false, false);
    let mut see = |codon: usize| {
        starts |= code.marks[codon] == b'M';
        stops |= code.marks[codon] == b'*' || code.amino[codon] == b'*';
    };
    match only(bases) {
        Some(codon) => see(codon),
        None => codons(bases, see),
    }
    (starts, stops)
}

/// The codon when each symbol is one nucleotide.
fn only(bases: [u8; 3]) -> Option<usize> {
    let mut codon = 0;
    for bits in bases {
        if bits.count_ones() != 1 {
            return None;
        }
        codon = codon << 2 | bits.trailing_zeros() as usize;
    }
    Some(codon)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listing::tables;

    fn stretch(from: u64, to: u64, complement: bool) -> Stretch {
        Stretch {
            from,
            to,
            complement,
        }
    }

    fn frame<'a>(table: &str, exceptions: &'a [(u64, u8)]) -> Frame<'a> {
        Frame {
            code: tables::code(table).unwrap(),
            skip: 0,
            is_start_whole: true,
            exceptions,
        }
    }

    fn protein(residues: &str, stretches: &[Stretch]) -> Protein {
        translate(residues.as_bytes(), stretches, &frame("1", &[]), 99)
    }

    #[test]
    fn codons_become_amino_acids() {
        let all = [stretch(1, 12, false)];
        assert_eq!(protein("atgctttgatag", &all).letters(), "ML**");
        let whole = Ends {
            starts: true,
            stops: true,
            left: 0,
        };
        assert_eq!(ends(b"atgctttgatag", &all, &frame("1", &[])), whole);
        let joined = [stretch(1, 2, false), stretch(6, 6, false)];
        assert_eq!(protein("atcccg", &joined).letters(), "M");
        let other = [stretch(1, 6, true)];
        assert_eq!(protein("aagcat", &other).letters(), "ML");
        let part = [stretch(4, 7, false)];
        let end = ends(b"atgctgt", &part, &frame("12", &[]));
        assert_eq!((end.starts, end.stops, end.left), (true, false, 1));
    }

    #[test]
    fn what_is_said_is_compared() {
        let whole = protein("atgctttag", &[stretch(1, 9, false)]);
        assert_eq!(whole.compare(b"ML"), None);
        assert_eq!(whole.compare(b"MV"), Some(Difference::Acid(1)));
        assert_eq!(whole.compare(b"M"), Some(Difference::Length(2)));
        assert_eq!(whole.compare(b"MLV"), Some(Difference::Length(2)));
        let early = protein("atgtagctttag", &[stretch(1, 12, false)]);
        assert_eq!(early.compare(b"MAL"), Some(Difference::Stop(1)));
        assert_eq!(early.compare(b"M"), Some(Difference::Stop(1)));
    }

    #[test]
    fn symbols_that_leave_a_choice() {
        let open = protein("atgctnraywsn", &[stretch(1, 12, false)]);
        assert_eq!(open.letters(), "MLXX");
        assert_eq!(open.compare(b"MLXX"), None);
        assert_eq!(open.compare(b"MLBX"), None);
        assert_eq!(open.compare(b"MLEX"), Some(Difference::Acid(2)));
        assert_eq!(open.compare(b"XLBX"), Some(Difference::Acid(0)));
    }

    #[test]
    fn other_starts_and_incomplete_codons() {
        let whole = protein("ctgctggt", &[stretch(1, 8, false)]);
        for said in [&b"ML"[..], b"LL", b"MLV"] {
            assert_eq!(whole.compare(said), None);
        }
        assert_eq!(whole.compare(b"LM"), Some(Difference::Acid(1)));
        assert_eq!(whole.compare(b"MLA"), Some(Difference::Acid(2)));
    }

    #[test]
    fn exceptions_count() {
        let frame = Frame {
            skip: 1,
            ..frame("1", &[(5, b'U')])
        };
        let protein = translate(b"catgtgatag", &[stretch(1, 10, false)], &frame, 99);
        assert_eq!(protein.letters(), "MU*");
        assert_eq!(protein.compare(b"MU"), None);
    }

    #[test]
    fn no_more_is_read_than_is_said() {
        let residues = "atg".repeat(1000);
        let all = [stretch(1, 3000, false)];
        let protein = translate(residues.as_bytes(), &all, &frame("1", &[]), 3);
        assert_eq!(protein.letters(), "MMM");
        assert_eq!(protein.compare(b"MM"), Some(Difference::Length(1000)));
    }
}
