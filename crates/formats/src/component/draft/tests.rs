use super::*;
use crate::component::schema::{attr, com, mathml, pat};

fn body(draft: &Draft<'_>) -> String {
    let mut out = Vec::new();
    draft.write(&mut out);
    let text = String::from_utf8(out).unwrap();
    text.split_once("?>\n").unwrap().1.trim_end().to_owned()
}

/// A paragraph at the root, conformed: its XML without declarations, and the losses.
fn paragraph(
    fill: impl FnOnce(&mut Draft<'static>, NodeId),
) -> (String, Vec<(LossKind, String, String)>) {
    let mut draft = Draft::new(com::P);
    let root = draft.root();
    fill(&mut draft, root);
    let losses = draft.conform();
    let xml = body(&draft);
    let start = xml.find(" xmlns").unwrap();
    let rest = &xml[start..];
    let end = rest.rfind("ST96/Patent\"").unwrap() + "ST96/Patent\"".len();
    (
        format!("{}{}", &xml[..start], &rest[end..]),
        losses
            .into_iter()
            .map(|loss| (loss.kind, loss.name.into_owned(), loss.text))
            .collect(),
    )
}

#[test]
fn what_is_valid_stays_as_it_is() {
    let (xml, losses) = paragraph(|draft, p| {
        draft.attribute(p, attr::ID, "p1");
        draft.attribute(p, attr::P_NUMBER, "a \"b\"\n");
        draft.text(p, "x < y & z ");
        draft.leaf(p, com::B, "bold");
        draft.text(p, " more\r");
        draft.instruction(p, "page", "7");
        let reference = draft.leaf(p, com::FIGURE_REFERENCE, "1");
        draft.attribute(reference, attr::IDREFS, "p1");
    });
    assert!(losses.is_empty(), "{losses:?}");
    assert_eq!(
        xml,
        "<com:P com:id=\"p1\" com:pNumber=\"a &quot;b&quot;&#10;\">x &lt; y &amp; z <com:B>bold</com:B> \
         more&#13;<?page 7?><com:FigureReference com:idrefs=\"p1\">1</com:FigureReference></com:P>"
    );
}

#[test]
fn what_has_no_place_is_cut_and_told() {
    let (xml, losses) = paragraph(|draft, p| {
        draft.text(p, "a");
        let claim = draft.element(p, pat::CLAIM);
        draft.leaf(claim, pat::CLAIM_NUMBER, " 1\n");
        let text = draft.leaf(claim, pat::CLAIM_TEXT, "un");
        draft.leaf(text, com::B, "divided");
        draft.text(p, "b");
        draft.attribute(p, attr::HEADING_LEVEL_CODE, "lost");
    });
    assert_eq!(xml, "<com:P>ab</com:P>");
    assert_eq!(
        losses,
        [
            (
                LossKind::NoPlace,
                "@com:headingLevelCode".to_owned(),
                "lost".to_owned()
            ),
            (
                LossKind::NoPlace,
                "pat:Claim".to_owned(),
                "1 undivided".to_owned()
            ),
        ]
    );
}

#[test]
fn identifiers_are_names_used_once_and_references_meet_them() {
    let (xml, losses) = paragraph(|draft, p| {
        draft.attribute(p, attr::ID, "a");
        for id in ["a", "1", "b"] {
            let heading = draft.leaf(p, com::FIGURE_REFERENCE, "x");
            draft.attribute(heading, attr::ID, id);
            draft.attribute(heading, attr::IDREFS, "b nowhere a");
        }
    });
    let reference =
        |id: &str| format!("<com:FigureReference{id} com:idrefs=\"b a\">x</com:FigureReference>");
    let rest = [reference(""), reference(""), reference(" com:id=\"b\"")].concat();
    assert_eq!(xml, format!("<com:P com:id=\"a\">{rest}</com:P>"));
    let kinds: Vec<_> = losses
        .iter()
        .map(|(kind, _, text)| (*kind, text.as_str()))
        .collect();
    assert_eq!(
        kinds,
        [
            (LossKind::BadId, "a"),
            (LossKind::BadIdref, "nowhere"),
            (LossKind::BadId, "1"),
            (LossKind::BadIdref, "nowhere"),
            (LossKind::BadIdref, "nowhere"),
        ]
    );
}

#[test]
fn a_formula_is_cut_where_it_does_not_fit() {
    let (xml, losses) = paragraph(|draft, p| {
        let outer = draft.element(p, com::MATH);
        let math = draft.element(outer, mathml::MATH);
        draft.leaf(math, mathml::MI, "x");
        let power = draft.element(math, mathml::MSUP);
        draft.leaf(power, mathml::MI, "y");
        let fraction = draft.element(math, mathml::MFRAC);
        let sign = draft.leaf(fraction, mathml::MN, "1");
        draft.attribute(sign, attr::mathml::MATHVARIANT, "wavy");
        draft.leaf(fraction, mathml::MN, "2");
        draft.leaf(fraction, mathml::MN, "3");
    });
    assert_eq!(
        xml,
        "<com:P><com:Math>\n<mathml:math>\n<mathml:mi>x</mathml:mi>\n<mathml:mfrac>\n<mathml:mn>1</mathml:mn>\n\
         <mathml:mn>2</mathml:mn>\n</mathml:mfrac>\n</mathml:math>\n</com:Math></com:P>"
            .replace("<com:P>", "<com:P xmlns:mathml=\"http://www.w3.org/1998/Math/MathML3\">")
    );
    let told: Vec<_> = losses
        .iter()
        .map(|(_, name, text)| format!("{name}={text}"))
        .collect();
    assert_eq!(told, ["mathml:msup=y", "@mathvariant=wavy", "mathml:mn=3"]);
}

#[test]
fn sequences_are_ordered_and_filled() {
    let mut draft = Draft::new(pat::PATENT_DOCUMENT_IDENTIFICATION);
    let root = draft.root();
    let grant = draft.element(root, pat::PATENT_GRANT_IDENTIFICATION);
    draft.leaf(grant, pat::GRANT_DATE, "not a date");
    draft.leaf(grant, com::PATENT_DOCUMENT_KIND_CODE, "B1");
    draft.leaf(grant, pat::PATENT_NUMBER, "123");
    let losses = draft.conform();
    let told: Vec<_> = losses
        .iter()
        .map(|loss| format!("{:?} {}{}", loss.kind, loss.name, loss.text))
        .collect();
    assert_eq!(
        told,
        [
            "NoPlace pat:GrantDatenot a date",
            "MissingMandatory com:IPOfficeCode"
        ]
    );
    assert_eq!(
        losses[0].path,
        "/pat:PatentDocumentIdentification/pat:PatentGrantIdentification"
    );
    let xml = body(&draft);
    let inside = xml.split_once("Identification>\n").unwrap().1;
    assert_eq!(
        inside,
        "<com:IPOfficeCode>XX</com:IPOfficeCode>\n<pat:PatentNumber>123</pat:PatentNumber>\n\
         <com:PatentDocumentKindCode>B1</com:PatentDocumentKindCode>\n</pat:PatentGrantIdentification>\n\
         </pat:PatentDocumentIdentification>"
    );
}

#[test]
fn an_element_without_its_date_is_cut_whole() {
    let mut draft = Draft::new(pat::BIBLIOGRAPHIC_DATA);
    let root = draft.root();
    let bag = draft.element(root, pat::PRIORITY_CLAIM_BAG);
    let claim = draft.element(bag, pat::PRIORITY_CLAIM);
    draft.attribute(claim, attr::SEQUENCE_NUMBER, "1");
    draft.leaf(claim, com::IP_OFFICE_CODE, "US");
    draft.leaf(claim, pat::FILING_DATE, "99991399");
    let losses = draft.conform();
    let cut: Vec<_> = losses
        .iter()
        .filter(|loss| loss.kind == LossKind::NoPlace)
        .map(|loss| format!("{}={}", loss.name, loss.text))
        .collect();
    assert_eq!(cut, ["pat:PriorityClaim=1 US", "pat:FilingDate=99991399"]);
    assert!(!body(&draft).contains("PriorityClaim"));
    let filled: Vec<_> = losses
        .iter()
        .filter(|loss| loss.kind == LossKind::MissingMandatory)
        .map(|loss| loss.name.to_string())
        .collect();
    assert_eq!(
        filled,
        [
            "@com:st96Version",
            "pat:ApplicationIdentification",
            "pat:InventionTitleBag",
            "pat:PartyBag"
        ]
    );
}

#[test]
fn forbidden_characters_are_replaced() {
    let (xml, losses) = paragraph(|draft, p| {
        draft.text(p, "a\u{1}b\u{ffff}c\u{feff}");
        draft.attribute(p, attr::P_NUMBER, "\u{b}");
    });
    assert_eq!(
        xml,
        "<com:P com:pNumber=\"\u{fffd}\">a\u{fffd}b\u{fffd}c\u{feff}</com:P>"
    );
    assert!(
        losses
            .iter()
            .all(|(kind, ..)| *kind == LossKind::BadCharacter)
    );
    assert_eq!(losses.len(), 2);
}

#[test]
fn a_cleared_draft_is_as_new() {
    let mut draft = Draft::new(com::P);
    let root = draft.root();
    draft.attribute(root, attr::ID, "a");
    draft.text(root, "x");
    draft.conform();
    draft.clear();
    assert!(draft.is_empty());
    assert!(body(&draft).ends_with("/>"));
}
