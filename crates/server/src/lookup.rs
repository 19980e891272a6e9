//! From what an address names to a document, and to the values of a query.

use crate::problem::Problem;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use office::register::{Act, Register};
use std::collections::BTreeMap;

/// What a name in an address leads to.
pub(crate) enum Found {
    /// The acts of a document, oldest first; there is at least one.
    Acts(Vec<Act>),
    /// A document that is written so.
    Key(String),
}

/// Looks for a document by its key, or by a number in another form that means just one.
pub(crate) async fn find(register: &Register, id: &str) -> Result<Found, Problem> {
    let acts = register.versions(id).await?;
    if !acts.is_empty() {
        return Ok(Found::Acts(acts));
    }
    let near = register.nearest(id, 5).await?;
    let wanted = compact(id);
    let mut same = near
        .iter()
        .filter(|entry| compact(&entry.label.key) == wanted || compact(&entry.label.number) == wanted);
    if let (Some(entry), None) = (same.next(), same.next()) {
        return Ok(Found::Key(entry.label.key.clone()));
    }
    Err(Problem::unknown(id, near))
}

/// Sends a client to the address of a document as it is written.
pub(crate) fn moved(address: &str) -> Response {
    (
        axum::http::StatusCode::PERMANENT_REDIRECT,
        [(header::LOCATION, address.to_owned())],
    )
        .into_response()
}

fn compact(text: &str) -> String {
    let plain = text.chars().filter(|c| c.is_alphanumeric());
    plain.flat_map(char::to_uppercase).collect()
}

/// The values of a query; of a name given twice the first.
pub(crate) struct Query(BTreeMap<String, String>);

impl Query {
    pub(crate) fn new(pairs: Vec<(String, String)>) -> Self {
        let mut values = BTreeMap::new();
        for (name, value) in pairs {
            values.entry(name).or_insert(value);
        }
        Self(values)
    }

    /// A text, without blanks around it; empty when it is not given.
    pub(crate) fn text(&self, name: &str, longest: usize) -> Result<String, Problem> {
        let text = self.0.get(name).map_or("", |text| text.trim());
        if text.chars().count() > longest {
            let wanted = format!("a text of at most {longest} characters");
            return Err(Problem::value(name, text, &wanted));
        }
        Ok(text.to_owned())
    }

    /// A whole number within bounds, or `usual` when it is not given.
    pub(crate) fn number(
        &self,
        name: &str,
        usual: u64,
        (least, most): (u64, u64),
    ) -> Result<u64, Problem> {
        let Some(text) = self.0.get(name) else {
            return Ok(usual);
        };
        let number = text.parse().ok();
        let number = number.filter(|number| (least..=most).contains(number));
        number.ok_or_else(|| {
            let wanted = if most >= BEHIND_ALL {
                format!("a whole number from {least} on")
            } else {
                format!("a whole number from {least} to {most}")
            };
            Problem::value(name, text, &wanted)
        })
    }
}

/// Larger than any number of documents.
pub(crate) const BEHIND_ALL: u64 = 1 << 40;
