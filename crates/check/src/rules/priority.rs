//! Rules about priority claims.

pub(crate) mod after_filing;
pub(crate) mod duplicate;
pub(crate) mod incomplete;
pub(crate) mod own_application;
pub(crate) mod too_early;
