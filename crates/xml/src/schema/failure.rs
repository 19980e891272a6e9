//! What the schema compiler says, in our words.

use xsd_schema::{SchemaError, SchemaSet};

use super::Error;
use super::library::SCHEME;

/// Our error for an error of the compiler.
pub(super) fn failure(root: &str, error: &SchemaError) -> Error {
    if let SchemaError::XmlError { message, location } = error {
        let place = location.as_ref().map(|place| plain(&place.to_string()));
        let (file, rest) = place
            .as_deref()
            .and_then(|p| p.split_once(':'))
            .unwrap_or((root, ""));
        let reason = if rest.is_empty() {
            message.clone()
        } else {
            format!("{rest}: {message}")
        };
        return Error::NotSchema {
            file: file.to_owned(),
            reason,
        };
    }
    Error::Invalid {
        root: root.to_owned(),
        reason: plain(&error.to_string()),
    }
}

/// The first reference to a type that no file defines; the compiler leaves it to the document
/// that uses it.
pub(super) fn dangling(set: &SchemaSet) -> Option<String> {
    let elements = set
        .arenas
        .elements
        .values()
        .filter_map(|e| e.deferred_type_error.as_ref());
    let types = set.arenas.simple_types.values();
    let items = types.filter_map(|t| t.deferred_item_type_error.as_ref());
    let error = elements.chain(items).next()?;
    let place = set
        .locate(error.source.as_ref())
        .map(|place| plain(&place.to_string()));
    Some(format!(
        "{} at {}",
        error.message,
        place.as_deref().unwrap_or("an unknown place")
    ))
}

/// A message of the compiler with file names for addresses.
pub(super) fn plain(message: &str) -> String {
    let mut parts = message.split(SCHEME);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once('/').map_or(part, |(_, rest)| rest));
    }
    text
}
