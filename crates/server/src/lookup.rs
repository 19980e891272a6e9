//! From what an address names to a document, and to the values of a query.

mod near;

use crate::problem::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use office::register::{Act, Found, Register};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Looks for a document; either its acts, or how its key is written.
pub(crate) async fn find(
    register: &Register,
    id: &str,
) -> Result<Result<Vec<Act>, String>, Problem> {
    match register.find(id).await? {
        Found::Acts(acts) => Ok(Ok(acts)),
        Found::Key(key) => Ok(Err(key)),
        Found::Near(mut near) => {
            near.retain(|entry| near::is_near(id, &entry.label));
            Err(Problem::unknown(id, near))
        }
    }
}

/// Sends a client to the address of a document as it is written.
pub(crate) fn moved(address: &str) -> Response {
    (
        StatusCode::PERMANENT_REDIRECT,
        [(header::LOCATION, address.to_owned())],
    )
        .into_response()
}

/// What a handler is told of a request.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) method: Method,
    pub(crate) headers: HeaderMap,
    /// Within the pages of a document, only what stands behind the document's own address.
    pub(crate) uri: Uri,
    pub(crate) query: Query,
}

impl<S: Sync> FromRequestParts<S> for Asked {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        // A query that cannot be read says nothing.
        let pairs = axum::extract::Query::try_from_uri(&parts.uri);
        Ok(Self {
            method: parts.method.clone(),
            headers: parts.headers.clone(),
            uri: parts.uri.clone(),
            query: Query::new(pairs.map_or_else(|_| Vec::new(), |pairs| pairs.0)),
        })
    }
}

/// The values of a query; of a name given twice the first.
#[derive(Debug)]
pub(crate) struct Query {
    values: BTreeMap<String, String>,
    /// A name that was given more than once.
    again: Option<String>,
}

impl Query {
    fn new(pairs: Vec<(String, String)>) -> Self {
        let mut values = BTreeMap::new();
        let mut again = None;
        for (name, value) in pairs {
            match values.entry(name) {
                Entry::Vacant(free) => {
                    free.insert(value);
                }
                Entry::Occupied(taken) => again = Some(taken.key().clone()),
            }
        }
        Self { values, again }
    }

    /// Refuses names other than `known`, names given twice, and values that are no text.
    ///
    /// For programs only: an address that a person was sent may carry what others have hung on it.
    pub(crate) fn only(&self, known: &[&str]) -> Result<(), Problem> {
        for (name, value) in &self.values {
            if !known.contains(&name.as_str()) {
                return Err(Problem::parameter(name, known));
            }
            if value.contains(char::REPLACEMENT_CHARACTER) {
                return Err(Problem::value(name, value, "a text in UTF-8"));
            }
        }
        match &self.again {
            Some(name) => Err(Problem::twice(name)),
            None => Ok(()),
        }
    }

    /// A text, without blanks around it; empty when it is not given.
    pub(crate) fn text(&self, name: &str, longest: usize) -> Result<String, Problem> {
        let text = self.values.get(name).map_or("", |text| text.trim());
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
        let Some(text) = self.values.get(name) else {
            return Ok(usual);
        };
        let number = text.parse().ok();
        let number = number.filter(|number| (least..=most).contains(number));
        number.ok_or_else(|| {
            let wanted = if most >= BEHIND_ALL >> 8 {
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
