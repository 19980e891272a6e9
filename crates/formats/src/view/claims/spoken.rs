//! Claims that the words of a claim mention.

/// Claims that are mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mention {
    /// The claims from one number to another; one claim when both are the same.
    Numbers(u32, u32),
    /// All claims before.
    Before,
    /// The claim just before.
    JustBefore,
}

/// How far into a claim its references to others are looked for, in words, numbers and signs.
const OPENING: usize = 120;

/// Words for one claim in the languages of sources without marked references.
const ONE: &[&str] = &[
    "claim",
    "anspruch",
    "anspruchs",
    "anspruches",
    "patentanspruch",
    "patentanspruchs",
    "patentanspruches",
    "revendication",
    "reivindicación",
    "reivindicacion",
];

/// Words for several claims.
const SEVERAL: &[&str] = &[
    "claims",
    "ansprüche",
    "ansprüchen",
    "patentansprüche",
    "patentansprüchen",
    "revendications",
    "reivindicaciones",
];

/// Words for what comes before; those of German also stand with the endings of its cases.
const BEFORE: &[&str] = &[
    "preceding",
    "previous",
    "prior",
    "foregoing",
    "above",
    "aforementioned",
    "aforesaid",
    "vorhergehend",
    "vorangehend",
    "vorstehend",
    "vorangegangen",
    "vorangestellt",
    "voranstehend",
    "vorherig",
    "vorgenannt",
    "obig",
    "précédente",
    "précédentes",
    "precedente",
    "precedentes",
    "antérieure",
    "antérieures",
    "anterior",
    "anteriores",
];

/// Words by which one claim means any of several: "any preceding claim".
const ANY: &[&str] = &[
    "any",
    "each",
    "either",
    "every",
    "one",
    "a",
    "einem",
    "einer",
    "jedem",
    "irgendeinem",
    "une",
    "quelconque",
    "toute",
    "una",
    "cualquier",
    "cualquiera",
];

/// Words and signs between the ends of a range.
const TO: &[&str] = &[
    "to", "through", "bis", "à", "-", "\u{2013}", "\u{2014}", "~",
];

/// Words and signs between members of a list.
const OR: &[&str] = &[
    ",", "/", "or", "and", "oder", "und", "sowie", "ou", "et", "o", "u", "y",
];

/// Words and signs that may stand beside another connecting word.
const QUIET: &[&str] = &["(", ")", "up", "zu", "bzw"];

/// The claims that the opening words of `text` mention, in order.
pub(super) fn mentions(text: &str) -> Vec<Mention> {
    let tokens = tokens(text);
    let mut out = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let one = ONE.contains(&token.as_str());
        if !one && !SEVERAL.contains(&token.as_str()) {
            continue;
        }
        let count = out.len();
        list(&tokens[at + 1..], token.starts_with("reiv"), &mut out);
        if out.len() > count {
            continue;
        }
        let beside = [at.checked_sub(1), Some(at + 1)];
        let mut beside = beside.into_iter().flatten().filter_map(|at| tokens.get(at));
        if beside.any(|word| is_before(word)) {
            let start = at.saturating_sub(4);
            let any = |word: &String| ANY.contains(&word.as_str());
            let just = one && !tokens[start..at].iter().any(any);
            out.push(if just {
                Mention::JustBefore
            } else {
                Mention::Before
            });
        }
    }
    out
}

fn is_before(word: &str) -> bool {
    let endings = ["", "e", "en", "em", "er", "es"];
    let plain = |ending: &&str| word.strip_suffix(ending).unwrap_or_default();
    let mut forms = endings.iter().map(plain);
    forms.any(|form| BEFORE.contains(&form))
}

