//! Named characters, against well-known values and against the DTDs of the offices.

use std::collections::BTreeMap;
use std::path::Path;

use xml::entity::resolve;

use crate::shared;

#[test]
fn every_set_has_its_names() {
    let cases = [
        ("ISOlat1", "eacute", "é"),
        ("ISOlat2", "Scaron", "Š"),
        ("ISOgrk1", "agr", "α"),
        ("ISOgrk2", "udiagr", "ΰ"),
        ("ISOgrk3", "alpha", "α"),
        ("ISOgrk3", "epsis", "ϵ"),
        ("ISOgrk4", "b.Omega", "\u{1D6C0}"),
        ("ISOcyr1", "YAcy", "Я"),
        ("ISOcyr2", "djcy", "ђ"),
        ("ISOnum", "half", "½"),
        ("ISOpub", "mdash", "—"),
        ("ISOtech", "infin", "∞"),
        ("ISOdia", "caron", "ˇ"),
        ("ISOamsa", "larr2", "⇇"),
        ("ISOamsb", "Barwed", "⌆"),
        ("ISOamsc", "ulcorn", "⌜"),
        ("ISOamsn", "nlE", "≦\u{338}"),
        ("ISOamso", "vprime", "′"),
        ("ISOamsr", "samalg", "∐"),
        ("ISObox", "boxDL", "╗"),
        ("ISOmopf", "aopf", "\u{1D552}"),
        ("ISOmscr", "Ascr", "\u{1D49C}"),
        ("ISOmfrk", "zfr", "\u{1D537}"),
        ("MathML", "DoubleLongLeftArrow", "⟸"),
        ("HTML", "euro", "€"),
        ("HTML", "NewLine", "\n"),
        ("XML", "lt", "<"),
        ("XML", "amp", "&"),
        ("DOCDB", "OUML", "ö"),
        ("United States, 2001", "UNKNOWN", "█"),
    ];
    for (set, name, text) in cases {
        assert_eq!(resolve(name), Some(text), "{set} {name}");
    }
    for name in ["", "Alph", "alpha;", "&alpha", "ALPHABET", "b."] {
        assert_eq!(resolve(name), None, "{name}");
    }
}

/// The parser's own table of HTML names is wrong and must stay switched off.
#[test]
fn the_parser_knows_no_html_names() {
    assert!(quick_xml::escape::unescape("&alpha;").is_err());
}

/// Every character entity that an office declares resolves to what some office means by it.
#[test]
fn declared_names_resolve() {
    let Some(shared) = shared() else { return };
    let mut names = BTreeMap::new();
    declarations(&shared.join("data"), &mut names);
    if names.is_empty() {
        println!("skipped: no DTD in the shared data");
        return;
    }
    let unknown: Vec<_> = names
        .keys()
        .filter(|name| resolve(name).is_none())
        .collect();
    assert!(unknown.is_empty(), "no table has {unknown:?}");
    let other: Vec<_> = names
        .iter()
        .filter(|(name, texts)| texts.iter().all(|text| resolve(name) != Some(text)))
        .collect();
    println!("{} declared names, all of them known", names.len());
    assert!(other.is_empty(), "no office means what we mean: {other:?}");
}

fn declarations(folder: &Path, names: &mut BTreeMap<String, Vec<String>>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            declarations(&path, names);
        } else if path.extension().is_some_and(|e| e == "dtd" || e == "ent") {
            let bytes = std::fs::read(&path).unwrap();
            let text = xml::encoding::decode(&bytes).text.into_owned();
            for part in text.split("<!ENTITY ").skip(1) {
                if let Some((name, value)) = declaration(part) {
                    names.entry(name).or_default().push(value);
                }
            }
        }
    }
}

/// Reads `name "&#38;#60;"`: only values that are nothing but character references.
fn declaration(part: &str) -> Option<(String, String)> {
    let (name, rest) = part.trim_start().split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    let quote = rest.chars().next().filter(|c| "\"'".contains(*c))?;
    let value = rest[1..]
        .split(quote)
        .next()?
        .replace("&#38;#", "&#")
        .replace("&#x26;#", "&#");
    let mut text = String::new();
    for reference in value.split_inclusive(';') {
        let number = reference.strip_prefix("&#")?.strip_suffix(';')?;
        let code = match number.strip_prefix('x') {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        text.push(char::from_u32(code)?);
    }
    (!text.is_empty()).then(|| (name.to_owned(), text))
}
