//! Labels of INID codes and of the codes of offices.
//!
//! Clause: ST.9

/// The INID code that stands in an office's code: `B241` is 24, `B540` is 54; or empty.
pub(super) fn of_code(code: &str) -> &str {
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
    let digits = code.strip_prefix('B').unwrap_or_default();
    match digits.get(..2) {
        Some(inid)
            if digits.len() >= 3
                && digits.bytes().take(3).all(|byte| byte.is_ascii_digit())
                && !inid.starts_with('0') =>
        {
            inid
        }
        _ => "",
    }
}

/// What an office's code says, in words; the code itself in words when it is not known.
pub(super) fn label(code: &str) -> String {
    let found = |list: &[(&str, &'static str)]| {
        let known = list.binary_search_by_key(&code, |(key, _)| key);
        known.ok().map(|index| list[index].1)
    };
    let known = found(LABELS).or_else(|| found(SHORT));
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

/// Our labels of codes, sorted by code.
const LABELS: &[(&str, &str)] = &[
    ("B001EP", "States concerned"),
    ("B003EP", "No application number"),
    ("B005EP", "Printing system"),
    ("B007EP", "Processing notes"),
    ("B008EP", "Printing notes"),
    ("B009EP", "Text of the document type in the three languages"),
    ("B121", "Kind of document, in words"),
    ("B150", "Correction of the document"),
    ("B220EP", "Filing date as amended"),
    ("B230", "Other filing dates"),
    ("B231", "Exhibition"),
    ("B240", "Dates from which rights have effect"),
    ("B241", "Request for examination"),
    ("B242", "First examination report"),
    ("B243", "Rejection"),
    ("B244", "Withdrawal"),
    ("B245", "Stay of the proceedings"),
    ("B245EP", "End of the stay"),
    ("B246", "Resumption"),
    ("B248", "Deemed withdrawal"),
    ("B270", "Earlier application referred to"),
    ("B405", "Gazette"),
    ("B405EP", "Gazette"),
    ("B410", "Open to inspection, not examined"),
    ("B420", "Open to inspection, examined"),
    ("B430", "Publication of the application"),
    ("B440", "Publication of the examined application"),
    ("B450", "Publication of the grant"),
    ("B451EP", "Publication of a corrected grant"),
    ("B452EP", "Announcement of the intention to grant"),
    ("B453EP", "Publication after opposition"),
    ("B454EP", "Publication after limitation"),
    ("B460", "Publication of the claims"),
    ("B472", "Term of the patent"),
    ("B473", "Lapse"),
    ("B475", "Lapse in a state"),
    ("B477", "Revocation"),
    ("B478", "No opposition"),
    ("B480", "Correction"),
    ("B560", "Citations"),
    ("B565", "Supplementary search report"),
    ("B565EP", "Completion of the supplementary search"),
    ("B566", "Completion of the search"),
    ("B566EP", "Completion of the search"),
    ("B610", "Addition"),
    ("B620", "Earlier application from which it was divided"),
    ("B620EP", "Divided application"),
    ("B630", "Continuation"),
    ("B640", "Reissue"),
    ("B645", "Reexamination"),
    ("B650", "Earlier publication of the same application"),
    ("B655", "Correction of an earlier document"),
    ("B660", "Substitution"),
    ("B670", "Utility model on which it is based"),
    ("B810", "Designated states under the PCT"),
    ("B820", "Elected states under the PCT"),
    ("B830", "Deposit of biological material"),
    ("B840", "Designated contracting states"),
    ("B844EP", "Extension states"),
    ("B845EP", "Extension states"),
    ("B848EP", "Validation states"),
    ("B860", "International application"),
    ("B870", "International publication"),
    ("B880", "Publication of the search report"),
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
    }

    #[test]
    fn inid_codes_stand_in_office_codes() {
        assert_eq!(of_code("B241"), "24");
        assert_eq!(of_code("B405EP"), "40");
        assert_eq!(of_code("B007EP"), "");
        assert_eq!(of_code("rule-47-flag"), "");
        assert_eq!(of_code("B9ü0"), "");
        assert_eq!(label("rule-47-flag"), "Rule 47 flag");
        assert_eq!(label("B999XX"), "B999XX");
        assert_eq!(
            (label("sertitle").as_str(), name("sertitle")),
            ("Journal", "")
        );
        assert_eq!(name("B121"), "B121");
    }
}
