//! Values that the schemas of ST.96 allow.

use formats::component::schema::Name;

/// Values that are tried in turn, each of a type of its own.
const CANDIDATES: &[&str] = &[
    "2012-03-04",
    "1",
    "DE",
    "de",
    "A1",
    "A",
    "true",
    "2012",
    "01",
    "cell",
    "http://x.example/a.tif",
];

/// What an element of a type other than plain text may hold.
pub(super) fn leaf(qualified: &str) -> Option<String> {
    let name = Name::find(qualified)?;
    if let Some(value) = name.values().first() {
        return Some((*value).to_owned());
    }
    if name.takes_text("wordof leaf") {
        return None;
    }
    let mut all = CANDIDATES.iter();
    let found = all.find(|value| name.takes_text(value));
    found.map(|value| (*value).to_owned())
}

/// What an attribute of an element may hold.
pub(super) fn attribute(element: &str, attribute: &str) -> Option<String> {
    let element = Name::find(element)?;
    let mut all = element.attributes().map(|(name, ..)| name);
    let name = all.find(|name| name.text() == attribute)?;
    if let Some(value) = element.attribute_values(name).first() {
        return Some((*value).to_owned());
    }
    let mut all = CANDIDATES.iter().skip(1);
    let found = all.find(|value| element.takes_attribute(name, value));
    found.map(|value| (*value).to_owned())
}
