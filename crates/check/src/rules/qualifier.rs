//! Rules about qualifiers and their values.

pub(crate) mod duplicate;
pub(crate) mod expected;
pub(crate) mod foreign_blank;
pub(crate) mod foreign_unwanted;
pub(crate) mod id_form;
pub(crate) mod id_repeated;
pub(crate) mod missing;
pub(crate) mod name;
pub(crate) mod name_case;
pub(crate) mod not_allowed;
pub(crate) mod repeated;
pub(crate) mod unconfirmed;
pub(crate) mod value_characters;
pub(crate) mod value_form;
pub(crate) mod value_length;
pub(crate) mod value_missing;
pub(crate) mod value_place;
pub(crate) mod value_unwanted;
pub(crate) mod value_word;

use crate::listing::examined::{Examined, Marked, Said};

/// Calls `visit` with each qualifier.
fn each<'a>(sequence: &'a Examined<'_>, mut visit: impl FnMut(&'a Marked<'a>, &'a Said<'a>)) {
    for feature in &sequence.features {
        for said in &feature.qualifiers {
            visit(feature, said);
        }
    }
}
