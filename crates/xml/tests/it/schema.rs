//! Validation with XSD sets: small ones of our own, and the official ones when they are there.

use std::collections::BTreeMap;

use xml::schema::{
    Error, Library, Limits, NOT_WELL_FORMED, OVER_LIMIT, STOPPED, Schema, Violation,
};

mod official;

/// A letter with two parts, of which one comes from another namespace and file.
const LETTER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:letter" xmlns:c="urn:common"
    targetNamespace="urn:letter" elementFormDefault="qualified">
  <xs:import namespace="urn:common" schemaLocation="https://example.org/V1/Common.xsd"/>
  <xs:import namespace="http://www.w3.org/XML/1998/namespace"
      schemaLocation="http://www.w3.org/2001/xml.xsd"/>
  <xs:include schemaLocation="../parts/Part.xsd"/>
  <xs:element name="Letter">
    <xs:complexType>
      <xs:sequence>
        <xs:element ref="c:Office"/>
        <xs:element ref="Part" maxOccurs="unbounded"/>
        <xs:element name="Note" type="xs:string" minOccurs="0"/>
        <xs:element name="See" minOccurs="0">
          <xs:complexType><xs:attribute name="idref" type="xs:IDREF" use="required"/></xs:complexType>
        </xs:element>
      </xs:sequence>
      <xs:attribute name="date" type="xs:date" use="required"/>
      <xs:attribute ref="xml:lang"/>
    </xs:complexType>
  </xs:element>
</xs:schema>"#;

/// Included by the letter and including it back.
const PART: &str = r#"<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:l="urn:letter"
    targetNamespace="urn:letter" elementFormDefault="qualified">
  <include schemaLocation="letter/Letter.xsd"/>
  <element name="Part">
    <complexType mixed="true">
      <sequence><element ref="l:Part" minOccurs="0"/></sequence>
      <attribute name="id" type="ID"/>
    </complexType>
  </element>
</schema>"#;

const COMMON: &str = r#"<!DOCTYPE xs:schema [ <!ENTITY x "y"> ]>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:common">
  <xs:element name="Office">
    <xs:simpleType><xs:restriction base="xs:string">
      <xs:enumeration value="XX"/><xs:enumeration value="YY"/>
    </xs:restriction></xs:simpleType>
  </xs:element>
</xs:schema>"#;

fn library(files: &[(&str, &str)], limits: Limits) -> Library {
    let bytes = |(name, text): &(&str, &str)| ((*name).to_owned(), text.as_bytes().to_vec());
    Library::new(files.iter().map(bytes).collect::<BTreeMap<_, _>>(), limits)
}

fn letters(limits: Limits) -> Library {
    let files = [
        ("set/letter/Letter.xsd", LETTER),
        ("set/parts/Part.xsd", PART),
        ("set/Common.xsd", COMMON),
    ];
    library(&files, limits)
}

fn letter(attributes: &str, body: &str) -> String {
    format!("<Letter xmlns='urn:letter' xmlns:c='urn:common' {attributes}>\n{body}\n</Letter>")
}

/// Code, path, line and column of every violation.
fn facts(violations: &[Violation]) -> Vec<(&str, &str, u32, u32)> {
    violations
        .iter()
        .map(|v| (v.code.as_str(), v.path.as_str(), v.line, v.column))
        .collect()
}

#[test]
fn a_valid_document_has_no_violations() {
    let schema = letters(Limits::default()).compile("Letter.xsd").unwrap();
    let body =
        "<c:Office>XX</c:Office><Part id='a'>x<Part/></Part><Note>&lt;</Note><See idref='a'/>";
    let text = letter("date='2026-11-22' xml:lang='en'", body);
    assert_eq!(schema.validate(&text), []);
    let roots = schema.roots();
    for (namespace, local) in [
        ("urn:common", "Office"),
        ("urn:letter", "Letter"),
        ("urn:letter", "Part"),
    ] {
        assert!(roots.contains(&(namespace.to_owned(), local.to_owned())));
        assert!(schema.has_root(namespace, local));
    }
    assert!(!schema.has_root("urn:letter", "Note"));
    assert!(!schema.has_root("", "Letter"));
}

