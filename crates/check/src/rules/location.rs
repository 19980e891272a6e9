//! Rules about locations of features.

pub(crate) mod between;
pub(crate) mod blank;
pub(crate) mod form;
pub(crate) mod missing;
pub(crate) mod operator;
pub(crate) mod range;
pub(crate) mod reversed;
pub(crate) mod sign;

use crate::listing::examined::{Examined, Marked};
use model::sequence::{LocationError, LocationTrouble};

/// The locations that could not be read, with the reason.
fn unread<'a>(
    sequence: &'a Examined<'_>,
) -> impl Iterator<Item = (&'a Marked<'a>, &'a LocationError)> {
    let error =
        |feature: &'a Marked<'a>| Some((feature, feature.location.as_ref()?.as_ref().err()?));
    sequence.features.iter().filter_map(error)
}

/// What a location that could not be read suffers from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Blank,
    Operator,
    Range,
    Form,
}

fn fault(error: &LocationError) -> Fault {
    match error.trouble {
        LocationTrouble::Blank => Fault::Blank,
        LocationTrouble::UnknownOperator | LocationTrouble::Nested | LocationTrouble::OnePart => {
            Fault::Operator
        }
        LocationTrouble::Zero | LocationTrouble::NumberTooLarge => Fault::Range,
        _ => Fault::Form,
    }
}

/// The location as written.
fn written<'a>(feature: &'a Marked<'_>) -> &'a str {
    let location = feature.feature.location.as_ref();
    location.map_or("", |written| written.text.as_str())
}
