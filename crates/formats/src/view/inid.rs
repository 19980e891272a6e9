//! Labels of INID codes and of the codes of offices.
//!
//! Clause: ST.9

mod codes;

use codes::CODES;

/// The INID code of an office's code: `B241` is 24, `B540` is 54; empty where the standards give none.
pub(super) fn of_code(code: &str) -> &'static str {
    match code {
        "unexamined-not-printed-without-grant" => return "41",
        "examined-not-printed-without-grant" => return "42",
        "unexamined-printed-without-grant" => return "43",
        "examined-printed-without-grant" => return "44",
        "printed-with-grant" => return "45",
        "claims-only-available" => return "46",
        "not-printed-with-grant" => return "47",
        _ => {}
    }
    of_office(code).map_or("", |(inid, _)| inid)
}

/// INID code and meaning of a code of the European Patent Office.
fn of_office(code: &str) -> Option<(&'static str, &'static str)> {
    let known = CODES.binary_search_by_key(&code, |(key, _, _)| key);
    known.ok().map(|index| (CODES[index].1, CODES[index].2))
}

/// What an office's code says, in words; the code itself in words when it is not known.
pub(super) fn label(code: &str) -> String {
    let found = |list: &[(&str, &'static str)]| {
        let known = list.binary_search_by_key(&code, |(key, _)| key);
        known.ok().map(|index| list[index].1)
    };
    let known = found(LABELS).or_else(|| found(SHORT));
    let known = known.or_else(|| of_office(code).map(|(_, label)| label));
    known.map_or_else(|| words_of(code), str::to_owned)
}

/// The code itself, where its label says it in other words; or empty.
pub(super) fn name(code: &str) -> &str {
    let short = SHORT.binary_search_by_key(&code, |(key, _)| key);
    if short.is_ok() || label(code) == words_of(code) {
        ""
    } else {
        code
    }
}

/// A name of the source in words: `rule-47-flag` is `Rule 47 flag`; other names stay as they are.
pub(crate) fn words_of(name: &str) -> String {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !name.chars().all(plain) {
        return name.to_owned();
    }
    let mut out = name.replace('-', " ");
    if let Some(first) = out.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    out
}

/// The label of a classification scheme, and its INID code.
pub(super) fn scheme(scheme: &str) -> (&'static str, String) {
    let (code, label) = match scheme {
        "ipc" => (
            "51",
            "International Patent Classification (editions 1 to 7)",
        ),
        "ipcr" => ("51", "International Patent Classification"),
        "cpc" => ("52", "Cooperative Patent Classification"),
        "cpc-text" => ("52", "Cooperative Patent Classification, in text"),
        "national" => ("52", "National classification"),
        "locarno" => ("51", "Locarno Classification"),
        "ecla" => ("52", "European Classification"),
        "udc" => ("52", "Universal Decimal Classification"),
        other => return ("52", words_of(other)),
    };
    (code, label.into())
}

/// Our labels of names that do not speak for themselves, sorted by name.
const LABELS: &[(&str, &str)] = &[
    (
        "pct-or-regional-filing-data",
        "International or regional application",
    ),
    (
        "pct-or-regional-publishing-data",
        "International or regional publication",
    ),
];

/// Our words for the short names within citations and parties, sorted by name; the names say nothing to a reader.
const SHORT: &[(&str, &str)] = &[
    ("atl", "Title of the article"),
    ("avail", "Where it can be found"),
    ("doi", "DOI"),
    ("iid", "Number at the office"),
    ("ino", "Issue"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("pp", "Pages"),
    ("ppf", "First page"),
    ("ppl", "Last page"),
    ("pubdate", "Published"),
    ("sdate", "Date"),
    ("sertitle", "Journal"),
    ("srchdate", "Looked up"),
    ("vid", "Volume"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_sorted() {
        assert!(LABELS.is_sorted_by_key(|(key, _)| key));
        assert!(SHORT.is_sorted_by_key(|(key, _)| key));
        assert!(CODES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn codes_say_what_their_document_type_says() {
        for (code, inid, words) in [
            ("B243", "24", "Patent maintained as amended"),
            ("B477", "", "Publication of the amended patent"),
            ("B245EP", "24", "Kind of suspension or interruption"),
            (
                "B453EP",
                "45",
                "Publication and mention of the limitation decision",
            ),
            ("B620EP", "60", "Other kind of relation"),
            (
                "B655",
                "",
                "Earlier publication by another country or organization",
            ),
        ] {
            assert_eq!((of_code(code), label(code).as_str()), (inid, words));
        }
        for unknown in ["B220EP", "B405EP", "B454EP", "B478"] {
            assert_eq!((of_code(unknown), label(unknown).as_str()), ("", unknown));
        }
    }

    #[test]
    fn names_and_codes_have_words() {
        assert_eq!(of_code("B241"), "24");
        assert_eq!(of_code("B405"), "40");
        assert_eq!(of_code("B007EP"), "");
        assert_eq!(of_code("rule-47-flag"), "");
        assert_eq!(label("rule-47-flag"), "Rule 47 flag");
        assert_eq!(label("B999XX"), "B999XX");
        assert_eq!(
            (label("sertitle").as_str(), name("sertitle")),
            ("Journal", "")
        );
        assert_eq!(name("B121"), "B121");
    }
}
