//! The residues under `<400>`: nucleotides in blocks with counts, amino acids in three letters, and both in pairs of
//! lines where a coding sequence is shown with its translation.

/// Codes of three letters for amino acids with their one letter.
///
/// Clause: ST.26 Annex I
const AMINO_ACIDS: &[(&str, char)] = &[
    ("Ala", 'A'),
    ("Arg", 'R'),
    ("Asn", 'N'),
    ("Asp", 'D'),
    ("Asx", 'B'),
    ("Cys", 'C'),
    ("Gln", 'Q'),
    ("Glu", 'E'),
    ("Glx", 'Z'),
    ("Gly", 'G'),
    ("His", 'H'),
    ("Ile", 'I'),
    ("Leu", 'L'),
    ("Lys", 'K'),
    ("Met", 'M'),
    ("Phe", 'F'),
    ("Pro", 'P'),
    ("Pyl", 'O'),
    ("Sec", 'U'),
    ("Ser", 'S'),
    ("Thr", 'T'),
    ("Trp", 'W'),
    ("Tyr", 'Y'),
    ("Val", 'V'),
    ("Xaa", 'X'),
    ("Xle", 'J'),
];

/// What was read of the residues of one sequence.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Residues {
    /// One letter a residue.
    pub(super) letters: String,
    /// The amino acids between the lines of nucleotides.
    pub(super) translation: String,
    /// Words that are no residues.
    pub(super) strange: Vec<String>,
    /// Whether nucleotides were written in capitals.
    pub(super) capitals: bool,
    /// Whether `u` was written, for which ST.26 has `t`.
    pub(super) uracil: bool,
    /// Whether amino acids were written in one letter.
    pub(super) single: bool,
}

/// Reads the lines of a protein.
pub(super) fn protein(text: &str) -> Residues {
    let mut out = Residues::default();
    for word in words(text) {
        match amino_acid(word) {
            Some(letter) => out.letters.push(letter),
            None if is_stop(word) => {}
            None if word.bytes().all(|byte| byte.is_ascii_uppercase()) && word.len() != 3 => {
                out.single = true;
                out.letters.push_str(word);
            }
            None if word.len() > 3 && word.is_ascii() && word.len().is_multiple_of(3) => {
                joined(word, &mut out);
            }
            None => out.strange.push(word.to_owned()),
        }
    }
    out
}

/// Codes of three letters that were written without blanks.
fn joined(word: &str, out: &mut Residues) {
    let codes = word
        .as_bytes()
        .chunks(3)
        .map(|code| std::str::from_utf8(code).unwrap_or(""));
    let letters: Option<String> = codes.map(amino_acid).collect();
    match letters {
        Some(letters) => out.letters.push_str(&letters),
        None => out.strange.push(word.to_owned()),
    }
}

/// Reads the lines of a nucleic acid.
pub(super) fn nucleic(text: &str) -> Residues {
    let mut out = Residues::default();
    for line in text.lines() {
        let all: Vec<&str> = words(line).collect();
        let is_translation = all.iter().any(|word| !is_nucleic(word))
            && all
                .iter()
                .all(|word| amino_acid(word).is_some() || is_stop(word));
        for word in all {
            if is_translation {
                out.translation.extend(amino_acid(word));
            } else if is_nucleic(word) {
                out.capitals |= word.bytes().any(|byte| byte.is_ascii_uppercase());
                for letter in word.chars() {
                    let letter = letter.to_ascii_lowercase();
                    out.uracil |= letter == 'u';
                    out.letters.push(if letter == 'u' { 't' } else { letter });
                }
            } else {
                out.strange.push(word.to_owned());
            }
        }
    }
    out
}

/// The words that are no counts.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_ascii_whitespace()
        .filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()))
}

fn amino_acid(word: &str) -> Option<char> {
    let mut all = AMINO_ACIDS.iter();
    let found = all.find(|(code, _)| code.eq_ignore_ascii_case(word));
    // Nucleotides are never amino acids in small letters.
    let is_small = word.bytes().all(|byte| byte.is_ascii_lowercase());
    found.filter(|_| !is_small).map(|(_, letter)| *letter)
}

fn is_stop(word: &str) -> bool {
    matches!(word, "Ter" | "TER" | "***" | "*" | "End")
}

fn is_nucleic(word: &str) -> bool {
    let signs = b"acgturykmswbdhvn";
    word.bytes()
        .all(|byte| signs.contains(&byte.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_counts() {
        let read = nucleic("\nacgtacgtac gtnn     14\nUU\n");
        assert_eq!(read.letters, "acgtacgtacgtnntt");
        assert!(read.capitals && read.uracil && read.strange.is_empty());
    }

    #[test]
    fn translations_stand_between() {
        let read = nucleic("atg gca tga   9\nMet Ala Ter\n1\n");
        assert_eq!(
            (read.letters.as_str(), read.translation.as_str()),
            ("atggcatga", "MA")
        );
    }

    #[test]
    fn amino_acids_in_three_letters() {
        let read = protein("1  Met Ala MET Xaa Foo\n  1   5\nGlySer");
        assert_eq!(read.letters, "MAMXGS");
        assert_eq!(read.strange, ["Foo"]);
        let read = protein("MKV LA");
        assert!(
            read.single && read.letters == "LA" && read.strange == ["MKV"]
                || read.letters == "MKVLA"
        );
    }
}
