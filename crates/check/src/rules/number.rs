//! Rules about the numbers of documents.

pub(crate) mod application_check_digit;
pub(crate) mod application_form;
pub(crate) mod international_form;
pub(crate) mod publication_characters;
pub(crate) mod publication_form;
pub(crate) mod publication_length;
pub(crate) mod root_differs;
pub(crate) mod series_differs;
