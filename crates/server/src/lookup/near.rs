//! Whether a document may be meant by a name that leads to none.

use office::register::Label;

/// Longer names are no mistyped numbers.
const LONGEST: usize = 40;

/// Whether `name` is the number of the document with another kind, or differs from it by a slip of the hand.
pub(super) fn is_near(name: &str, label: &Label) -> bool {
    let asked = compact(name);
    let (office, number, kind) = (
        compact(&label.office),
        compact(&label.number),
        compact(&label.kind),
    );
    if asked.is_empty() || asked.len() > LONGEST || number.is_empty() {
        return false;
    }
    // The same number of another office is another document.
    let first = asked.get(..2).unwrap_or_default();
    let names_office = first.len() == 2 && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    if names_office && !number.starts_with(first) && distance(first, &office) > 1 {
        return false;
    }
    let whole = format!("{office}{number}");
    let same = [&whole, &number].into_iter().any(|known| {
        let rest = asked.strip_prefix(known.as_str());
        rest.is_some_and(|rest| rest.len() <= 2 && !rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    let slips = match number.len() {
        0..4 => 0,
        4..6 => 1,
        _ => 2,
    };
    let forms = [
        format!("{whole}{kind}"),
        format!("{number}{kind}"),
        whole,
        number,
    ];
    same || forms.iter().any(|form| distance(&asked, form) <= slips)
}

fn compact(text: &str) -> String {
    let letters = text.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|c| c.to_ascii_uppercase()).collect()
}

/// How many letters must be put in, left out or changed to make one text of the other.
fn distance(one: &str, other: &str) -> usize {
    let other = other.as_bytes();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.bytes().enumerate() {
        let mut here = vec![row + 1];
        for (column, known) in other.iter().enumerate() {
            let changed = above[column] + usize::from(letter != *known);
            here.push(changed.min(above[column + 1] + 1).min(here[column] + 1));
        }
        above = here;
    }
    above[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_and_other_kinds() {
        for (name, office, number, kind, near) in [
            ("US-7272630-B1", "US", "7272630", "B2", true),
            ("US-7272630-A1", "US", "7272630", "B2", true),
            ("us 7,272,631 b2", "US", "7272630", "B2", true),
            ("US-7272360-B2", "US", "7272630", "B2", true),
            ("7272631", "US", "7272630", "B2", true),
            ("UP-7272630-B2", "US", "7272630", "B2", true),
            ("US-RE59002-E1", "US", "RE59001", "E1", true),
            ("RE59002", "US", "RE59001", "E1", true),
            ("EP-2-B1", "EP", "2", "A1", true),
            ("EP-3-A1", "EP", "2", "A1", false),
            ("EP-7272630-B2", "US", "7272630", "B2", false),
            ("US-9999999-B1", "EP", "9999901", "B1", false),
            ("US-7272999-B2", "US", "7272630", "B2", false),
            ("US-72726301-B2", "US", "7272630", "B2", true),
            ("nonsense", "US", "7272630", "B2", false),
            ("", "US", "7272630", "B2", false),
        ] {
            let label = Label {
                office: office.into(),
                number: number.into(),
                kind: kind.into(),
                ..Label::default()
            };
            assert_eq!(is_near(name, &label), near, "{name}");
        }
    }
}
