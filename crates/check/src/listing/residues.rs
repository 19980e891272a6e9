//! Residues, looked over with a table of all bytes.
//!
//! Clause: ST.26 Annex I

/// A byte that stands for a residue.
const SYMBOL: u8 = 1;
/// A symbol that stands for any residue.
const ANY: u8 = 2;
/// A symbol in the wrong case.
const CASE: u8 = 4;
/// A blank, digit or sign.
const SIGN: u8 = 8;
/// Anything else.
const OTHER: u8 = 16;

/// What stands in residues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scan {
    /// Characters, blanks not counted.
    pub(crate) characters: u64,
    /// Symbols, in any case.
    pub(crate) symbols: u64,
    /// Symbols that stand for any residue: `n` and `X`.
    pub(crate) undefined: u64,
    /// Symbols in the wrong case, and where the first stands.
    pub(crate) wrong_case: Bad,
    /// Blanks, digits and signs.
    pub(crate) signs: Bad,
    /// Characters that are no symbols.
    pub(crate) others: Bad,
}

/// How many characters are wrong in one way, and which is the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bad {
    /// How many.
    pub(crate) count: u64,
    /// Byte offset of the first.
    pub(crate) first: usize,
}

static NUCLEOTIDES: [u8; 256] = table(b"acgtmrwsykvhdbn", b'n');
static AMINO_ACIDS: [u8; 256] = table(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b'X');

/// Looks over residues that are nucleotides, or amino acids.
pub(crate) fn scan(residues: &str, is_nucleic: bool) -> Scan {
    let table = if is_nucleic {
        &NUCLEOTIDES
    } else {
        &AMINO_ACIDS
    };
    let mut scan = Scan::default();
    // Short runs are looked at as a whole; only one that is not clean is looked at again.
    for (number, run) in residues.as_bytes().chunks(RUN).enumerate() {
        let (mut seen, mut undefined) = (0, 0_u64);
        for byte in run {
            let class = table[usize::from(*byte)];
            seen |= class;
            undefined += u64::from(class >> 1 & 1);
        }
        scan.undefined += undefined;
        if seen & (CASE | SIGN | OTHER) == 0 {
            scan.symbols += run.len() as u64;
        } else {
            scan.dirty(run, number * RUN, table);
        }
    }
    scan.characters = scan.symbols + scan.others.count + scan.signs.count;
    let blanks = |byte: &&u8| byte.is_ascii_whitespace();
    if scan.signs.count > 0 {
        scan.characters -= residues.as_bytes().iter().filter(blanks).count() as u64;
    }
    scan
}

const RUN: usize = 4096;

impl Scan {
    fn dirty(&mut self, run: &[u8], start: usize, table: &[u8; 256]) {
        for (at, byte) in run.iter().enumerate() {
            let class = table[usize::from(*byte)];
            self.symbols += u64::from(class & (SYMBOL | CASE) != 0);
            let bad = match class & (CASE | SIGN | OTHER) {
                CASE => &mut self.wrong_case,
                SIGN => &mut self.signs,
                // A character of several bytes is counted once.
                OTHER if byte & 0xc0 != 0x80 => &mut self.others,
                _ => continue,
            };
            if bad.count == 0 {
                bad.first = start + at;
            }
            bad.count += 1;
        }
    }

    /// Whether every character is a symbol in the right case.
    pub(crate) fn is_clean(&self) -> bool {
        self.wrong_case.count + self.signs.count + self.others.count == 0
    }

    /// Residues that say what they are, as far as it can be known: wrong ones might be.
    pub(crate) fn defined(&self) -> u64 {
        self.symbols + self.others.count - self.undefined
    }
}

/// The classes of all bytes when these are the symbols.
const fn table(symbols: &[u8], any: u8) -> [u8; 256] {
    let mut table = [OTHER; 256];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        let is_sign = byte.is_ascii_digit() || byte.is_ascii_punctuation();
        if is_sign && byte != b'*' || byte.is_ascii_whitespace() || byte.is_ascii_control() {
            table[at] = SIGN;
        }
        at += 1;
    }
    at = 0;
    while at < symbols.len() {
        let symbol = symbols[at];
        let other = symbol ^ 0x20;
        let undefined = if symbol == any { ANY } else { 0 };
        table[symbol as usize] = SYMBOL | undefined;
        table[other as usize] = CASE | undefined;
        at += 1;
    }
    table
}

/// A digest of residues, to compare long ones without keeping them.
pub(crate) fn digest(residues: &[u8]) -> u64 {
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |state: u64, word: u64| {
        let mixed = (state ^ word).wrapping_mul(SPREAD);
        mixed ^ mixed >> 29
    };
    let mut chunks = residues.chunks_exact(8);
    let mut state = residues.len() as u64;
    for chunk in &mut chunks {
        let word = u64::from_le_bytes(chunk.try_into().expect("it has eight bytes"));
        state = mix(state, word);
    }
    let mut word = 0;
    for byte in chunks.remainder() {
        word = word << 8 | u64::from(*byte);
    }
    mix(state, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn residues_are_counted() {
        let clean = scan("acgtnn", true);
        assert_eq!((clean.characters, clean.undefined), (6, 2));
        assert!(clean.is_clean() && clean.defined() == 4);
        let bad = scan("acG u1é*", true);
        assert_eq!((bad.characters, bad.symbols), (7, 3));
        assert_eq!(bad.wrong_case, Bad { count: 1, first: 2 });
        assert_eq!(bad.signs, Bad { count: 2, first: 3 });
        assert_eq!(bad.others, Bad { count: 3, first: 4 });
        assert!(scan("MOXUBJZ", false).is_clean());
        assert_eq!(scan("MO*", false).others.count, 1);
    }

    #[test]
    fn long_ones_are_counted_too() {
        let text = format!("{}N{}", "a".repeat(5000), "c".repeat(5000));
        let long = scan(&text, true);
        assert_eq!((long.symbols, long.undefined), (10_001, 1));
        assert_eq!(
            long.wrong_case,
            Bad {
                count: 1,
                first: 5000
            }
        );
    }

    #[test]
    fn digests_differ() {
        let all = [
            "",
            "M",
            "MM",
            "MMMMMMMM",
            "MMMMMMMMM",
            "MMMMMMMMN",
            "NMMMMMMM",
        ];
        let mut digests: Vec<u64> = all.iter().map(|text| digest(text.as_bytes())).collect();
        digests.sort_unstable();
        digests.dedup();
        assert_eq!(digests.len(), all.len());
    }
}
