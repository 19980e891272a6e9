//! The residues under `<400>`: nucleotides in blocks with counts, amino acids in three letters, and both in pairs of
//! lines where a coding sequence is shown with its translation.

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
                out.uracil |= word.contains(['u', 'U']);
                out.letters.push_str(word);
            } else {
                out.strange.push(word.to_owned());
            }
        }
    }
    out.letters.make_ascii_lowercase();
    if out.uracil {
        out.letters = out.letters.replace('u', "t");
    }
    out
}

/// The words that are no counts.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_ascii_whitespace()
        .filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()))
}

fn amino_acid(word: &str) -> Option<char> {
    let [first, second, third] = *word.as_bytes() else {
        return None;
    };
    // Nucleotides are never amino acids in small letters.
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let code = [
        first.to_ascii_uppercase(),
        second.to_ascii_lowercase(),
        third.to_ascii_lowercase(),
    ];
    one_letter(code)
}

/// The letter for an amino acid of three.
///
/// Clause: ST.26 Annex I
fn one_letter(code: [u8; 3]) -> Option<char> {
    Some(match &code {
        b"Ala" => 'A',
        b"Arg" => 'R',
        b"Asn" => 'N',
        b"Asp" => 'D',
        b"Asx" => 'B',
        b"Cys" => 'C',
        b"Gln" => 'Q',
        b"Glu" => 'E',
        b"Glx" => 'Z',
        b"Gly" => 'G',
        b"His" => 'H',
        b"Ile" => 'I',
        b"Leu" => 'L',
        b"Lys" => 'K',
        b"Met" => 'M',
        b"Phe" => 'F',
        b"Pro" => 'P',
        b"Pyl" => 'O',
        b"Sec" => 'U',
        b"Ser" => 'S',
        b"Thr" => 'T',
        b"Trp" => 'W',
        b"Tyr" => 'Y',
        b"Val" => 'V',
        b"Xaa" => 'X',
        b"Xle" => 'J',
        _ => return None,
    })
}

fn is_stop(word: &str) -> bool {
    matches!(word, "Ter" | "TER" | "***" | "*" | "End")
}

fn is_nucleic(word: &str) -> bool {
    word.bytes()
        .all(|byte| NUCLEOTIDES[usize::from(byte.to_ascii_lowercase())])
}

/// Symbols of nucleotides, and `u`.
///
/// Clause: ST.26 Annex I
static NUCLEOTIDES: [bool; 256] = {
    let mut all = [false; 256];
    let symbols = b"acgturykmswbdhvn";
    let mut at = 0;
    while at < symbols.len() {
        all[symbols[at] as usize] = true;
        at += 1;
    }
    all
};

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
