//! Validation as findings, with a small schema of our own.

use check::schema::{Schemas, Validator};
use model::Severity;
use std::collections::BTreeMap;

const NOTE: &str = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:note"
    elementFormDefault="qualified">
  <xs:element name="Note">
    <xs:complexType>
      <xs:sequence><xs:element name="Date" type="xs:date"/></xs:sequence>
    </xs:complexType>
  </xs:element>
</xs:schema>"#;

fn files() -> BTreeMap<String, Vec<u8>> {
    BTreeMap::from([("set/Note_V1.xsd".to_owned(), NOTE.as_bytes().to_vec())])
}

#[test]
fn violations_are_findings_with_place_and_clause() {
    let validator = Validator::compile(files(), "set/Note_V1.xsd").unwrap();
    let mut session = validator.session();
    let valid = r#"<Note xmlns="urn:note"><Date>2020-01-07</Date></Note>"#;
    assert_eq!(session.validate(valid), []);
    let wrong = "<Note xmlns=\"urn:note\">\n  <Date>soon</Date></Note>";
    let findings = session.validate(wrong);
    assert!(!findings.is_empty());
    for finding in &findings {
        assert!(finding.rule.starts_with("schema/cvc-"), "{}", finding.rule);
        assert!(
            finding.clause.starts_with("XML Schema cvc-"),
            "{}",
            finding.clause
        );
        assert_eq!(finding.severity, Severity::Error);
        assert_eq!((finding.span.line, finding.span.column), (2, 3));
        assert_eq!(finding.path, "/Note[1]/Date[1]");
    }
    let broken = session.validate("<Note xmlns=\"urn:note\">");
    assert_eq!(broken[0].rule, "schema/xml-not-well-formed");
    assert_eq!(broken[0].hint, "write the document with an XML library");
}

#[test]
fn the_entry_is_found_by_the_root_element() {
    let schemas = Schemas::new(files(), check::schema::Limits::default());
    let entry = schemas.entry("urn:note", "Note").unwrap();
    assert_eq!(entry, "set/Note_V1.xsd");
    assert_eq!(schemas.entry("urn:note", "Letter"), None);
    let validator = schemas.compile(entry).unwrap();
    assert!(validator.has_root("urn:note", "Note"));
    assert_eq!(
        validator.roots(),
        [("urn:note".to_owned(), "Note".to_owned())]
    );
    assert!(schemas.compile("none.xsd").is_err());
}
