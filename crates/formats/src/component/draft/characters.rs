//! Characters and values of texts.

use std::borrow::Cow;

use crate::component::schema::kind::Type;

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

const SUSPECT: u8 = 1;
const SPECIAL: u8 = 2;
const QUOTED: u8 = 4;

/// What is to be thought of each byte.
static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut control = 0;
    while control < 0x20 {
        classes[control] = SUSPECT;
        control += 1;
    }
    // U+FFFE and U+FFFF begin with it.
    classes[0xef] = SUSPECT;
    classes[b'\t' as usize] = QUOTED;
    classes[b'\n' as usize] = QUOTED;
    classes[b'"' as usize] = QUOTED;
    classes[b'\r' as usize] = SPECIAL;
    classes[b'<' as usize] = SPECIAL;
    classes[b'>' as usize] = SPECIAL;
    classes[b'&' as usize] = SPECIAL;
    classes
};

/// Looks at all bytes: at most of a long text so that the compiler can do many at once, and closer at the rest, or
/// where there is something.
pub(super) fn scan(bytes: &[u8]) -> Scanned {
    let (most, rest) = bytes.split_at(bytes.len() & !31);
    let any = most.iter().fold(false, |any, byte| {
        any | (*byte < 0x20)
            | (*byte == b'"')
            | (*byte == b'&')
            | (*byte == b'<')
            | (*byte == b'>')
            | (*byte == 0xef)
    });
    let found = classes(rest) | if any { classes(most) } else { 0 };
    Scanned {
        suspect: found & SUSPECT != 0,
        special: found & SPECIAL != 0,
        quoted: found & QUOTED != 0,
    }
}

fn classes(bytes: &[u8]) -> u8 {
    bytes
        .iter()
        .fold(0, |found, byte| found | CLASSES[usize::from(*byte)])
}

/// The text with U+FFFD for characters that XML 1.0 does not allow, if it has any.
pub(super) fn without_forbidden(text: &str) -> Option<String> {
    let forbidden = |letter: char| matches!(letter, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    text.contains(forbidden)
        .then(|| text.replace(forbidden, "\u{fffd}"))
}
