//! Names that offices and collections use for what ST.36 names otherwise.

/// A name without the two letters of an office before it: `wo-bibliographic-data`.
pub(super) fn without_office(name: &str) -> Option<&str> {
    let (office, rest) = name.split_at_checked(3)?;
    let letters = office.strip_suffix('-')?;
    let is_office = letters.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_office && !rest.is_empty()).then_some(rest)
}

/// The name in ST.36 of an element that a dialect names otherwise.
pub(super) fn element(name: &str) -> Option<&'static str> {
    Some(match name {
        "head" => "heading",
        "lb" | "break" => "br",
        "sl" => "ul",
        "graphic" => "img",
        "formula" => "maths",
        "main-clsf" => "main-classification",
        "further-clsf" => "further-classification",
        "ep-contracting-states" => "contracting-states",
        _ => return own_of_office(without_office(name)?),
    })
}

/// The part of an office's own name that is a word of ST.36.
fn own_of_office(rest: &str) -> Option<&'static str> {
    const WORDS: &[&str] = &[
        "bibliographic-data",
        "publication-reference",
        "application-reference",
        "priority-claims",
        "priority-claim",
        "parties",
        "applicants",
        "applicant",
        "inventors",
        "inventor",
        "agents",
        "agent",
        "assignees",
        "assignee",
        "examiners",
        "primary-examiner",
        "assistant-examiner",
        "related-documents",
        "related-publication",
        "references-cited",
        "citation",
        "field-of-search",
        "term-of-grant",
        "dates-of-public-availability",
        "designation-of-states",
        "patent-family",
        "search-report-data",
        "sequence-list-doc",
        "amended-claims",
        "abstract-figure",
        "abstract-drawing",
    ];
    match rest {
        "bibliographic-data-grant" | "bibliographic-data-application" => Some("bibliographic-data"),
        "agency" => Some("agency"),
        _ => WORDS.iter().copied().find(|word| *word == rest),
    }
}

/// The name in ST.36 of an attribute that a dialect names otherwise.
pub(super) fn attribute(name: &str) -> Option<&'static str> {
    Some(match name {
        "xml:id" => "id",
        "xml:lang" => "lang",
        "n" => "num",
        "docnumber" => "doc-number",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_before_a_word_of_the_standard_is_taken_away() {
        assert_eq!(element("wo-bibliographic-data"), Some("bibliographic-data"));
        assert_eq!(element("kr-applicants"), Some("applicants"));
        assert_eq!(element("wo-application-info"), None);
        assert_eq!(element("head"), Some("heading"));
        assert_eq!(
            without_office("de-patent-document"),
            Some("patent-document")
        );
        assert_eq!(without_office("bibliographic-data"), None);
        assert_eq!(without_office("ü-x"), None);
    }
}
