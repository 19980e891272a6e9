//! Rules about codes of offices, countries, languages and kinds of documents.

pub(crate) mod citation_office;
pub(crate) mod country;
pub(crate) mod designated_state;
pub(crate) mod former_office;
pub(crate) mod kind;
pub(crate) mod kind_of_office;
pub(crate) mod language;
pub(crate) mod office;
pub(crate) mod priority_office;
