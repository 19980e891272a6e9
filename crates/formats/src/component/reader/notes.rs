//! Announcements, and the free-text place of a publication.
//!
//! Clause: ST.96 V6_0 pat:PublicAvailabilityDataBag

use super::document;
use super::relation::gazette;
use crate::component::draft::View;
use crate::component::schema::{com, pat};
use model::{Gazette, Milestone, Patent, Statement, Str};

/// Reads the announcements of a document, and what was put among them because it has no place of its own.
pub(super) fn availability(view: View<'_, '_>, patent: &mut Patent) {
    let mut is_read = false;
    for child in view.elements() {
        if child.name() == pat::GAZETTE_REFERENCE {
            let gazette = gazette(child);
            match (!is_read && gazette.number.is_empty()).then(|| statements(&gazette.text)) {
                Some(Some(notes)) => {
                    is_read = true;
                    patent.statements.extend(notes);
                }
                _ => patent.milestones.push(announced(gazette)),
            }
        } else if let Some(code) = code(child) {
            patent.milestones.push(announcement(child, code));
        }
    }
}

/// The name of ST.36 for an announcement before grant.
fn code(view: View<'_, '_>) -> Option<&'static str> {
    Some(match view.name() {
        pat::UNEXAMINED_NO_GRANT_NOT_PRINTED_PATENT_DOCUMENT => {
            "unexamined-not-printed-without-grant"
        }
        pat::EXAMINED_NO_GRANT_NOT_PRINTED_PATENT_DOCUMENT => "examined-not-printed-without-grant",
        pat::UNEXAMINED_NO_GRANT_PRINTED_PATENT_DOCUMENT => "unexamined-printed-without-grant",
        pat::EXAMINED_NO_GRANT_PRINTED_PATENT_DOCUMENT => "examined-printed-without-grant",
        pat::ONLY_AVAILABLE_CLAIMS => "claims-only-available",
        pat::PRINTED_AS_AMENDED_DOCUMENT => "printed-as-amended",
        pat::NOT_PRINTED_PATENT_GRANT => "not-printed-with-grant",
        pat::PATENT_INVALIDATION => "invalidation-of-patent",
        _ => return None,
    })
}

fn announcement(view: View<'_, '_>, code: &str) -> Milestone {
    let mut document = document::held(view).into_iter().next();
    if let Some(id) = &mut document {
        id.format = Str::default();
    }
    let comment = view.text_of(com::COMMENT_TEXT);
    Milestone {
        code: code.into(),
        id: document::id(view),
        document,
        texts: (!comment.is_empty())
            .then_some(comment)
            .into_iter()
            .collect(),
        ..Milestone::default()
    }
}

/// An entry of a gazette. The name of the event comes first, where the text begins with one.
fn announced(gazette: Gazette) -> Milestone {
    let text = gazette.text.trim();
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let (code, rest) = if is_code(first) {
        (first, rest)
    } else {
        ("gazette-reference", text)
    };
    Milestone {
        code: code.into(),
        date: gazette.date,
        gazette: gazette.number,
        texts: (!rest.is_empty())
            .then(|| rest.into())
            .into_iter()
            .collect(),
        ..Milestone::default()
    }
}

/// The statements of a free text that was made of them, `code: text; code: text`; `None` for any other text.
///
/// The words of a statement may hold the signs that part it from the next: what does not begin with a code belongs
/// to the text before. Put together again, the text is the same.
fn statements(text: &str) -> Option<Vec<Statement>> {
    let mut out: Vec<(&str, &str)> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at <= text.len() {
        let end = text[at..].find("; ").map_or(text.len(), |end| at + end);
        let next = &text[end.min(text.len())..];
        let is_over = next.is_empty() || starts(&next[2..]);
        if is_over {
            let whole = &text[start..end];
            if !starts(whole) {
                return None;
            }
            out.push(whole.split_once(": ").unwrap_or((whole, "")));
            start = end + 2;
        }
        at = end + 2;
    }
    let made = out.into_iter().map(|(code, text)| {
        if text.is_empty() {
            Statement::flag(code)
        } else {
            Statement::text(code, text)
        }
    });
    Some(made.collect())
}

/// Whether a piece of free text begins with a code, or is one.
fn starts(piece: &str) -> bool {
    match piece.split_once(": ") {
        Some((code, _)) => is_code(code) || is_fact(code),
        None => is_code(piece) && piece.contains(|c: char| c.is_ascii_digit() || c == '-'),
    }
}

/// Whether a text can be the name of a fact, such as `B007EP` or `rule-47-flag`.
fn is_code(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '@' | '.');
    text.len() >= 2
        && text.len() <= 60
        && text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '@')
        && text.chars().all(plain)
}

/// Whether a text is a fact with what it is about, such as `residence of inventor Roe`.
fn is_fact(text: &str) -> bool {
    const BEGINNINGS: [&str; 8] = [
        "kind code",
        "kind codes",
        "name with document",
        "names with documents",
        "numbers of family members",
        "date given with document",
        "priority-claim ",
        "number of the opposition",
    ];
    text.len() <= 200
        && !text.contains("; ")
        && (BEGINNINGS.iter().any(|start| text.starts_with(start)) || text.contains(" of "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str) -> Option<Vec<(String, String)>> {
        let pair = |one: Statement| (one.code.to_string(), model::text::plain(&one.content));
        statements(text).map(|all| all.into_iter().map(pair).collect())
    }

    #[test]
    fn free_text_goes_back_to_statements() {
        let all = parted("B007EP: a; b: c d; rule-47-flag; series: 10").unwrap();
        let all: Vec<_> = all
            .iter()
            .map(|(code, text)| [code.as_str(), text.as_str()].join("="))
            .collect();
        assert_eq!(all, ["B007EP=a; b: c d; rule-47-flag", "series=10"]);
        assert_eq!(parted("See the notice of today"), None);
        assert_eq!(parted(""), None);
    }
}
