use super::kind::fits;
use super::*;

fn kind_of(name: Name) -> &'static Type {
    match name.element().content {
        Content::Simple(kind) => &TYPES[usize::from(kind)],
        _ => panic!("{name:?} has no simple type"),
    }
}

#[test]
fn names_are_found_by_text() {
    for (number, text) in NAMES.iter().enumerate() {
        assert_eq!(
            Name::find(text).map(|name| usize::from(name.0)),
            Some(number)
        );
    }
    for (number, text) in ATTRIBUTE_NAMES.iter().enumerate() {
        assert_eq!(
            AttrName::find(text).map(|name| usize::from(name.0)),
            Some(number)
        );
    }
    assert_eq!(Name::mathml("mrow"), Some(mathml::MROW));
    assert_eq!(Name::mathml("P"), None);
    assert_eq!(
        AttrName::mathml("mathvariant"),
        Some(attr::mathml::MATHVARIANT)
    );
    assert_eq!(AttrName::mathml("com:id"), None);
    assert_eq!(Name::find("pat:Claim"), Some(pat::CLAIM));
}

#[test]
fn a_parent_allows_what_its_model_names() {
    assert!(pat::CLAIM_TEXT.allows(com::MATH));
    assert!(pat::CLAIM_TEXT.allows(pat::CLAIM_TEXT));
    assert!(!com::SUP2.allows(com::SUP2));
    assert!(pat::BIBLIOGRAPHIC_DATA.allows(pat::PARTY_BAG));
    assert!(!com::PRE.allows(com::B));
    assert!(com::ENTRY.allows(com::BIO_DEPOSIT));
    assert_eq!(com::ENTRY.content(), ContentKind::Mixed);
    assert_eq!(com::PRE.content(), ContentKind::Empty);
    assert!(com::TABLE_GROUP.takes_attribute(attr::tbl::COLS, "3"));
    assert!(!com::TABLE_GROUP.takes_attribute(attr::tbl::COLS, "three"));
    assert!(mathml::MO.takes_attribute(attr::mathml::LSPACE, "0.5em"));
}

#[test]
fn values_follow_their_types() {
    let check = |name: Name, good: &[&str], bad: &[&str]| {
        for value in good {
            assert!(fits(kind_of(name), value), "{name:?} takes {value:?}");
        }
        for value in bad {
            assert!(
                !fits(kind_of(name), value),
                "{name:?} does not take {value:?}"
            );
        }
    };
    check(
        com::PUBLICATION_DATE,
        &[
            "2024-02-29",
            "2024",
            "2024-02",
            " 2024-01-01\n",
            "2024-01-01Z",
            "2024-01-01+02:00",
        ],
        &[
            "",
            "20240229",
            "2023-02-29",
            "2024-13",
            "24-01-01",
            "2024-1-1",
            "0000",
        ],
    );
    check(com::IP_OFFICE_CODE, &["EP", "XX", " US"], &["", "ZZ", "us"]);
    check(pat::CLASS, &["01", "99"], &["00", "1", "A1"]);
    check(com::DAS_ACCESS_CODE, &["a1B,"], &["a1B", "a1B-"]);
    check(
        com::ST13_APPLICATION_NUMBER,
        &["123456789012345"],
        &["12345678901234"],
    );
    check(
        com::WEB_URI,
        &["", "http://a.b/c?d=e#f", "mailto:a@b"],
        &["http://a b", "a%2", "1:2"],
    );
    check(com::BR, &["", "  "], &["x"]);
    check(
        pat::ATTACHED_PRIORITY_DOCUMENT_INDICATOR,
        &["true"],
        &["false", "", "1"],
    );
    check(
        com::APPLICATION_DATE_TIME,
        &["2024-02-29T23:59:59.5Z"],
        &["2024-02-29", "2024-02-29T24:00:00"],
    );
}

#[test]
fn math_values_follow_their_patterns() {
    use super::lexical as lex;
    for length in [
        "",
        "0.5em",
        "-1px",
        ".5",
        "12%",
        "veryverythickmathspace",
        "negativemediummathspace",
    ] {
        assert!(lex::math_length(length), "{length}");
    }
    for length in ["1 em", "em em", "veryveryverythinmathspace", "+1px"] {
        assert!(!lex::math_length(length), "{length}");
    }
    for length in [
        "+1 %height",
        "width",
        "50% depth",
        "+.5 em",
        "thinmathspace",
    ] {
        assert!(lex::math_padding(length), "{length}");
    }
    assert!(lex::group_alignment("{left right} {decimalpoint}"));
    assert!(!lex::group_alignment("{left }"));
    assert!(lex::table_alignment("axis -3"));
    assert!(!lex::table_alignment("axis 3 4"));
}

#[test]
fn the_roots_have_what_the_emptiest_form_needs() {
    assert!(empty::cost(pat::BIBLIOGRAPHIC_DATA.0).is_some());
    assert!(
        empty::cost(pat::PATENT_PUBLICATION.0).is_none(),
        "its language has no empty form"
    );
    assert!(empty::cost(mathml::MATH.0).is_none());
    assert!(empty::cost(com::PUBLICATION_DATE.0).is_none());
}
