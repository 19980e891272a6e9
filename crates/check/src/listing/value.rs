//! Values of qualifiers: lists of words, and forms.
//!
//! Clause: ST.26 Annex I

mod form;

pub(crate) use form::{exception, form, places};

use super::tables::{Kind, Qualifier, code};

/// What is the matter with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It is none of the words of the list.
    Word(&'static [&'static str]),
    /// It is in a newer list than the one followed.
    Newer,
    /// It has another form: the form wanted.
    Form(&'static str),
}

/// What is the matter with a value of a qualifier; `None` when nothing is.
pub(crate) fn trouble(qualifier: &'static Qualifier, value: &str) -> Option<Trouble> {
    match &qualifier.kind {
        Kind::Text | Kind::Nothing => None,
        Kind::OneOf(known, newer) => {
            let is_any_case = qualifier.name == "rpt_type";
            let is =
                |word: &&str| *word == value || is_any_case && word.eq_ignore_ascii_case(value);
            if known.iter().any(&is) {
                None
            } else if newer.iter().any(is) {
                Some(Trouble::Newer)
            } else {
                Some(Trouble::Word(known))
            }
        }
        Kind::Form("table") => match code(value) {
            Some(code) if code.is_newer => Some(Trouble::Newer),
            Some(_) => None,
            None => Some(Trouble::Word(&[])),
        },
        Kind::Form(name) => form(name, value).map(Trouble::Form),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listing::tables;

    fn of(name: &str, value: &str) -> Option<Trouble> {
        trouble(tables::qualifier(name, true).known().unwrap(), value)
    }

    #[test]
    fn words() {
        assert_eq!(of("mod_base", "gal q"), None);
        assert_eq!(of("rpt_type", "TANDEM"), None);
        assert_eq!(of("organelle", "nitroplast"), Some(Trouble::Newer));
        assert_eq!(of("transl_table", "32"), Some(Trouble::Newer));
        assert_eq!(of("transl_table", "7"), Some(Trouble::Word(&[])));
        assert!(matches!(of("codon_start", "4"), Some(Trouble::Word(words)) if words.len() == 3));
        assert_eq!(of("note", "anything"), None);
        assert!(matches!(of("protein_id", "x"), Some(Trouble::Form(_))));
    }
}
