//! A text as it is compared: capitals and digits, with the gaps between them.

/// The mark that stands between two characters of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    None,
    Space,
    Comma,
    Point,
    Dash,
    Stroke,
}

/// Letters and digits without the marks between them, which are kept beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) chars: Vec<char>,
    /// What stands before each character.
    pub(super) gaps: Vec<Gap>,
    /// Whether words around the number speak of an application, or of a publication.
    pub(super) speaks_of: Option<super::What>,
}

/// More characters than any number has.
const LONGEST: usize = 64;

/// Words around a number that are no part of it.
const NOISE: [(&str, Option<super::What>); 16] = [
    ("NO", None),
    ("NOS", None),
    ("NR", None),
    ("NUMBER", None),
    ("SER", Some(super::What::Application)),
    ("SERIAL", Some(super::What::Application)),
    ("APPL", Some(super::What::Application)),
    ("APPLN", Some(super::What::Application)),
    ("APPLICATION", Some(super::What::Application)),
    ("AKZ", Some(super::What::Application)),
    ("PAT", None),
    ("PATENT", None),
    ("PUB", Some(super::What::Publication)),
    ("PUBN", Some(super::What::Publication)),
    ("PUBL", Some(super::What::Publication)),
    ("PUBLICATION", Some(super::What::Publication)),
];

impl Text {
    /// Folds a text; `None` when it is longer than any number, or has neither letter nor digit.
    pub(super) fn fold(text: &str) -> Option<Self> {
        let mut out = Self {
            chars: Vec::new(),
            gaps: Vec::new(),
            speaks_of: None,
        };
        let mut gap = Gap::None;
        // A gazette is named after its number.
        let text = text.replace("公報", " ");
        for c in text.trim().chars() {
            if let Some(mark) = mark(c) {
                gap = gap.max(mark);
                continue;
            }
            for plain in folded(c) {
                if out.chars.len() == LONGEST {
                    return None;
                }
                out.gaps
                    .push(if out.chars.is_empty() { Gap::None } else { gap });
                out.chars.push(plain);
                gap = Gap::None;
            }
        }
        if !out.chars.iter().any(|c| c.is_alphanumeric()) {
            return None;
        }
        out.without_noise();
        Some(out)
    }

    /// The same text without its first `count` characters.
    pub(super) fn after(&self, count: usize) -> Self {
        self.part(count, self.chars.len())
    }

    /// The characters from `start` to `end`, which are cut to what there is.
    pub(super) fn part(&self, start: usize, end: usize) -> Self {
        let end = end.min(self.chars.len());
        let start = start.min(end);
        Self {
            chars: self.chars[start..end].to_vec(),
            gaps: self.gaps[start..end].to_vec(),
            speaks_of: self.speaks_of,
        }
    }

    /// Whether a mark stands before the character at `index`, or the text ends there.
    pub(super) fn is_apart(&self, index: usize) -> bool {
        self.gaps.get(index).is_none_or(|gap| *gap != Gap::None)
    }

    fn without_noise(&mut self) {
        let mut start = 0;
        while start < self.chars.len() {
            let mut end = start + 1;
            while end < self.chars.len()
                && self.chars[end].is_ascii_uppercase() == self.chars[start].is_ascii_uppercase()
                && self.gaps[end] == Gap::None
            {
                end += 1;
            }
            let word: String = self.chars[start..end].iter().collect();
            let noise = NOISE.iter().find(|(noise, _)| *noise == word);
            match noise {
                // Norway, unless a point follows.
                Some(("NO", _)) if start == 0 && self.gaps.get(end) != Some(&Gap::Point) => {
                    start = end;
                }
                Some((_, what)) if end - start < self.chars.len() => {
                    self.speaks_of = self.speaks_of.or(*what);
                    self.chars.drain(start..end);
                    self.gaps.drain(start..end);
                    if let Some(gap) = self.gaps.get_mut(start) {
                        *gap = if start == 0 { Gap::None } else { Gap::Space };
                    }
                }
                _ => start = end,
            }
        }
    }
}

fn mark(c: char) -> Option<Gap> {
    Some(match c {
        '/' | '\u{2044}' | '\u{2215}' | '\u{ff0f}' => Gap::Stroke,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30fc}' | '\u{ff0d}' | '\u{ff70}' => {
            Gap::Dash
        }
        '.' | '\u{b7}' | '\u{ff0e}' | '\u{3002}' | '\u{30fb}' => Gap::Point,
        ',' | '\'' | '\u{2019}' | '\u{ff0c}' | '\u{3001}' | ';' | ':' => Gap::Comma,
        '(' | ')' | '[' | ']' | '_' | '\u{ff08}' | '\u{ff09}' | '第' | '号' | '號' | '年' => {
            Gap::Space
        }
        c if c.is_whitespace() => Gap::Space,
        _ => return None,
    })
}

/// The characters that one stands for: capitals, plain digits, the words of era signs.
fn folded(c: char) -> Vec<char> {
    match c {
        '0'..='9' | 'A'..='Z' => vec![c],
        'a'..='z' => vec![c.to_ascii_uppercase()],
        '\u{ff01}'..='\u{ff5e}' => {
            let plain = char::from_u32(c as u32 - 0xfee0).unwrap_or(c);
            vec![plain.to_ascii_uppercase()]
        }
        '\u{32ff}' => vec!['令', '和'],
        '\u{337b}' => vec!['平', '成'],
        '\u{337c}' => vec!['昭', '和'],
        '\u{337d}' => vec!['大', '正'],
        '\u{337e}' => vec!['明', '治'],
        '實' => vec!['実'],
        '願' | '开' | '許' => vec![c],
        _ => match digit(c) {
            Some(digit) => vec![digit],
            None => c.to_uppercase().collect(),
        },
    }
}

/// Where the ten digits of other scripts begin.
const ZEROS: [u32; 14] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50,
    0x17e0,
];

fn digit(c: char) -> Option<char> {
    let code = c as u32;
    let zero = ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compact(text: &str) -> String {
        Text::fold(text).map_or(String::new(), |text| text.chars.iter().collect())
    }

    #[test]
    fn what_is_written_differently_is_compared_alike() {
        assert_eq!(compact("ｕｓ ７，２７２，６３０ Ｂ２"), "US7272630B2");
        assert_eq!(compact("U.S. Patent No. 7,272,630"), "US7272630");
        assert_eq!(compact("㍻11-123456"), "平成11123456");
        assert_eq!(compact("特許第3798625号"), "特許3798625");
        assert_eq!(compact("٣٤٥"), "345");
        assert_eq!(compact("Patent"), "PATENT");
        assert_eq!(compact("--/"), "");
        assert_eq!(compact(&"7".repeat(65)), "");
    }

    #[test]
    fn gaps_keep_the_strongest_mark() {
        let text = Text::fold("PCT / US 98/16128").unwrap();
        assert_eq!(text.gaps[3], Gap::Stroke);
        assert_eq!(text.gaps[5], Gap::Space);
        assert!(text.is_apart(7) && text.is_apart(99) && !text.is_apart(1));
    }
}
