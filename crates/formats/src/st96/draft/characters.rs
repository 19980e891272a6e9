//! Characters and values of texts.

use std::borrow::Cow;

use crate::st96::schema::kind::Type;

/// Whether a type takes a text, whose white space is normalized if that helps.
pub(super) fn settle_text(text: &mut Cow<'_, str>, kind: &Type) -> bool {
    if kind.accepts(text) {
        return true;
    }
    match kind.normalize(text) {
        Some(normal) => {
            *text = Cow::Owned(normal);
            true
        }
        None => false,
    }
}

/// What a look at all bytes of a text finds.
pub(super) struct Scanned {
    /// There may be a character that XML does not allow.
    pub(super) suspect: bool,
    /// There is a character that text must escape.
    pub(super) special: bool,
    /// There is a character that attribute values must escape besides.
    pub(super) quoted: bool,
}

/// Looks at all bytes; written so that the compiler can do many at once.
pub(super) fn scan(bytes: &[u8]) -> Scanned {
    let (mut suspect, mut special, mut quoted) = (0, 0, 0);
    for byte in bytes {
        let control = u8::from(*byte < 0x20);
        let white = u8::from(*byte == b'\t') | u8::from(*byte == b'\n');
        let carriage = u8::from(*byte == b'\r');
        suspect |= (control & !(white | carriage)) | u8::from(*byte == 0xef);
        special |=
            u8::from(*byte == b'<') | u8::from(*byte == b'&') | u8::from(*byte == b'>') | carriage;
        quoted |= white | u8::from(*byte == b'"');
    }
    Scanned {
        suspect: suspect != 0,
        special: special != 0,
        quoted: quoted != 0,
    }
}

/// The text with U+FFFD for characters that XML 1.0 does not allow, if it has any.
pub(super) fn without_forbidden(text: &str) -> Option<String> {
    let forbidden = |letter: char| matches!(letter, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    text.contains(forbidden)
        .then(|| text.replace(forbidden, "\u{fffd}"))
}
