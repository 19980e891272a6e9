//! What is not well-formed is said with its place, and kept.

use xml::tree::{Limits, Tree, parse};

fn tree(source: &str) -> Tree<'_> {
    parse(source, &Limits::default()).expect("it is within all limits")
}

/// Kinds and offsets of what is not well-formed.
fn troubles(source: &str) -> Vec<(&'static str, usize)> {
    let tree = tree(source);
    let troubles = tree.troubles().iter();
    troubles
        .map(|trouble| (trouble.kind, trouble.offset))
        .collect()
}

#[test]
fn what_is_well_formed_has_no_trouble() {
    for source in [
        "<a x='1' y='1'>t<b/>]]<![CDATA[ ]] > ]]>&gt;\u{fffd}\u{85}</a>",
        "<a>\r\n <b>1\r2\r\n3</b>\r\n</a>",
        "\u{feff}<a>\u{ef}\u{feff}x</a>",
    ] {
        assert_eq!(troubles(source), [], "{source:?}");
    }
}

#[test]
fn characters_that_xml_forbids_are_said_and_kept() {
    assert_eq!(troubles("<a>one\0two</a>"), [("character", 6)]);
    assert_eq!(troubles("<a>\u{1b}</a>"), [("character", 3)]);
    assert_eq!(troubles("<a>x\u{ffff}</a>"), [("character", 4)]);
    assert_eq!(troubles("<a b='\u{2}'/>").len(), 1);
    let source = "<a>one\0two</a>";
    let tree = tree(source);
    assert_eq!(tree.root().expect("a root").text(), "one\0two");
    assert!(!tree.is_well_formed());
}

#[test]
fn the_end_of_a_section_within_text_is_said() {
    assert_eq!(troubles("<a>one ]]> two</a>"), [("markup", 7)]);
    assert_eq!(troubles("<a><![CDATA[x]]>y ]]></a>"), [("markup", 18)]);
}

#[test]
fn an_attribute_that_stands_twice_is_said_and_kept() {
    let source = "<a n='1' m='x' n='2'/>";
    assert_eq!(troubles(source), [("attribute", 2)]);
    let tree = tree(source);
    let root = tree.root().expect("a root");
    assert_eq!(root.value("n"), "1");
    assert_eq!(root.value("m"), "x");
    root.enter();
    let rest = tree.unmapped();
    assert_eq!(rest.len(), 1, "{rest:?}");
    assert_eq!(rest[0].attributes[0].value, "2");
}

#[test]
fn line_ends_of_all_systems_are_line_feeds() {
    let source = "<a>\r\n  <b>1\r2\r\n3\n\r4</b>\r\n\r\n</a>";
    let tree = tree(source);
    let texts: Vec<String> = tree
        .root()
        .expect("a root")
        .children()
        .map(|child| match child {
            xml::tree::Child::Text(text) => text.to_owned(),
            xml::tree::Child::Element(element) => element.text().into_owned(),
            xml::tree::Child::Instruction(..) => String::new(),
        })
        .collect();
    assert_eq!(texts, ["\n  ", "1\n2\n3\n\n4", "\n\n"]);
}

#[test]
fn a_byte_order_mark_where_reading_begins_anew_is_text() {
    let source = "<a>1 <\u{feff}2 <b>3</b></a>";
    let tree = tree(source);
    assert_eq!(tree.root().expect("a root").text(), "1 <\u{feff}2 3");
    assert_eq!(troubles(source), [("markup", 5)]);
}

#[test]
fn brackets_in_text_are_read_in_one_pass() {
    let source = "<a>b < c &amp; d < e & f < \u{feff}g <i>h</i> 1 < 2</a>";
    let tree = tree(source);
    let root = tree.root().expect("a root");
    assert_eq!(root.text(), "b < c & d < e & f < \u{feff}g h 1 < 2");
    let kinds: Vec<_> = troubles(source).iter().map(|(kind, _)| *kind).collect();
    let brackets = kinds.iter().filter(|kind| **kind == "markup").count();
    assert_eq!((brackets, kinds.len()), (4, 5), "{kinds:?}");
    let many = format!("<a>{}<i>end</i></a>", "b < c ".repeat(200_000));
    assert_eq!(
        self::tree(&many).root().expect("a root").text().len(),
        6 * 200_000 + 3
    );
}

#[test]
fn the_first_of_each_kind_is_said_and_the_rest_counted() {
    let source = format!("<a>{}</b> <c>cut", "x & y ".repeat(150));
    let found = troubles(&source);
    let kinds: Vec<_> = found.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(
        kinds[98..],
        ["ampersand", "ampersand", "end-tag", "more", "truncated"]
    );
    let tree = tree(&source);
    assert!(tree.troubles()[101].message.starts_with("50 more"));
}

#[test]
fn an_end_tag_that_closes_nothing_parts_the_words_beside_it() {
    for (source, text) in [
        ("<a>one</b>two</a>", "one two"),
        ("<a>one </b>two</a>", "one two"),
        ("<a>one</b></b>, two</a>", "one, two"),
        ("<a>one</a></b>", "one"),
    ] {
        let tree = tree(source);
        assert_eq!(tree.root().expect("a root").text(), text, "{source}");
        assert!(
            tree.troubles()
                .iter()
                .all(|trouble| trouble.kind == "end-tag")
        );
    }
}

#[test]
fn thousands_of_attributes_are_kept_without_comparing_each_with_each() {
    let many: String = (0..100_000).map(|n| format!(" a{n}='v{n}'")).collect();
    let source = format!("<a{many}/>");
    let tree = tree(&source);
    let root = tree.root().expect("a root");
    root.enter();
    let rest = tree.unmapped();
    assert_eq!(rest.len(), 257);
    assert!(rest[256].attributes[0].value.ends_with("a99999='v99999'"));
    assert_eq!(tree.troubles()[0].kind, "attribute");
}

#[test]
fn elements_that_are_always_empty_need_no_end_tag() {
    const EMPTY: &[&str] = &["I", "R"];
    let parse = |source: &'static str| {
        let tree = xml::tree::parse_as(source, EMPTY, &Limits::default()).expect("it is small");
        assert!(tree.is_well_formed(), "{:?}", tree.troubles());
        let root = tree.root().expect("there is a root");
        let shape =
            |inner: xml::tree::Element<'_, '_>| format!("{}={}", inner.name(), inner.text());
        root.elements().map(shape).collect::<Vec<_>>()
    };
    assert_eq!(parse("<a><I x='1'>one<b>two</b></a>"), ["I=", "b=two"]);
    assert_eq!(
        parse("<a><I>\n</I><R><b>1</b></R><I/></a>"),
        ["I=", "R=1", "I="]
    );
    assert_eq!(parse("<a><R><b>1</b>rest<R></R></a>"), ["R=", "b=1", "R="]);
}

#[test]
fn unparsed_entities_name_files() {
    let source = "<!DOCTYPE a [\n<!ENTITY x.TIF SYSTEM \"f/x.TIF\"\n NDATA TIF>\n<!ENTITY y PUBLIC '-//p' 'y.TIF' NDATA TIF>\n]>\n\
                  <a><i f='x.TIF'/><i f='y'/><i f='z'/><i/></a>";
    let tree = tree(source);
    assert!(tree.troubles().is_empty(), "{:?}", tree.troubles());
    let root = tree.root().expect("there is a root");
    let files: Vec<&str> = root.elements().map(|inner| inner.file("f")).collect();
    assert_eq!(files, ["f/x.TIF", "y.TIF", "z", ""]);
}
