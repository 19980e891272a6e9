//! Findings that come from readers, writers and schemas and not from the rules here.

/// Their names. Those of schemas are as many as the constraints of XML Schema, and are not listed.
pub(super) const OUTSIDE: [&str; 37] = [
    "json/character",
    "json/syntax",
    "json/truncated",
    "package/unreadable",
    "source/companion",
    "source/duplicate-number",
    "source/left-over",
    "source/no-number",
    "source/unmapped",
    "st26/order",
    "st36/character",
    "st36/free-text",
    "st36/identifier",
    "st36/missing-mandatory",
    "st36/no-document",
    "st36/no-place",
    "st36/own-name",
    "st96/character",
    "st96/free-text",
    "st96/identifier",
    "st96/incomplete",
    "st96/missing-mandatory",
    "st96/no-document",
    "st96/no-place",
    "xml/ampersand",
    "xml/attribute",
    "xml/character",
    "xml/encoding",
    "xml/end-tag",
    "xml/entity-refused",
    "xml/markup",
    "xml/more",
    "xml/second-root",
    "xml/syntax",
    "xml/text-outside",
    "xml/truncated",
    "xml/undeclared-entity",
];

/// Whether findings of this group come from outside.
pub(super) fn is_group(group: &str) -> bool {
    group == "schema" || OUTSIDE.iter().any(|id| is_of(id, group))
}

/// Whether a key of a profile covers findings from outside.
pub(super) fn covers(key: &str) -> bool {
    match key.split_once('/') {
        None => key == "*",
        Some(("schema", name)) => !name.is_empty(),
        Some((group, "*")) => is_group(group),
        Some(_) => OUTSIDE.contains(&key),
    }
}

fn is_of(id: &str, group: &str) -> bool {
    id.split_once('/').is_some_and(|(own, _)| own == group)
}
