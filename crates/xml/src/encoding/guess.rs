//! Which encoding of East Asia the bytes of a document are in, when nothing tells and they are no UTF-8.

use encoding_rs::{EUC_JP, Encoding, GB18030, SHIFT_JIS};

/// Characters that must be there before their kinds mean something.
const ENOUGH: usize = 8;

/// The encoding in which all of the bytes are text of its language, if there is one.
///
/// Japanese text is known by its kana. Chinese text has none, but nearly all of it are characters of its most
/// frequent kinds; bytes of Latin text stand alone or in pairs that give rare ones.
pub(super) fn east_asian(bytes: &[u8]) -> Option<&'static Encoding> {
    let decode = |encoding: &'static Encoding| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes)
    };
    for encoding in [SHIFT_JIS, EUC_JP] {
        if decode(encoding).is_some_and(|text| Kinds::of(&text).is_japanese()) {
            return Some(encoding);
        }
    }
    decode(GB18030)
        .filter(|text| Kinds::of(text).is_chinese() && frequent(bytes))
        .map(|_| GB18030)
}

/// How many characters of a text are of which kind.
#[derive(Default)]
struct Kinds {
    kana: usize,
    ideographs: usize,
    signs: usize,
    others: usize,
}

impl Kinds {
    fn of(text: &str) -> Self {
        let mut kinds = Self::default();
        for c in text.chars().filter(|c| !c.is_ascii()) {
            let kind = match c {
                '\u{3041}'..='\u{30FF}' => &mut kinds.kana,
                '\u{4E00}'..='\u{9FFF}' => &mut kinds.ideographs,
                '\u{3000}'..='\u{303F}' | '\u{FF01}'..='\u{FF5E}' | '\u{2010}'..='\u{27BF}' => {
                    &mut kinds.signs
                }
                _ => &mut kinds.others,
            };
            *kind += 1;
        }
        kinds
    }

    fn all(&self) -> usize {
        self.kana + self.ideographs + self.signs + self.others
    }

    fn is_japanese(&self) -> bool {
        self.all() >= ENOUGH && self.kana * 10 >= self.all() && self.others * 20 <= self.all()
    }

    fn is_chinese(&self) -> bool {
        self.all() >= ENOUGH && self.ideographs * 2 >= self.all() && self.others * 20 <= self.all()
    }
}

/// Whether nearly all pairs of bytes are in the rows of signs and of frequent characters of GB 2312.
fn frequent(bytes: &[u8]) -> bool {
    let (mut pairs, mut frequent, mut at) = (0_usize, 0_usize, 0);
    while at < bytes.len() {
        if bytes[at] < 0x80 {
            at += 1;
            continue;
        }
        pairs += 1;
        let row = bytes[at];
        let is_high = bytes.get(at + 1).is_some_and(|byte| *byte >= 0xA1);
        if is_high && matches!(row, 0xA1..=0xA3 | 0xB0..=0xD7) {
            frequent += 1;
        }
        at += 2;
    }
    frequent * 10 >= pairs * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_east_asia_is_known_by_its_characters() {
        let japanese = "<p>本発明は、沸騰を知らせるやかんに関する。</p>";
        let chinese = "<p>本发明涉及一种会唱歌的水壶，包括壶身。</p>";
        for (encoding, text) in [
            (SHIFT_JIS, japanese),
            (EUC_JP, japanese),
            (GB18030, chinese),
        ] {
            let (bytes, _, _) = encoding.encode(text);
            assert_eq!(east_asian(&bytes), Some(encoding), "{}", encoding.name());
        }
    }

    #[test]
    fn latin_text_is_none_of_it() {
        for text in [
            "<p>d\u{e9}s l'\u{e9}t\u{e9}, o\u{f9} l'\u{e9}l\u{e8}ve a re\u{e7}u un r\u{e9}sultat</p>",
            "<p>\u{c4}nderung f\u{fc}r gr\u{f6}\u{df}ere Ger\u{e4}te \u{fc}ber \u{d6}l und B\u{f6}den</p>",
            "<p>5 \u{b5}m \u{b1} 2 \u{b0}C</p>",
        ] {
            let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
            assert_eq!(east_asian(&bytes), None, "{text}");
        }
    }
}
