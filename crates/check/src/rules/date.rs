//! Rules about dates.

pub(crate) mod citation_impossible;
pub(crate) mod cited_after_publication;
pub(crate) mod event_before_filing;
pub(crate) mod implausible;
pub(crate) mod impossible;
pub(crate) mod partial;
pub(crate) mod publication_before_filing;
pub(crate) mod root_differs;
