//! Rules about coding regions and their proteins.

pub(crate) mod internal_stop;
pub(crate) mod length;
pub(crate) mod no_start;
pub(crate) mod no_stop;
pub(crate) mod protein_differs;
pub(crate) mod protein_missing;
pub(crate) mod protein_target;
pub(crate) mod pseudo_translation;
pub(crate) mod translation_differs;
pub(crate) mod translation_missing;

use crate::listing::coding::Coding;
use crate::listing::examined::{Examined, Marked};

/// The coding regions of a sequence.
fn regions<'a>(sequence: &'a Examined<'_>) -> impl Iterator<Item = (&'a Marked<'a>, &'a Coding)> {
    let region = |feature: &'a Marked<'a>| Some((feature, feature.coding.as_ref()?));
    sequence.features.iter().filter_map(region)
}
