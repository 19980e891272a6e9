//! Bytes and characters: which belong to names, which XML allows, and which are rare.

use std::borrow::Cow;

/// Signs that are rare: a look at the whole document spares one at each text.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    pub(super) carriages: bool,
    /// Characters that XML forbids.
    pub(super) forbidden: bool,
    /// `]]>`, be it the end of a section or in a text.
    pub(super) section_ends: bool,
}

impl Seen {
    pub(super) fn of(source: &str) -> Self {
        let (mut carriages, mut forbidden) = (false, false);
        for byte in source.bytes() {
            let white = (byte == b'\t') | (byte == b'\n') | (byte == b'\r');
            carriages |= byte == b'\r';
            forbidden |= (byte < 0x20) & !white;
        }
        // U+FFFE and U+FFFF; U+FFFD begins with the same two bytes.
        let mut last = memchr::memmem::find_iter(source.as_bytes(), b"\xef\xbf");
        forbidden |= last.any(|at| source.as_bytes()[at + 2] > 0xbd);
        Self {
            carriages,
            forbidden,
            section_ends: memchr::memmem::find(source.as_bytes(), b"]]>").is_some(),
        }
    }
}

/// Bytes of names: letters, digits, the signs `-_.:`, and all beyond ASCII.
static NAME_BYTES: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        bytes[at] = byte.is_ascii_alphanumeric()
            || byte >= 0x80
            || matches!(byte, b'-' | b'_' | b'.' | b':');
        at += 1;
    }
    bytes
};

/// The length of the prefix with its colon, 0 without one; `None` when this is no name.
pub(super) fn name_and_colon(name: &str) -> Option<usize> {
    let bytes = name.as_bytes();
    let first = *bytes.first()?;
    let mut fine = first.is_ascii_alphabetic() || first == b'_' || first >= 0x80;
    let mut prefix = 0;
    for (at, byte) in bytes.iter().enumerate() {
        fine &= NAME_BYTES[usize::from(*byte)];
        if *byte == b':' && prefix == 0 {
            prefix = at + 1;
        }
    }
    fine.then_some(prefix)
}

/// A text with line feeds for the line ends of other systems.
pub(super) fn line_feeds(text: Cow<'_, str>) -> Cow<'_, str> {
    let carriage = |text: &str| memchr::memchr(b'\r', text.as_bytes());
    let Some(first) = carriage(&text) else {
        return text;
    };
    // Between elements there often is one line end and then blanks: the rest of the text without its first byte.
    if let (0, Cow::Borrowed(all)) = (first, &text)
        && all[1..].starts_with('\n')
        && carriage(&all[1..]).is_none()
    {
        return Cow::Borrowed(&all[1..]);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some(at) = carriage(rest) {
        out.push_str(&rest[..at]);
        out.push('\n');
        rest = &rest[at + 1..];
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

pub(super) fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