/// Reads a list of numbers such as `1, 2 or 5 to 7`, which must begin at once.
fn list(tokens: &[String], spanish: bool, out: &mut Vec<Mention>) {
    let start = tokens.iter().take_while(|token| *token == "(").count();
    let Some(mut before) = tokens.get(start).and_then(|token| number(token)) else {
        return;
    };
    out.push(Mention::Numbers(before, before));
    let mut at = start + 1;
    loop {
        let (mut range, mut member) = (false, false);
        while let Some(token) = tokens.get(at).map(String::as_str) {
            let is_to = TO.contains(&token) || (spanish && token == "a");
            let is_or = OR.contains(&token);
            if !is_to && !is_or && !QUIET.contains(&token) {
                break;
            }
            range |= is_to;
            member |= is_or;
            at += 1;
        }
        let next = tokens.get(at).and_then(|token| number(token));
        let Some(next) = next.filter(|_| range || member) else {
            return;
        };
        at += 1;
        // "claim 1, 20 wt%" and "claim 1, 3 layers" have no further claim.
        let only_comma = !range && tokens[at - 2] == ",";
        let follower = tokens.get(at).map(String::as_str);
        let is_unit = follower.is_some_and(|word| {
            word == "%" || (only_comma && word.starts_with(char::is_alphabetic) && !joins(word))
        });
        if is_unit {
            return;
        }
        if range && before < next {
            out.pop();
            out.push(Mention::Numbers(before, next));
        } else {
            out.push(Mention::Numbers(next, next));
        }
        before = next;
    }
}

fn joins(word: &str) -> bool {
    TO.contains(&word) || OR.contains(&word) || QUIET.contains(&word)
}

fn number(token: &str) -> Option<u32> {
    token.parse().ok()
}

/// Words in small letters, numbers, and signs; `0.5` and `2a` are no numbers.
fn tokens(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next().filter(|_| out.len() < OPENING) {
        let length = if first.is_alphanumeric() {
            word(rest)
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        if !first.is_whitespace() {
            out.push(token.to_lowercase());
        }
        rest = after;
    }
    out
}

/// How many bytes the word or the number at the start of `text` has.
fn word(text: &str) -> usize {
    let end = |text: &str| {
        text.find(|c: char| !c.is_alphanumeric())
            .unwrap_or(text.len())
    };
    let first = end(text);
    let is_digits = text[..first].bytes().all(|byte| byte.is_ascii_digit());
    match text[first..].strip_prefix('.') {
        Some(rest) if is_digits && rest.starts_with(|c: char| c.is_ascii_digit()) => {
            first + 1 + end(rest)
        }
        _ => first,
    }
}

#[cfg(test)]
mod tests {
    use super::Mention::{Before, JustBefore, Numbers};
    use super::*;

    #[test]
    fn lists_and_ranges() {
        for (text, wanted) in [
            ("as in claim 1", vec![Numbers(1, 1)]),
            (
                "claims 1, 2 or 5 to 7, of 3 mm",
                vec![Numbers(1, 1), Numbers(2, 2), Numbers(5, 7)],
            ),
            ("claims 1-3 and/or 5", vec![Numbers(1, 3), Numbers(5, 5)]),
            (
                "nach Anspruch 1 oder 2 mit 3 Rädern",
                vec![Numbers(1, 1), Numbers(2, 2)],
            ),
            (
                "Ansprüchen 1 bis 3 und 6",
                vec![Numbers(1, 3), Numbers(6, 6)],
            ),
            (
                "des revendications 1 à 3 et 5",
                vec![Numbers(1, 3), Numbers(5, 5)],
            ),
            ("reivindicaciones 1 a 3", vec![Numbers(1, 3)]),
            ("claims (1) to (3)", vec![Numbers(1, 3)]),
            ("claim 1, 20 wt% of", vec![Numbers(1, 1)]),
            ("claim 1, 0.5 mm and 2 % of", vec![Numbers(1, 1)]),
            (
                "claims 1,2 or 4",
                vec![Numbers(1, 1), Numbers(2, 2), Numbers(4, 4)],
            ),
            (
                "Anspruch 1, 0,5 mm dick",
                vec![Numbers(1, 1), Numbers(0, 0)],
            ),
            ("claim 1 having 2 wheels", vec![Numbers(1, 1)]),
            ("claim 2, a 5 mm plate", vec![Numbers(2, 2)]),
            ("we claim a rail", vec![]),
            ("any preceding claim", vec![Before]),
            ("one or more of the previous claims", vec![Before]),
            ("gemäß dem vorhergehenden Anspruch", vec![JustBefore]),
            ("einem der vorstehenden Patentansprüche", vec![Before]),
            ("selon la revendication précédente", vec![JustBefore]),
            (
                "selon l'une quelconque des revendications précédentes",
                vec![Before],
            ),
            (
                "cualquiera de las reivindicaciones anteriores",
                vec![Before],
            ),
            ("the above claims 1 to 3", vec![Numbers(1, 3)]),
        ] {
            assert_eq!(mentions(text), wanted, "{text}");
        }
    }
}
