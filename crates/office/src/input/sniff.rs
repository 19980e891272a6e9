//! Tells what a file or entry is from its first bytes, never from its name.

use memchr::memmem;

use super::Content;

/// How many bytes are looked at.
pub(crate) const HEAD: usize = 64 * 1024;

/// The UTF-8 byte order mark.
pub(crate) const BOM: &[u8] = b"\xEF\xBB\xBF";

/// What is to be done with a file or entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Open it as a ZIP archive.
    Zip,
    /// Keep it and look whether it ends as a ZIP archive does: one may begin behind other bytes.
    HiddenZip,
    /// Decompress it.
    Gzip,
    /// Open it as a tar archive.
    Tar,
    /// Cut it into XML documents.
    Xml,
    /// Cut it into patents in the text of the Green Book.
    Patents,
    /// Cut it into XML documents: UTF-16 in this order of bytes.
    Utf16(Order),
    /// Say that it is not read: UTF-32.
    Utf32,
    /// Hand it over whole: JSON, or XML in EBCDIC.
    Whole,
    /// It is a container that cannot be opened.
    Closed(&'static str),
    /// It is not a document.
    Other(Content),
}

/// Which byte of a UTF-16 unit comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// The upper byte.
    Big,
    /// The lower byte.
    Little,
}

/// Whether the byte is XML white space.
pub(crate) const fn is_blank(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// Tells what begins with these bytes; `complete` says that nothing follows them.
pub(crate) fn sniff(head: &[u8], complete: bool) -> Kind {
    if head.is_empty() {
        return Kind::Other(Content::Empty);
    }
    container(head)
        .or_else(|| xml(head, complete))
        .unwrap_or_else(|| Kind::Other(other(head)))
}

fn container(head: &[u8]) -> Option<Kind> {
    const CLOSED: [(&[u8], &str); 8] = [
        (b"7z\xBC\xAF\x27\x1C", "7-Zip"),
        (b"Rar!\x1A\x07", "RAR"),
        (b"\xFD7zXZ\x00", "xz"),
        (b"\x28\xB5\x2F\xFD", "Zstandard"),
        (b"\x1F\x9D", "compress (.Z)"),
        (b"MSCF\0\0\0\0", "cabinet"),
        (b"LZIP\x01", "lzip"),
        (b"!<arch>\n", "ar"),
    ];
    if head.starts_with(b"PK\x03\x04")
        || head.starts_with(b"PK\x05\x06")
        || head.starts_with(b"PK\x07\x08")
    {
        return Some(if is_office_file(head) {
            Kind::Other(Content::OfficeFile)
        } else {
            Kind::Zip
        });
    }
    if head.starts_with(b"\x1F\x8B") {
        return Some(Kind::Gzip);
    }
    if head.starts_with(b"BZh") && head.get(4..10) == Some(b"1AY&SY") {
        return Some(Kind::Closed("bzip2"));
    }
    if let Some((_, name)) = CLOSED.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(Kind::Closed(name));
    }
    is_tar(head).then_some(Kind::Tar)
}

/// Office files are ZIP archives too; their first entry gives them away.
fn is_office_file(head: &[u8]) -> bool {
    const FIRST: [&[u8]; 7] = [
        b"[Content_Types].xml",
        b"_rels/.rels",
        b"docProps/",
        b"word/",
        b"xl/",
        b"ppt/",
        b"mimetypeapplication/",
    ];
    head.get(30..)
        .is_some_and(|name| FIRST.iter().any(|first| name.starts_with(first)))
}

fn is_tar(head: &[u8]) -> bool {
    let Some(block) = head.get(..512) else {
        return false;
    };
    if block[0] == 0 {
        return false;
    }
    if &block[257..262] == b"ustar" {
        return true;
    }
    let digits = block[148..156].trim_ascii_start();
    let digits = digits
        .split(|byte| matches!(byte, 0 | b' '))
        .next()
        .unwrap_or_default();
    let declared = std::str::from_utf8(digits)
        .ok()
        .and_then(|d| u32::from_str_radix(d, 8).ok());
    let others = block[..148].iter().chain(&block[156..]);
    let sum = others.map(|byte| u32::from(*byte)).sum::<u32>() + 8 * u32::from(b' ');
    declared == Some(sum)
}

fn xml(head: &[u8], complete: bool) -> Option<Kind> {
    if let Some(wide) = wide(head) {
        return Some(wide);
    }
    let mut text = head;
    while let Some(rest) = text.strip_prefix(BOM) {
        text = rest;
    }
    if is_text_listing(text) {
        return Some(Kind::Whole);
    }
    match text.iter().find(|byte| !is_blank(byte)) {
        Some(b'<') => Some(markup(text)),
        Some(b'%') if is_parameter_entity(text) => Some(Kind::Other(Content::Dtd)),
        Some(b'P' | b'H') if is_patents(text) => Some(Kind::Patents),
        Some(b'{' | b'[') if is_json(text) => Some(Kind::Whole),
        Some(_) => begins_late(text).then_some(Kind::Xml),
        None if complete => Some(Kind::Other(Content::Blank)),
        None => Some(Kind::Xml),
    }
}

