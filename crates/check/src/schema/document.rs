//! A document as a schema sees it: its text, and the element it begins with.

use std::borrow::Cow;

/// The text of a document's bytes, whatever their encoding.
#[must_use]
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    xml::encoding::decode(bytes).text
}

/// The namespace and local name of the element that a document begins with.
#[must_use]
pub fn root(text: &str) -> Option<(String, String)> {
    let tag = xml::tree::root_tag(text)?;
    let closed = format!("{}/>", tag.trim_end_matches('>').trim_end_matches('/'));
    let tree = xml::tree::parse(&closed, &xml::tree::Limits::default()).ok()?;
    let root = tree.root()?;
    let declaration = match root.prefix() {
        "" => "xmlns".to_owned(),
        prefix => format!("xmlns:{prefix}"),
    };
    let namespace = root.attribute(&declaration).unwrap_or("").to_owned();
    Some((namespace, root.name().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_has_its_namespace() {
        let text = "<?xml version='1.0'?><!-- <a> --><pat:X a='1>2' xmlns:pat='urn:p'><b/></pat:X>";
        assert_eq!(root(text), Some(("urn:p".to_owned(), "X".to_owned())));
        assert_eq!(root("<x/>"), Some((String::new(), "x".to_owned())));
        assert_eq!(root("no"), None);
    }
}
