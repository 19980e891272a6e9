//! Languages as sources write them, as tags for a reader's machine.

/// The language tag for `written` (`EN`, `de`, `zh-Hant`), or `None` for what is none.
pub(crate) fn tag(written: &str) -> Option<String> {
    let tag = written.trim().to_ascii_lowercase();
    let mut parts = tag.split('-');
    let first = parts.next()?;
    let is_language =
        (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase());
    let is_rest = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    (is_language && parts.all(is_rest)).then_some(tag)
}

/// Whether the language of `tag` is written from right to left.
pub(crate) fn is_right_to_left(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default();
    matches!(
        language,
        "ar" | "ara"
            | "ckb"
            | "dv"
            | "fa"
            | "fas"
            | "he"
            | "heb"
            | "ps"
            | "sd"
            | "ug"
            | "ur"
            | "yi"
    )
}
