//! Rules about features: their keys, and the feature `source`.

pub(crate) mod duplicate;
pub(crate) mod key;
pub(crate) mod key_case;
pub(crate) mod key_of_other_molecule;
pub(crate) mod key_scope;
pub(crate) mod modified_base_note;
pub(crate) mod qualifiers_empty;
pub(crate) mod source_first;
pub(crate) mod source_missing;
pub(crate) mod source_range;
pub(crate) mod source_repeated;
