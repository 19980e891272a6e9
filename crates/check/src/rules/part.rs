//! Rules about parts that a publication must have.

pub(crate) mod abstract_text;
pub(crate) mod application_number;
pub(crate) mod claims;
pub(crate) mod classification;
pub(crate) mod description;
pub(crate) mod drawings;
pub(crate) mod filing_date;
pub(crate) mod parties;
pub(crate) mod publication_date;
pub(crate) mod publication_kind;
pub(crate) mod publication_number;
pub(crate) mod publication_office;
pub(crate) mod title;