#[test]
fn violations_name_constraint_path_and_place() {
    let schema = letters(Limits::default()).compile("Letter.xsd").unwrap();
    let mut validator = schema.validator();
    let cases = [
        (
            "date='2026-11-31'",
            "<c:Office>XX</c:Office><Part/>",
            ("cvc-datatype-valid", "/Letter[1]/@date", 1, 1),
        ),
        (
            "",
            "<c:Office>XX</c:Office><Part/>",
            ("cvc-complex-type.4", "/Letter[1]", 1, 1),
        ),
        (
            "date='2026-11-22'",
            "<c:Office>ZZ</c:Office><Part/>",
            ("cvc-enumeration-valid", "/Letter[1]/Office[1]", 2, 1),
        ),
        (
            "date='2026-11-22'",
            "<c:Office>XX</c:Office>\n é<Note/>",
            ("cvc-complex-type.2.4", "/Letter[1]", 3, 3),
        ),
        (
            "date='2026-11-22'",
            "<c:Office>XX</c:Office>",
            ("cvc-complex-type.2.4", "/Letter[1]", 1, 1),
        ),
        (
            "date='2026-11-22'",
            "<c:Office>XX</c:Office><Part/><Part id='é'/>\n<See idref='f'/>",
            ("cvc-id.1", "/Letter[1]/See[1]/@idref", 3, 1),
        ),
    ];
    for (attributes, body, expected) in cases {
        let violations = validator.validate(&letter(attributes, body));
        let facts = facts(&violations);
        assert!(
            facts.contains(&expected),
            "{expected:?} is not in {violations:#?}"
        );
    }
}

#[test]
fn an_unknown_root_is_a_violation() {
    let schema = letters(Limits::default()).compile("Letter.xsd").unwrap();
    for text in ["<Letter/>", "<x:Parcel xmlns:x='urn:letter'/>"] {
        let violations = schema.validate(text);
        assert_eq!(facts(&violations).len(), 1, "{violations:?}");
        assert_eq!(violations[0].code, "cvc-elt.1");
    }
}

#[test]
fn what_is_not_well_formed_is_placed() {
    let schema = letters(Limits::default()).compile("Letter.xsd").unwrap();
    for text in [
        "<Part xmlns='urn:letter'>\n<Part></Part",
        "",
        "<Part xmlns='urn:letter'>&alpha;</Part>",
        "<a><b></a>",
    ] {
        let violations = schema.validate(text);
        assert!(
            violations.iter().any(|v| v.code == NOT_WELL_FORMED),
            "{text} {violations:?}"
        );
    }
    let violations = schema.validate("<Part xmlns='urn:letter'>\n  &alpha;</Part>");
    assert_eq!(facts(&violations), [(NOT_WELL_FORMED, "", 2, 3)]);
}

#[test]
fn a_doctype_is_read_over() {
    let schema = letters(Limits::default()).compile("Letter.xsd").unwrap();
    let head = "<?xml version='1.0'?>\n<!DOCTYPE Part SYSTEM 'part.dtd' [\n<!ENTITY a '&b;'><!ENTITY b '&a;&a;'>\n<!ENTITY i SYSTEM 'file:///etc/passwd'> ]>\n";
    let valid = format!("{head}<Part xmlns='urn:letter'>&agr;&b.alpha; &nbsp;&nvlt;</Part>");
    assert_eq!(schema.validate(&valid), []);
    let wrong = format!("{head}<Part xmlns='urn:letter'>&agr;&agr;<Port/></Part>");
    let violations = schema.validate(&wrong);
    assert_eq!((violations[0].line, violations[0].column), (5, 36));
    for entity in ["a", "i"] {
        let violations =
            schema.validate(&format!("{head}<Part xmlns='urn:letter'>&{entity};</Part>"));
        assert_eq!(facts(&violations), [(NOT_WELL_FORMED, "", 5, 26)]);
    }
}

#[test]
fn limits_hold() {
    let deep = |n: usize| {
        format!(
            "<Part xmlns='urn:letter'>{}{}</Part>",
            "<Part>".repeat(n - 1),
            "</Part>".repeat(n - 1)
        )
    };
    let limits = Limits {
        violations: 3,
        depth: 20,
        attributes: 4,
        ..Limits::default()
    };
    let schema = letters(limits).compile("Letter.xsd").unwrap();
    assert_eq!(schema.validate(&deep(20)), []);
    let violations = schema.validate(&deep(21));
    assert_eq!(
        violations.last().map(|v| v.code.as_str()),
        Some(OVER_LIMIT),
        "{violations:?}"
    );
    let many = letter("date='2026-11-22' a='' b='' c='' d=''", "");
    assert_eq!(
        schema.validate(&many).last().map(|v| v.code.as_str()),
        Some(OVER_LIMIT)
    );
    let wrong = letter("date='2026-11-22'", &"<c:Office>ZZ</c:Office>".repeat(100));
    let violations = schema.validate(&wrong);
    assert_eq!(violations.len(), 4);
    assert_eq!(violations[3].code, STOPPED);
}