/// Whether the text begins as an object or array of JSON does.
fn is_json(text: &[u8]) -> bool {
    let mut signs = text.iter().filter(|byte| !is_blank(byte));
    match signs.next() {
        Some(b'{') => matches!(signs.next(), Some(b'"' | b'}')),
        Some(b'[') => matches!(signs.next(), Some(b'{' | b'[' | b'"' | b']')),
        _ => false,
    }
}

/// Whether a sequence listing in the form of ST.25 begins here: `<110>` or another of its identifiers.
fn is_text_listing(text: &[u8]) -> bool {
    const EARLY: usize = 4096;
    let early = &text[..text.len().min(EARLY)];
    let title = b"SEQUENCE LISTING";
    let begins = early.trim_ascii_start();
    let is_titled = begins
        .get(..title.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(title));
    if !is_titled && !begins.starts_with(b"<1") && !begins.starts_with(b"<2") {
        return false;
    }
    let formats = formats::sniff_bytes(early).format;
    formats == Some(formats::Format::St25)
}

/// Whether a text begins with the line of a patent in the Green Book, or with the head of a weekly file of them.
fn is_patents(text: &[u8]) -> bool {
    let text = text.trim_ascii_start();
    let first = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let behind = text.get(first.len() + 1..).unwrap_or_default();
    let is_field = |line: &[u8]| {
        line.get(..3)
            .is_some_and(|code| code.iter().all(u8::is_ascii_alphanumeric))
    };
    first.trim_ascii_end() == b"PATN" && is_field(behind.trim_ascii_start())
        || first.starts_with(b"HHHHHT") && memmem::find(first, b"ISSUE").is_some()
}

/// Whether an XML declaration stands behind a few other bytes: the document is damaged, but it is one.
fn begins_late(text: &[u8]) -> bool {
    const FEW: usize = 64;
    memmem::find(&text[..text.len().min(FEW)], b"<?xml ").is_some()
}

/// XML in units of two or four bytes, or in EBCDIC, with a byte order mark or without.
fn wide(head: &[u8]) -> Option<Kind> {
    let starts_name = |byte: u8| byte.is_ascii_alphabetic() || b"?!_".contains(&byte);
    match *head {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Some(Kind::Utf32),
        [b'<', 0, 0, 0, ..] | [0, 0, 0, b'<', ..] => Some(Kind::Utf32),
        [0xFE, 0xFF, ..] => Some(Kind::Utf16(Order::Big)),
        [0xFF, 0xFE, ..] => Some(Kind::Utf16(Order::Little)),
        [0, b'<', 0, next, ..] if starts_name(next) => Some(Kind::Utf16(Order::Big)),
        [b'<', 0, next, 0, ..] if starts_name(next) => Some(Kind::Utf16(Order::Little)),
        [0x4C, 0x6F, 0xA7, 0x94, ..] => Some(Kind::Whole),
        _ => None,
    }
}

fn is_parameter_entity(text: &[u8]) -> bool {
    let name = &text.trim_ascii_start()[1..];
    let end = name
        .iter()
        .position(|byte| !(byte.is_ascii_alphanumeric() || b"-_.:".contains(byte)));
    end.is_some_and(|end| end > 0 && name[end] == b';') && memmem::find(name, b"<!").is_some()
}

/// Tells a document from declarations, schemas, stylesheets and pages by what follows the prolog.
fn markup(text: &[u8]) -> Kind {
    let mut rest = text.trim_ascii_start();
    loop {
        let end = if rest.starts_with(b"<?") {
            memmem::find(rest, b"?>").map(|at| at + 2)
        } else if rest.starts_with(b"<!--") {
            memmem::find(rest, b"-->").map(|at| at + 3)
        } else {
            break;
        };
        let Some(end) = end else { return Kind::Xml };
        rest = rest[end..].trim_ascii_start();
    }
    const DECLARATIONS: [&[u8]; 6] = [
        b"<!SGML",
        b"<!ELEMENT",
        b"<!ENTITY",
        b"<!ATTLIST",
        b"<!NOTATION",
        b"<![",
    ];
    if DECLARATIONS.iter().any(|start| rest.starts_with(start)) {
        return Kind::Other(Content::Dtd);
    }
    if rest.starts_with(b"%") && is_parameter_entity(rest) {
        return Kind::Other(Content::Dtd);
    }
    if let Some(doctype) = rest
        .get(..9)
        .filter(|start| start.eq_ignore_ascii_case(b"<!DOCTYPE"))
    {
        let name = word(rest[doctype.len()..].trim_ascii_start());
        return match name {
            b"svg" => Kind::Other(Content::Svg),
            _ if name.eq_ignore_ascii_case(b"html") => Kind::Other(Content::Html),
            _ => Kind::Xml,
        };
    }
    root(rest)
}

