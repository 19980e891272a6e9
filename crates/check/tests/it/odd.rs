//! Values that are odd and right are silent; one mistake is one finding.

use check::{Profile, run};
use model::Finding;

/// What all rules find in the only record of a text.
fn findings(text: &str) -> Vec<Finding> {
    let document = formats::read(text.as_bytes(), &formats::Limits::default()).unwrap();
    let record = document.reading.entries[0].record.as_ref().unwrap();
    run(record, None, &Profile::default()).findings
}

/// How many findings there are of a rule.
fn count(text: &str, rule: &str) -> usize {
    findings(text).iter().filter(|f| f.rule == rule).count()
}

fn docdb(office: &str, number: &str, kind: &str) -> String {
    format!(
        "<exch:exchange-document xmlns:exch='http://www.epo.org/exchange' country='{office}' doc-number='{number}' \
         kind='{kind}' date-publ='20200107'><exch:bibliographic-data><exch:publication-reference data-format='docdb'>\
         <document-id><country>{office}</country><doc-number>{number}</doc-number><kind>{kind}</kind>\
         <date>20200107</date></document-id></exch:publication-reference><exch:language-of-publication>mo\
         </exch:language-of-publication></exch:bibliographic-data></exch:exchange-document>"
    )
}

#[test]
fn docdb_has_kind_codes_and_languages_of_its_own() {
    for (office, number, kind) in [
        ("GB", "9512345", "D0"),
        ("DE", "69500001", "D1"),
        ("NO", "20050001", "D0"),
        ("IT", "MI20010001", "V0"),
        ("FI", "20050001", "A0"),
    ] {
        let text = docdb(office, number, kind);
        assert_eq!(count(&text, "code/kind"), 0, "{office} {kind}");
        assert_eq!(count(&text, "code/language"), 0, "{office} {kind}");
    }
    assert_eq!(count(&docdb("GB", "9512345", "DD"), "code/kind"), 1);
}

#[test]
fn a_number_that_stands_again_and_again_is_one_finding() {
    let fixture = crate::own("tests/fixtures/sequence-paragraphs-error.xml");
    let text = std::fs::read_to_string(fixture).unwrap();
    let more = "<p id=\"p-9\" num=\"0001\">More.</p><p id=\"p-8\" num=\"0001\">And more.</p></description>";
    let findings = findings(&text.replace("</description>", more));
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0].message, "4 paragraphs have the number 0001");
}

#[test]
fn an_office_code_is_former_only_years_after_its_end() {
    let in_year = |office: &str, year: &str| docdb(office, "1234", "A").replace("2020", year);
    let found = |office, year| count(&in_year(office, year), "code/former-office");
    assert_eq!(found("YU", "2003"), 0);
    assert_eq!(found("YU", "2008"), 1);
    assert_eq!(found("AN", "2009"), 0);
    assert_eq!(found("SU", "1993"), 0);
    assert_eq!(found("SU", "2003"), 1);
}

#[test]
fn opponents_and_agents_recur_in_other_oppositions() {
    let fixture = crate::own("tests/fixtures/number-root-differs-valid.xml");
    let text = std::fs::read_to_string(fixture).unwrap();
    let opposition = |number: u8| {
        format!(
            "<B781><dnum><text>{number:02}</text></dnum><date>20220101</date><kind>1</kind><snm>Rival AG</snm>\
             <adr><city>Musterstadt</city></adr><B784><snm>Agent, Ada</snm><adr><city>Musterstadt</city></adr></B784>\
             </B781>"
        )
    };
    let both = format!("<B780>{}{}</B780></B700>", opposition(1), opposition(2));
    let text = text.replace("</B700>", &both);
    assert_eq!(count(&text, "party/duplicate"), 0);
    let inventor = "<B721><snm>Sample, Anna</snm><adr><city>12345 Musterstadt</city><ctry>DE</ctry></adr></B721>";
    let text = text.replace("</B720>", &format!("{inventor}</B720>"));
    assert_eq!(count(&text, "party/duplicate"), 1);
}

#[test]
fn a_root_does_not_differ_from_what_is_not_there() {
    let fixture = crate::own("tests/fixtures/number-root-differs-valid.xml");
    let text = std::fs::read_to_string(fixture).unwrap();
    let text = text.replace("<B190>EP</B190>", "");
    assert_eq!(count(&text, "number/root-differs"), 0);
}
