//! Text that should be UTF-8 and is not.

use encoding_rs::WINDOWS_1252;

use super::{List, What};

/// Says whether the bytes look like Western text of one byte a letter.
///
/// That is: nothing in them is a sequence of UTF-8, and most letters above ASCII stand alone
/// between ASCII (an accented letter in a word), as they never do in Japanese or Korean.
pub(super) fn is_latin(bytes: &[u8]) -> bool {
    if bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii()) {
        return false;
    }
    let (mut alone, mut high) = (0_usize, 0_usize);
    for (index, byte) in bytes.iter().enumerate() {
        if byte.is_ascii() {
            continue;
        }
        high += 1;
        if is_undefined(*byte) {
            return false;
        }
        let ascii = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(u8::is_ascii);
        alone += usize::from(ascii(index.checked_sub(1)) && ascii(Some(index + 1)));
    }
    alone * 2 > high
}

/// Keeps what is UTF-8, reads single letters between ASCII as windows-1252, replaces the rest.
pub(super) fn mixed(bytes: &[u8]) -> (String, List) {
    let mut text = String::with_capacity(bytes.len());
    let mut trouble = List::default();
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len();
        let invalid = chunk.invalid();
        if invalid.is_empty() {
            continue;
        }
        let what = single(bytes, at, invalid).map_or(What::Replaced, What::Repaired);
        text.push(if let What::Repaired(letter) = what {
            letter
        } else {
            '\u{FFFD}'
        });
        trouble.push(at, what);
        at += invalid.len();
    }
    (text, trouble)
}

fn single(bytes: &[u8], at: usize, invalid: &[u8]) -> Option<char> {
    let before = at == 0 || bytes[at - 1].is_ascii();
    let after = bytes.get(at + 1).is_none_or(u8::is_ascii);
    if invalid.len() != 1 || !before || !after || is_undefined(invalid[0]) {
        return None;
    }
    WINDOWS_1252
        .decode_without_bom_handling(invalid)
        .0
        .chars()
        .next()
}

/// The five bytes that windows-1252 leaves open.
fn is_undefined(byte: u8) -> bool {
    matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D)
}
