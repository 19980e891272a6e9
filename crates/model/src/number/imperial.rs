//! Imperial years of Japan.

use super::text::{Gap, Text};

/// The reign of an emperor.
pub(super) struct Reign {
    letter: char,
    /// Its sign: short, and in full.
    signs: [&'static str; 2],
    /// Its name, short and in full.
    names: [&'static str; 2],
    /// The year before its first.
    before: u32,
    years: u32,
}

/// Newest first.
pub(super) const ERAS: [Reign; 5] = [
    Reign {
        letter: 'R',
        signs: ["令", "令和"],
        names: ["REI", "REIWA"],
        before: 2018,
        years: 99,
    },
    Reign {
        letter: 'H',
        signs: ["平", "平成"],
        names: ["HEI", "HEISEI"],
        before: 1988,
        years: 31,
    },
    Reign {
        letter: 'S',
        signs: ["昭", "昭和"],
        names: ["SHO", "SHOWA"],
        before: 1925,
        years: 64,
    },
    Reign {
        letter: 'T',
        signs: ["大", "大正"],
        names: ["TAI", "TAISHO"],
        before: 1911,
        years: 15,
    },
    Reign {
        letter: 'M',
        signs: ["明", "明治"],
        names: ["MEI", "MEIJI"],
        before: 1867,
        years: 45,
    },
];

impl Reign {
    /// The western year of a year of this reign.
    pub(super) fn western(&self, year: u32) -> Option<u32> {
        (1..=self.years)
            .contains(&year)
            .then_some(self.before + year)
    }
}

/// The reign and its year; of a year of two reigns, the newer.
pub(super) fn of(year: u32) -> Option<(&'static Reign, u32)> {
    let reign = ERAS.iter().find(|reign| year > reign.before)?;
    Some((reign, year - reign.before))
}

/// A year as its letter and two digits: `S63`.
pub(super) fn latin(year: u32) -> Option<String> {
    let (reign, year) = of(year)?;
    Some(format!("{}{year:02}", reign.letter))
}

/// The sign of the reign of a year: `昭`.
pub(super) fn sign(year: u32) -> Option<String> {
    Some(of(year)?.0.signs[0].to_owned())
}

/// The western years that an imperial year at a place of a text may mean, with where it ends.
pub(super) fn read(text: &Text, at: usize) -> Vec<(usize, u32)> {
    let mut out = Vec::new();
    for reign in &ERAS {
        let mut letter = [0; 4];
        let letter = &*reign.letter.encode_utf8(&mut letter);
        let [sign, signs] = reign.signs;
        let [name, names] = reign.names;
        for word in [signs, sign, names, name, letter] {
            if let Some(found) = number_after(text, at, word) {
                let (end, year) = found;
                if let Some(year) = reign.western(year) {
                    out.push((end, year));
                }
                break;
            }
        }
    }
    out
}

/// The number of one or two digits behind a word; one digit only when a mark follows.
fn number_after(text: &Text, at: usize, word: &str) -> Option<(usize, u32)> {
    let start = at + word.chars().count();
    let there = text.chars.get(at..start)?;
    if !there.iter().copied().eq(word.chars()) {
        return None;
    }
    if text.chars.get(start) == Some(&'元') {
        return Some((start + 1, 1));
    }
    let digit = |at: usize| text.chars.get(at).and_then(|c| c.to_digit(10));
    let first = digit(start)?;
    if start + 1 < text.chars.len() && text.is_apart(start + 1) {
        return Some((start + 1, first));
    }
    let second = digit(start + 1).filter(|_| text.gaps[start + 1] == Gap::None)?;
    Some((start + 2, first * 10 + second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_in_all_spellings() {
        for (text, year) in [
            ("S63", 1988),
            ("昭和63", 1988),
            ("昭63", 1988),
            ("Ｓ６３", 1988),
            ("H01", 1989),
            ("平成元", 1989),
            ("令和２年-1", 2020),
            ("Showa 63", 1988),
            ("Heisei 11", 1999),
            ("㍻11", 1999),
            ("大正10", 1921),
            ("M45", 1912),
        ] {
            let text = Text::fold(text).unwrap();
            assert_eq!(read(&text, 0).first().map(|found| found.1), Some(year));
        }
        assert!(read(&Text::fold("S65").unwrap(), 0).is_empty());
        assert_eq!(latin(1988).as_deref(), Some("S63"));
        assert_eq!(latin(1989).as_deref(), Some("H01"));
        assert_eq!(latin(1800), None);
    }
}