fn root(rest: &[u8]) -> Kind {
    let name = word(rest.get(1..).unwrap_or_default());
    let local = name.rsplit(|byte| *byte == b':').next().unwrap_or_default();
    let tag = &rest[..memchr::memchr(b'>', rest).unwrap_or(rest.len())];
    let declares = |namespace: &[u8]| memmem::find(tag, namespace).is_some();
    match local {
        b"schema" if declares(b"http://www.w3.org/2001/XMLSchema") => Kind::Other(Content::Schema),
        b"stylesheet" | b"transform" if declares(b"http://www.w3.org/1999/XSL/Transform") => {
            Kind::Other(Content::Stylesheet)
        }
        b"svg" => Kind::Other(Content::Svg),
        _ if local.eq_ignore_ascii_case(b"html") => Kind::Other(Content::Html),
        _ => Kind::Xml,
    }
}

fn word(text: &[u8]) -> &[u8] {
    let end = text
        .iter()
        .position(|byte| is_blank(byte) || b"/>[".contains(byte));
    &text[..end.unwrap_or(text.len())]
}

fn other(head: &[u8]) -> Content {
    const MAGIC: [(&[u8], Content); 9] = [
        (b"II*\0", Content::Tiff),
        (b"MM\0*", Content::Tiff),
        (b"\xFF\xD8\xFF", Content::Jpeg),
        (b"\0\0\0\x0CjP  ", Content::Jpeg2000),
        (b"\x89PNG\r\n\x1A\n", Content::Png),
        (b"GIF8", Content::Gif),
        (b"%PDF-", Content::Pdf),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Content::OfficeFile),
        (b"{\\rtf", Content::OfficeFile),
    ];
    if let Some((_, content)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return *content;
    }
    let sample = &head[..head.len().min(8 * 1024)];
    let control = |byte: &u8| matches!(byte, 0..=8 | 14..=26 | 28..=31);
    if sample.iter().any(control) {
        Content::Binary
    } else {
        Content::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_what_it_is() {
        assert_eq!(sniff(b"PATN\r\nWKU  0", false), Kind::Patents);
        assert_eq!(
            sniff(b"HHHHHT    APS1    ISSUE - 990101\nPATN\n", false),
            Kind::Patents
        );
        assert_eq!(sniff(b"PATN is a word", true), Kind::Other(Content::Text));
        let samples: [(&[u8], Kind); 32] = [
            (b"\xEF\xBB\xBF \n<?xml version='1.0'?><a/>", Kind::Xml),
            (b"<a/>", Kind::Xml),
            (b"<", Kind::Xml),
            (b"<?xml version='1.0'", Kind::Xml),
            (
                b"<!DOCTYPE us-patent-grant [ <!ENTITY a SYSTEM 'b'> ]>",
                Kind::Xml,
            ),
            (b"<xs:schema/>", Kind::Xml),
            (b"\xFE\xFF\0<", Kind::Utf16(Order::Big)),
            (b"\xFF\xFE<\0", Kind::Utf16(Order::Little)),
            (b"<\0?\0x\0", Kind::Utf16(Order::Little)),
            (b"\0<\0a\0>", Kind::Utf16(Order::Big)),
            (b"\xFF\xFE\0\0<\0\0\0", Kind::Utf32),
            (b"\0\0\xFE\xFF\0\0\0<", Kind::Utf32),
            (b"\0\0\0<\0\0\0?", Kind::Utf32),
            (b"\x4C\x6F\xA7\x94\x93", Kind::Whole),
            (b"\xEF\xBB\xBF\n{ \"a\": 1}", Kind::Whole),
            (b"[{\"a\": 1}]", Kind::Whole),
            (b"{a text in braces}", Kind::Other(Content::Text)),
            (b"PK\x03\x04", Kind::Zip),
            (b"PK\x05\x06", Kind::Zip),
            (b"\x1F\x8B\x08", Kind::Gzip),
            (b"BZh91AY&SY", Kind::Closed("bzip2")),
            (
                b"<?xml version='1.0'?><!-- x --><!ELEMENT a (b)>",
                Kind::Other(Content::Dtd),
            ),
            (b"%names;\n<!ELEMENT a (b)>", Kind::Other(Content::Dtd)),
            (
                b"<?xml ?><!DOCTYPE svg PUBLIC ''><svg/>",
                Kind::Other(Content::Svg),
            ),
            (b"<svg:svg xmlns:svg='s'>", Kind::Other(Content::Svg)),
            (b"<HTML><p>", Kind::Other(Content::Html)),
            (b"MM\0*", Kind::Other(Content::Tiff)),
            (b"a,b\r\nc,d", Kind::Other(Content::Text)),
            (b"a\0b", Kind::Other(Content::Binary)),
            (b"\xEF\xBB\xBF\xEF\xBB\xBF<a/>", Kind::Xml),
            (b"\0<?xml version='1.0'?><a/>", Kind::Xml),
            (b"junk<?xml version='1.0'?><a/>", Kind::Xml),
        ];
        for (head, kind) in samples {
            assert_eq!(
                sniff(head, true),
                kind,
                "{:?}",
                String::from_utf8_lossy(head)
            );
        }
        assert_eq!(sniff(b" \n", true), Kind::Other(Content::Blank));
        assert_eq!(sniff(b" \n", false), Kind::Xml);
    }
}