#[test]
fn missing_files_are_named() {
    let error = library(&[("Letter.xsd", LETTER)], Limits::default())
        .compile("Letter.xsd")
        .unwrap_err();
    let Error::Missing { root, missing } = &error else {
        panic!("{error}")
    };
    assert_eq!(root, "Letter.xsd");
    let named: Vec<_> = missing
        .iter()
        .map(|m| (m.file.as_str(), m.location.as_str(), m.namespace.as_deref()))
        .collect();
    let expected = [
        ("Letter.xsd", "../parts/Part.xsd", None),
        (
            "Letter.xsd",
            "https://example.org/V1/Common.xsd",
            Some("urn:common"),
        ),
    ];
    assert_eq!(named, expected);
    assert_eq!(
        error.to_string(),
        "schema Letter.xsd is incomplete: Letter.xsd includes ../parts/Part.xsd, Letter.xsd imports \
         https://example.org/V1/Common.xsd for urn:common; add the missing files to the set"
    );
}

#[test]
fn unusable_files_are_named() {
    let broken = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n<xs:element</xs:schema>";
    let wrong = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a' type='b'/></xs:schema>";
    let including = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='broken.xsd'/></xs:schema>";
    let files = [
        ("broken.xsd", broken),
        ("empty.xsd", ""),
        ("page.xsd", "<html/>"),
        ("including.xsd", including),
        ("wrong.xsd", wrong),
    ];
    let library = library(&files, Limits::default());
    let error = |root: &str| library.compile(root).unwrap_err();
    assert!(matches!(error("none.xsd"), Error::Unknown { .. }));
    for root in ["broken.xsd", "empty.xsd", "page.xsd"] {
        assert!(matches!(error(root), Error::NotSchema { file, .. } if file == root));
    }
    assert!(
        matches!(error("including.xsd"), Error::NotSchema { file, .. } if file == "broken.xsd")
    );
    let invalid = error("wrong.xsd");
    assert!(
        matches!(&invalid, Error::Invalid { root, .. } if root == "wrong.xsd"),
        "{invalid}"
    );
    assert_eq!(
        invalid.to_string(),
        "schema wrong.xsd cannot be compiled: Type 'b' not found at wrong.xsd:1:56"
    );
}

#[test]
fn the_best_entry_file_comes_first() {
    let schema = |names: &[&str]| {
        let elements: String = names
            .iter()
            .map(|n| format!("<xs:element name='{n}'/>"))
            .collect();
        format!(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:x'>{elements}</xs:schema>"
        )
    };
    let (all, bag, one, other) = (
        schema(&["A", "ABag", "B", "C"]),
        schema(&["A", "ABag"]),
        schema(&["A", "B", "C"]),
        schema(&["B"]),
    );
    let files = [
        ("s/X_V6_0.xsd", all.as_str()),
        ("ABag_V6_0.xsd", &bag),
        ("s/A_V6_0.xsd", &one),
        ("B.xsd", &other),
    ];
    let library = library(&files, Limits::default());
    assert_eq!(
        library.candidates("urn:x", "A"),
        ["s/A_V6_0.xsd", "ABag_V6_0.xsd", "s/X_V6_0.xsd"]
    );
    assert_eq!(
        library.candidates("urn:x", "B"),
        ["B.xsd", "s/A_V6_0.xsd", "s/X_V6_0.xsd"]
    );
    assert!(library.candidates("", "A").is_empty());
    assert!(library.candidates("urn:x", "D").is_empty());
}

#[test]
fn the_file_that_ends_most_like_the_location_is_taken() {
    let part = |name: &str| {
        format!(
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='{name}'/></xs:schema>"
        )
    };
    let root = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='../two/Part.xsd'/></xs:schema>";
    let (one, two, three) = (part("One"), part("Two"), part("Three"));
    let files = [
        ("a/one/Part.xsd", one.as_str()),
        ("a/two/Part.xsd", &two),
        ("b/two/Part.xsd", &three),
        ("b/main/Root.xsd", root),
    ];
    let schema = library(&files, Limits::default())
        .compile("Root.xsd")
        .unwrap();
    assert_eq!(schema.roots(), [(String::new(), "Three".to_owned())]);
    assert!(schema.has_root("", "Three"));
}

#[test]
fn a_library_is_shared_by_threads() {
    fn can_be_sent<T: Send>() {}
    can_be_sent::<Schema>();
    let library = letters(Limits::default());
    let text = letter("date='2026-11-22'", "<c:Office>XX</c:Office><Part/>");
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let schema = library.compile("Letter.xsd").unwrap();
                let mut validator = schema.validator();
                for _ in 0..50 {
                    assert_eq!(validator.validate(&text), []);
                }
            });
        }
    });
}
