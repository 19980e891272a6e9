//! Passages of cited documents as searchers write them: `page 3, line 1 - page 4, line 5`.
//!
//! Clause: ST.96 V6_0 pat:PassageRange

/// A place of a text: the word of ST.96 for what is counted, and the number.
pub(super) type Location = (&'static str, String);

/// Where a passage starts and ends; `None` when it says anything that is no such place.
pub(super) fn range(text: &str) -> Option<(Vec<Location>, Vec<Location>)> {
    let plain = text.replace(['*', ','], " ");
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut sides = words.split(|word| *word == "-");
    let start = locations(sides.next()?)?;
    let end = match sides.next() {
        Some(side) => locations(side)?,
        None => Vec::new(),
    };
    sides.next().is_none().then_some((start, end))
}

fn locations(words: &[&str]) -> Option<Vec<Location>> {
    let (pairs, rest) = words.as_chunks::<2>();
    if pairs.is_empty() || !rest.is_empty() {
        return None;
    }
    let mut pairs = pairs.iter();
    pairs.try_fold(Vec::new(), |mut out, [label, number]| {
        let begins = number.starts_with(|first: char| first.is_ascii_digit() || first == '[');
        out.push((category(label)?, begins.then(|| (*number).to_owned())?));
        Some(out)
    })
}

/// The word of ST.96 for what is counted.
fn category(label: &str) -> Option<&'static str> {
    Some(match label.to_ascii_lowercase().as_str() {
        "page" | "pages" | "p." => "Page",
        "column" | "columns" | "col." => "Column",
        "line" | "lines" => "Line",
        "paragraph" | "paragraphs" => "Paragraph",
        "claim" | "claims" => "Claim",
        "figure" | "figures" | "fig." => "Figure",
        "table" | "tables" => "Table",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let Some((start, end)) = range(text) else {
            return String::new();
        };
        let side = |side: Vec<Location>| {
            let all = side
                .into_iter()
                .map(|(what, number)| format!("{what} {number}"));
            all.collect::<Vec<_>>().join(" ")
        };
        format!("{}|{}", side(start), side(end))
    }

    #[test]
    fn a_passage_is_read_if_all_of_it_is_places() {
        for (text, expected) in [
            (
                "* page  7, line  7  - page  8, line  4 *",
                "Page 7 Line 7|Page 8 Line 4",
            ),
            ("column 3, lines 3-12", "Column 3 Line 3-12|"),
            ("paragraph [0012]", "Paragraph [0012]|"),
            ("the whole document", ""),
            ("page one", ""),
            ("page 1 - page 2 - page 3", ""),
            ("figures 1,3", ""),
            ("page 1 -", ""),
            ("", ""),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
