//! What HTTP asks of every answer: content negotiation, conditions, ranges, dates.

pub(crate) mod answer;
pub(crate) mod moment;
pub(crate) mod negotiate;
pub(crate) mod range;
