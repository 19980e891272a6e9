//! Rules about a sequence as a whole: its number, length, kind and residues.

pub(crate) mod amino_acid_case;
pub(crate) mod amino_acid_symbol;
pub(crate) mod amino_acids_too_few;
pub(crate) mod division;
pub(crate) mod features_missing;
pub(crate) mod kind;
pub(crate) mod kind_differs;
pub(crate) mod length;
pub(crate) mod length_differs;
pub(crate) mod mol_type_differs;
pub(crate) mod nucleotide_case;
pub(crate) mod nucleotide_symbol;
pub(crate) mod nucleotides_too_few;
pub(crate) mod number;
pub(crate) mod number_order;
pub(crate) mod number_repeated;
pub(crate) mod other_identifier_form;
pub(crate) mod other_identifiers;
pub(crate) mod residue_sign;
pub(crate) mod residues_missing;
pub(crate) mod skipped;

use crate::listing::examined::Examined;
use crate::listing::residues::Bad;

/// How often something stands in residues, and where first.
fn times(bad: Bad, residues: &str) -> String {
    let first = residues
        .get(bad.first..)
        .and_then(|rest| rest.chars().next());
    let first = first.map_or_else(String::new, crate::listing::words::shown);
    let position = bad.first + 1;
    match bad.count {
        1 => format!("{first} stands at character {position}"),
        count => format!("{count} characters, first {first} at character {position}"),
    }
}

/// The residues as written, with the blanks in them.
fn written<'a>(sequence: &'a Examined<'_>) -> &'a str {
    let residues = sequence.sequence.residues.as_ref();
    residues.map_or("", |written| written.text.trim())
}
