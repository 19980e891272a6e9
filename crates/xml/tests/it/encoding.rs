//! Encodings, honest and lying.

use std::borrow::Cow;

use encoding_rs::Encoding;
use xml::encoding::{What, decode};

fn declared(label: &str, body: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"{label}\"?><a>{body}</a>")
}

#[test]
fn every_declared_encoding_is_read() {
    let cases = [
        ("UTF-8", "Größe 特許 €", "UTF-8"),
        ("utf8", "é", "UTF-8"),
        ("ISO-8859-1", "Größe", "windows-1252"),
        ("ISO-8859-2", "Łódź", "ISO-8859-2"),
        ("ISO-8859-5", "Патент", "ISO-8859-5"),
        ("ISO-8859-7", "Ευρεσιτεχνία", "ISO-8859-7"),
        ("ISO-8859-15", "10 €", "ISO-8859-15"),
        ("windows-1250", "žluťoučký", "windows-1250"),
        ("windows-1251", "Изобретение", "windows-1251"),
        ("windows-1252", "10 € – “x”", "windows-1252"),
        ("KOI8-R", "Изобретение", "KOI8-R"),
        ("Shift_JIS", "特許公報表示ソ", "Shift_JIS"),
        ("Windows-31J", "特許①", "Shift_JIS"),
        ("cp932", "特許", "Shift_JIS"),
        ("EUC-JP", "特許公報", "EUC-JP"),
        ("GB2312", "专利公报", "GBK"),
        ("gb18030", "专利公报", "gb18030"),
        ("Big5", "專利公報", "Big5"),
        ("EUC-KR", "특허공보", "EUC-KR"),
    ];
    for (label, body, used) in cases {
        let text = declared(label, body);
        let encoding = Encoding::for_label(used.as_bytes()).unwrap();
        let (bytes, _, unmappable) = encoding.encode(&text);
        assert!(!unmappable, "{label}");
        let decoded = decode(&bytes);
        assert_eq!(decoded.text, text, "{label}");
        assert_eq!(decoded.used, used);
        assert_eq!(decoded.declared.as_deref(), Some(label));
        assert_eq!(decoded.trouble, [], "{label}");
    }
}

#[test]
fn ascii_and_utf8_are_not_copied() {
    let plain = [
        "UTF-8",
        "ISO-8859-1",
        "windows-1252",
        "Shift_JIS",
        "GBK",
        "US-ASCII",
        "x-none",
    ];
    for label in plain {
        let text = declared(label, "plain");
        assert!(
            matches!(decode(text.as_bytes()).text, Cow::Borrowed(_)),
            "{label}"
        );
    }
    assert!(matches!(
        decode("<a>é特</a>".as_bytes()).text,
        Cow::Borrowed("<a>é特</a>")
    ));
    assert!(matches!(
        decode("\u{FEFF}<a>é</a>".as_bytes()).text,
        Cow::Borrowed("<a>é</a>")
    ));
    assert_eq!(decode(b"").text, "");
}

#[test]
fn utf16_is_seen_with_and_without_mark() {
    let text = declared("UTF-16", "Größe 特許 \u{1D6C2}");
    let units: Vec<u16> = text.encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    let marked_little = [b"\xFF\xFE".as_slice(), &little].concat();
    let marked_big = [b"\xFE\xFF".as_slice(), &big].concat();
    let cases = [
        (little, "UTF-16LE"),
        (big, "UTF-16BE"),
        (marked_little, "UTF-16LE"),
        (marked_big, "UTF-16BE"),
    ];
    for (bytes, used) in cases {
        let decoded = decode(&bytes);
        assert_eq!((decoded.text.as_ref(), decoded.used), (text.as_str(), used));
        assert_eq!(decoded.declared.as_deref(), Some("UTF-16"));
        assert_eq!(decoded.trouble, []);
        // One byte too few: the last character is lost, and that is said.
        let cut = decode(&bytes[..bytes.len() - 1]);
        assert!(cut.text.ends_with("</a\u{FFFD}"), "{}", cut.text);
        assert_eq!(cut.trouble.len(), 1);
    }
}

