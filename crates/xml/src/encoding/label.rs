//! The `encoding` of the XML declaration.

use encoding_rs::Encoding;

/// Finds an encoding by its label; some labels of Windows are not in the Encoding Standard.
pub(super) fn lookup(label: &str) -> Option<&'static Encoding> {
    let lower = label.trim().to_ascii_lowercase();
    let known = match lower.as_str() {
        "cp932" => "shift_jis",
        "cp936" => "gbk",
        "cp949" => "euc-kr",
        "cp950" => "big5",
        other => other,
    };
    Encoding::for_label_no_replacement(known.as_bytes())
}

/// A label and where it stands.
pub(super) struct Label<'a> {
    pub(super) text: &'a str,
    pub(super) offset: usize,
}

/// Finds the value of `encoding` in the XML declaration.
pub(super) fn label(bytes: &[u8]) -> Option<Label<'_>> {
    let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let head = &bytes[start..bytes.len().min(start + 1024)];
    if !head.starts_with(b"<?xml") || !head.get(5)?.is_ascii_whitespace() {
        return None;
    }
    let end = head.windows(2).position(|pair| pair == b"?>")?;
    let head = std::str::from_utf8(&head[..end]).ok()?;
    let name = head.find("encoding")?;
    let rest = head[name + "encoding".len()..]
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let text = rest[1..].split(quote).next()?;
    Some(Label {
        text,
        offset: start + head.len() - rest.len() + 1,
    })
}
