//! Rules over sequence listings of others, and over very long ones.

use crate::mutations::{findings, valid};
use crate::shared;
use check::listing::Checker;
use check::{Profile, run};
use model::Severity;
use std::collections::BTreeSet;
use std::path::Path;

/// Rules that find errors in a listing.
fn errors(text: &str) -> BTreeSet<String> {
    let found = findings(text).into_iter();
    let errors = found.filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| finding.rule.to_string()).collect()
}

fn file(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn official_listings_have_their_known_faults_only() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("data/st26");
    for (name, wanted) in [
        (
            "hakanaslim+wipo-validator/example/st26-annex-iii-sequence-listing-specimen_202111.xml",
            "",
        ),
        (
            "hakanaslim+wipo-validator/example/ST26_Annex_3.xml",
            "molecule/residue-sign qualifier/value-form",
        ),
        ("wipo/Valid-Exemplary DNA and AA.xml", ""),
        ("wipo/Valid_DNA_AA_project.xml", ""),
        (
            "wipo/Error-Mandatory_qualifier_MOL_TYPE_for_the_feature_SOURCE_is_missing.xml",
            "qualifier/missing",
        ),
        (
            "wipo/Error-Missing_Non_English_Qualifier_Valu.xml",
            "qualifier/foreign-blank",
        ),
        (
            "wipo/Error-Missing_Non_English_Qualifier_Value.xml",
            "listing/foreign-text-missing",
        ),
        (
            "wipo/Error_The_Applicant_File_Reference_number_is_missing..xml",
            "",
        ),
        (
            "wipo/JPO-bibliography.xml",
            "listing/element-unknown listing/foreign-text-missing molecule/other-identifiers",
        ),
    ] {
        let wanted: BTreeSet<String> = wanted.split_whitespace().map(str::to_owned).collect();
        assert_eq!(errors(&file(&folder.join(name))), wanted, "{name}");
    }
}

#[test]
fn cases_of_others_show_their_fault() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("data/st26/cases");
    for line in include_str!("../listing/cases.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let (name, wanted) = line.split_once(':').unwrap();
        let found = errors(&file(&folder.join(format!("{name}.xml"))));
        let wanted: BTreeSet<String> = wanted.split_whitespace().map(str::to_owned).collect();
        assert_eq!(found, wanted, "{name}");
    }
}

#[test]
fn a_listing_is_checked_while_it_is_read() {
    let text = valid()
        .replace(">other RNA<", ">RNA<")
        .replace("sequenceIDNumber=\"8\"", "sequenceIDNumber=\"9\"")
        .replace("<INSDSeq_length>17<", "<INSDSeq_length>16<");
    let limits = formats::Limits::default();
    let mut reader = formats::st26::Reader::new(&text, &limits).unwrap();
    let (mut checker, mut found) = (Checker::new(&Profile::default()), Vec::new());
    let mut is_headed = false;
    while let Some(sequence) = reader.next_sequence().unwrap() {
        if !is_headed {
            checker.head(reader.listing(), &mut found);
            is_headed = true;
        }
        checker.sequence(&sequence, &mut found);
    }
    checker.end(&reader.finish().unwrap().listing, &mut found);
    found.sort_by_key(|finding| finding.span.offset);
    let document = formats::read(text.as_bytes(), &limits).unwrap();
    let record = document.reading.entries[0].record.as_ref().unwrap();
    assert_eq!(found, run(record, None, &Profile::default()).findings);
    assert_eq!(found.len(), 3, "{found:#?}");
}

#[test]
fn of_many_findings_of_one_rule_the_first_are_told() {
    let text = valid();
    let start = text.find("<SequenceData sequenceIDNumber=\"8\"").unwrap();
    let end = text.find("</ST26SequenceListing>").unwrap();
    let mut long = text[..start].to_owned();
    for number in 8..1508 {
        let next = text[start..end].replace(
            "sequenceIDNumber=\"8\"",
            &format!("sequenceIDNumber=\"{number}\""),
        );
        let next = if number > 8 {
            next.replace(">PAT<", ">SYN<")
        } else {
            next
        };
        long.push_str(&next);
    }
    let long = long.replace("Quantity>8<", "Quantity>1507<");
    let found = findings(&(long + &text[end..]));
    assert_eq!(found.len(), 1001);
    assert!(
        found
            .iter()
            .all(|finding| finding.rule == "molecule/division")
    );
    let more = found
        .iter()
        .find(|finding| finding.path.is_empty())
        .unwrap();
    assert!(more.message.contains("499 times more"), "{}", more.message);
}