#[test]
fn latin_bytes_under_utf8_are_read_as_windows() {
    for head in [
        "<?xml version='1.0' encoding='UTF-8'?>",
        "<?xml version='1.0'?>",
        "",
    ] {
        let bytes = [
            head.as_bytes(),
            b"<a>Gr\xF6\xDFe f\xFCr \x93x\x94, d\xE9j\xE0</a>",
        ]
        .concat();
        let decoded = decode(&bytes);
        assert!(
            decoded.text.ends_with("<a>Größe für “x”, déjà</a>"),
            "{}",
            decoded.text
        );
        assert_eq!(decoded.used, "windows-1252");
        let what = What::Contradiction {
            declared: "UTF-8".to_owned(),
            used: "windows-1252",
        };
        assert_eq!(decoded.trouble.len(), 1);
        assert_eq!(decoded.trouble[0].what, what);
        assert_eq!(decoded.trouble[0].offset, head.len() + 5);
    }
}

#[test]
fn a_stray_byte_in_utf8_is_repaired_or_replaced() {
    let decoded = decode(b"<a>\xE7\x89\xB9 d\xE9j\xC3\xA0, \xE2\x80 \xFF\xFE x</a>");
    assert_eq!(decoded.text, "<a>特 déjà, \u{FFFD} \u{FFFD}\u{FFFD} x</a>");
    assert_eq!(decoded.used, "UTF-8");
    let found: Vec<_> = decoded
        .trouble
        .iter()
        .map(|t| (t.offset, t.what.clone()))
        .collect();
    let replaced = What::Replaced;
    let expected = [
        (8, What::Repaired('é')),
        (14, replaced.clone()),
        (17, replaced.clone()),
        (18, replaced),
    ];
    assert_eq!(found, expected);
}

#[test]
fn japanese_bytes_under_utf8_are_not_taken_for_latin() {
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode("<a>特許公報の要約</a>");
    let decoded = decode(&bytes);
    assert_eq!(decoded.used, "UTF-8");
    assert!(
        decoded
            .trouble
            .iter()
            .all(|trouble| trouble.what == What::Replaced)
    );
}

#[test]
fn labels_that_lie_are_reported() {
    let text = declared("ISO-8859-1", "Größe");
    let decoded = decode(text.as_bytes());
    assert_eq!(
        (decoded.text.as_ref(), decoded.used),
        (text.as_str(), "UTF-8")
    );
    let what = What::Contradiction {
        declared: "ISO-8859-1".to_owned(),
        used: "UTF-8",
    };
    assert_eq!(
        (decoded.trouble[0].offset, &decoded.trouble[0].what),
        (30, &what)
    );

    let text = declared("UTF-16", "é");
    let decoded = decode(text.as_bytes());
    assert_eq!(
        (decoded.text.as_ref(), decoded.used),
        (text.as_str(), "UTF-8")
    );
    assert_eq!(decoded.trouble.len(), 1);

    let marked = format!("\u{FEFF}{}", declared("windows-1251", "é"));
    let decoded = decode(marked.as_bytes());
    assert_eq!(decoded.used, "UTF-8");
    assert_eq!(decoded.declared.as_deref(), Some("windows-1251"));
    assert_eq!(decoded.trouble.len(), 1);
}

#[test]
fn an_unknown_label_is_reported() {
    let decoded = decode(b"<?xml version='1.0' encoding='EUC-TW'?><a>\xE9</a>");
    assert!(decoded.text.ends_with("<a>é</a>"));
    assert_eq!(decoded.used, "windows-1252");
    assert_eq!(
        decoded.trouble[0].what,
        What::UnknownLabel("EUC-TW".to_owned())
    );
    let text = declared("none", "é");
    assert_eq!(decode(text.as_bytes()).used, "UTF-8");
}

#[test]
fn invalid_bytes_of_other_encodings_are_placed() {
    let head = b"<?xml version='1.0' encoding='Shift_JIS'?><a>";
    let bytes = [head.as_slice(), b"\x93\xC1\xFF\x8B\x96</a>"].concat();
    let decoded = decode(&bytes);
    assert!(
        decoded.text.ends_with("<a>特\u{FFFD}許</a>"),
        "{}",
        decoded.text
    );
    assert_eq!(decoded.trouble.len(), 1);
    assert_eq!(decoded.trouble[0].offset, head.len() + 2);
}

#[test]
fn a_flood_of_trouble_is_counted() {
    let bytes = [b"<a>\xC3\xA0".as_slice(), &b"\xFF\xFF ".repeat(5_000)].concat();
    let decoded = decode(&bytes);
    assert_eq!(decoded.trouble.len(), 101);
    assert_eq!(decoded.trouble[100].what, What::More(9_900));
}

#[test]
fn every_prefix_of_anything_decodes() {
    let text = declared("UTF-16", "é特\u{1D6C2}");
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for end in 0..bytes.len() {
        decode(&bytes[..end]);
        decode(&bytes[end..]);
        decode(&text.as_bytes()[..end.min(text.len())]);
    }
}
