//! Words: files speak of the program, and not of the tools and services with which it is edited.
//!
//! The list is kept as digests, so that the list itself names no product either. To add a word
//! or a pair of words: `printf '%s' "the word" | sha256sum | cut -c1-16`, in lower case.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::house::House;
use super::report::{Problem, Report};

/// Files that hold other people's names and words.
const EXEMPT: [&str; 2] = ["corpus/", "Cargo.lock"];

pub(crate) fn check(house: &House) -> anyhow::Result<Report> {
    let mut report = Report::default();
    let mut judge = Judge {
        forbidden: &house.settings().words.digests,
        known: BTreeMap::new(),
    };
    for file in house.files() {
        if EXEMPT.iter().any(|start| file.path.starts_with(start)) || file.is_generated() {
            continue;
        }
        for (index, line) in file.text().unwrap_or_default().lines().enumerate() {
            for word in judge.forbidden_in(line) {
                let what = format!("`{word}` is no word of this project");
                let remedy = "Say what the program does, without the tool";
                report.problem(
                    Problem::file(&file.path, what, remedy)
                        .at(index + 1)
                        .about(&word),
                );
            }
        }
    }
    Ok(report)
}

struct Judge<'a> {
    forbidden: &'a [String],
    known: BTreeMap<String, bool>,
}

impl Judge<'_> {
    /// The forbidden words and pairs of words of one line.
    fn forbidden_in(&mut self, line: &str) -> Vec<String> {
        let lower = line.to_lowercase();
        let words: Vec<&str> = lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let pairs = words.windows(2).map(|pair| pair.join(" "));
        let all = words.iter().map(|word| (*word).to_owned()).chain(pairs);
        all.filter(|word| self.is_forbidden(word)).collect()
    }

    fn is_forbidden(&mut self, word: &str) -> bool {
        if let Some(known) = self.known.get(word) {
            return *known;
        }
        let forbidden = self.forbidden.contains(&digest(word));
        self.known.insert(word.to_owned(), forbidden);
        forbidden
    }
}

/// The first eight bytes of the word's SHA-256, in hexadecimal.
fn digest(word: &str) -> String {
    let bytes = Sha256::digest(word.as_bytes());
    bytes[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_and_pairs() {
        let forbidden = [digest("nosuchword"), digest("such pair")];
        let mut judge = Judge {
            forbidden: &forbidden,
            known: BTreeMap::new(),
        };
        assert_eq!(judge.forbidden_in("A NoSuchWord, here"), ["nosuchword"]);
        assert_eq!(judge.forbidden_in("one such-pair"), ["such pair"]);
        assert!(judge.forbidden_in("nosuchwords").is_empty());
    }
}
