//! Which format a document is in, told from its content alone.

pub(crate) mod known;

use crate::{
    cnipa, docdb, dpma, epfull, greenbook, jpo, json, odp, ops, pap, patdoc, redbook, st25, st26,
    st36, st96, st97, xml4ip,
};
use model::Str;

/// What is read here, in words.
pub const READ: &str = "read here are patent documents of the US, European, Japanese, Chinese and other offices, \
                        ST.36, ST.96, ST.97, and sequence listings of ST.25 and ST.26";

/// A format that is read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// US grants and applications, ICE v4.0 and later.
    RedBook,
    /// US grants of 2001 to 2004, Red Book v2.4 and v2.5.
    Patdoc,
    /// US applications of 2001 to 2004, v1.4 to v1.6.
    Pap,
    /// US grants of 1976 to 2001, the text files of the Green Book.
    Greenbook,
    /// Parts of US file wrappers: claims, specification, abstract.
    Xml4ip,
    /// EP full text, DTD 1.0 to 1.5.1.
    EpFull,
    /// DOCDB exchange documents.
    Docdb,
    /// Documents of ST.96 V6_0 and its neighbors.
    St96,
    /// Documents of ST.97.
    St97,
    /// Answers of the Open Patent Services.
    Ops,
    /// Answers of the Open Patent Services in JSON.
    OpsJson,
    /// Answers of `DPMAregister` about patents and utility models.
    Dpma,
    /// Answers of the US office: Open Data Portal, PEDS, search in assignments.
    Odp,
    /// The search in assignments of the US office, in XML.
    OdpXml,
    /// ST.36 documents of other offices, and its parts on their own.
    St36,
    /// Gazettes of the Japan Patent Office.
    Jpo,
    /// Documents of the Chinese office, in both dialects.
    Cnipa,
    /// The lossless encoding of this program.
    Native,
    /// ST.26 sequence listings.
    St26,
    /// ST.25 sequence listings.
    St25,
    /// A companion document of a weekly file: sequences, megatables.
    Companion,
}

impl Format {
    /// Whether documents of the format are JSON, not XML.
    pub(crate) fn is_json(self) -> bool {
        matches!(self, Self::St97 | Self::Odp | Self::OpsJson)
    }

    /// The name of the format in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RedBook => "redbook",
            Self::Patdoc => "patdoc",
            Self::Pap => "pap",
            Self::Greenbook => "greenbook",
            Self::Xml4ip => "xml4ip",
            Self::EpFull => "epfull",
            Self::Docdb => "docdb",
            Self::St96 => "st96",
            Self::St97 => "st97",
            Self::Ops | Self::OpsJson => "ops",
            Self::Dpma => "dpma",
            Self::Odp | Self::OdpXml => "odp",
            Self::St36 => "st36",
            Self::Jpo => "jpo",
            Self::Cnipa => "cnipa",
            Self::Native => "native",
            Self::St26 => "st26",
            Self::St25 => "st25",
            Self::Companion => "companion",
        }
    }
}

/// What was seen at the start of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sniffed {
    /// The format, when it is known.
    pub format: Option<Format>,
    /// Version as the document gives it (`v4.5`), shortened to the version itself.
    pub version: Str,
    /// Name of the root element, as written.
    pub root: Str,
    /// What is wrong when no format is known.
    pub trouble: Option<&'static str>,
    /// What to do, when it is known what the document is although it holds no record.
    pub remedy: Option<&'static str>,
}

/// Looks at the start of a document's bytes, whatever their encoding.
#[must_use]
pub fn sniff_bytes(bytes: &[u8]) -> Sniffed {
    const ENOUGH: usize = 64 << 10;
    let start = &bytes[..bytes.len().min(ENOUGH)];
    sniff(&xml::encoding::decode(whole_characters(start).unwrap_or(bytes)).text)
}

/// The start of a document in UTF-8, without the part of a character at its end.
fn whole_characters(start: &[u8]) -> Option<&[u8]> {
    if xml::encoding::as_utf8(start).is_some() {
        return Some(start);
    }
    let error = std::str::from_utf8(start).err()?;
    let is_cut = error.error_len().is_none() && error.valid_up_to() > 0;
    is_cut.then(|| &start[..error.valid_up_to()])
}

/// Looks at the start of `text`: the first element and its attributes decide.
#[must_use]
pub fn sniff(text: &str) -> Sniffed {
    let rest = text.trim_start_matches('\u{feff}').trim_start();
    if rest.is_empty() {
        return trouble("the document is empty");
    }
    if rest.starts_with("{\"chancery\":\"native\"") {
        return Sniffed {
            format: Some(Format::Native),
            version: "1".into(),
            ..Sniffed::default()
        };
    }
    if json::is_json(rest) {
        return json_text(rest);
    }
    if st25::is_listing(rest) {
        return Sniffed {
            format: Some(Format::St25),
            ..Sniffed::default()
        };
    }
    if greenbook::is_greenbook(rest) {
        return Sniffed {
            format: Some(Format::Greenbook),
            ..Sniffed::default()
        };
    }
    if !rest.starts_with('<') && rest.contains('\0') {
        return trouble("the document is binary, not text");
    }
    if !rest.starts_with('<') {
        return trouble("the document is text, but not XML: it does not begin with '<'");
    }
    match xml::tree::root_tag(rest) {
        Some(tag) => of_root(tag, rest),
        None => known::without_root(rest),
    }
}

fn trouble(what: &'static str) -> Sniffed {
    Sniffed {
        trouble: Some(what),
        ..Sniffed::default()
    }
}

/// The first names decide if they can, so that not all of a long text is looked at.
fn json_text(text: &str) -> Sniffed {
    const ENOUGH: usize = 16 << 10;
    let start = &text[..text.floor_char_boundary(ENOUGH.min(text.len()))];
    let first = of_keys(&json::keys(start), text);
    if first.format.is_some() || start.len() == text.len() {
        return first;
    }
    of_keys(&json::keys(text), text)
}

/// The names at the top of a JSON document decide; those of a general envelope, together with what stands in it.
fn of_keys(keys: &[&str], text: &str) -> Sniffed {
    const ENOUGH: usize = 256 << 10;
    let start = &text[..text.floor_char_boundary(ENOUGH.min(text.len()))];
    let has = |names: &[&str]| keys.iter().any(|key| names.contains(key));
    if let Some(root) = keys.iter().find(|key| st97::is_root(key)) {
        return Sniffed {
            format: Some(Format::St97),
            root: (*root).into(),
            ..Sniffed::default()
        };
    }
    let format = if has(ops::KEYS) {
        Some(Format::OpsJson)
    } else if has(odp::KEYS)
        || has(odp::ENVELOPES) && odp::MARKS.iter().any(|mark| start.contains(mark))
    {
        Some(Format::Odp)
    } else {
        None
    };
    if format.is_some() {
        return Sniffed {
            format,
            ..Sniffed::default()
        };
    }
    match known::of_keys(keys) {
        Some((what, remedy)) => Sniffed {
            trouble: Some(what),
            remedy: Some(remedy),
            ..Sniffed::default()
        },
        None => trouble("the document is JSON, but its names belong to no known format"),
    }
}

/// The root element of a document, as far as a format is told from it.
struct Root<'a> {
    /// Its name without a prefix.
    local: &'a str,
    /// The whole start tag.
    tag: &'a str,
    /// The document, from its start.
    text: &'a str,
}

impl Root<'_> {
    fn is_of(&self, names: &[&str]) -> bool {
        names.contains(&self.local)
    }
}

/// Whether a root element is one of a format.
type Knows = fn(&Root<'_>) -> bool;

/// How each format is told from the root; the first that knows it reads it.
const BY_ROOT: [(Format, Knows); 16] = [
    (Format::St96, |root| root.tag.contains(st96::NAMESPACES)),
    (Format::RedBook, |root| root.is_of(redbook::ROOTS)),
    (Format::Patdoc, |root| root.is_of(patdoc::ROOTS)),
    (Format::Pap, |root| root.is_of(pap::ROOTS)),
    (Format::Xml4ip, |root| {
        root.is_of(xml4ip::ROOTS) && xml4ip::is_declared(root.tag)
    }),
    (Format::EpFull, |root| root.is_of(epfull::ROOTS)),
    (Format::Docdb, |root| root.is_of(docdb::ROOTS)),
    (Format::St26, |root| root.is_of(st26::ROOTS)),
    (Format::Ops, |root| root.is_of(ops::ROOTS)),
    (Format::Dpma, |root| root.is_of(dpma::ROOTS)),
    (Format::OdpXml, |root| {
        root.local == "response" && is_assignments(root.text)
    }),
    (Format::Jpo, |root| root.is_of(jpo::ROOTS)),
    (Format::Cnipa, |root| root.is_of(cnipa::ROOTS)),
    (Format::St36, |root| st36::is_root(root.local, root.text)),
    (Format::Companion, |root| {
        root.is_of(redbook::COMPANIONS) || root.is_of(redbook::SEQUENCES)
    }),
    (Format::Companion, |root| root.is_of(epfull::COMPANIONS)),
];

fn of_root(tag: &str, text: &str) -> Sniffed {
    let name: &str = tag[1..]
        .split([' ', '\t', '\n', '\r', '>', '/'])
        .next()
        .unwrap_or("");
    let local = name.rsplit(':').next().unwrap_or(name);
    let root = Root { local, tag, text };
    let format = BY_ROOT
        .iter()
        .find_map(|(format, knows)| knows(&root).then_some(*format));
    let version = match format {
        Some(Format::Patdoc) => {
            attribute(tag, "DTD").map_or_else(Str::default, |number| format!("v{number}").into())
        }
        Some(Format::Pap) => pap::version(text),
        Some(Format::Xml4ip) => xml4ip::version(tag),
        _ => ["dtd-version", "xsdVersion", "com:st96Version", "dtdVersion"]
            .iter()
            .find_map(|name| attribute(tag, name))
            .map_or_else(Str::default, short_version),
    };
    let (trouble, remedy) = match format {
        Some(_) => (None, None),
        None => match known::of_root(local, tag) {
            Some((what, remedy)) => (Some(what), Some(remedy)),
            None => (Some("the root element belongs to no known format"), None),
        },
    };
    Sniffed {
        format,
        version,
        root: name.into(),
        trouble,
        remedy,
    }
}

/// Whether an answer of a Solr server is one of the search in assignments.
fn is_assignments(text: &str) -> bool {
    const ENOUGH: usize = 64 << 10;
    let start = &text[..text.floor_char_boundary(ENOUGH.min(text.len()))];
    start.contains("\"reelNo\"") || start.contains("\"patAssignorName\"")
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    while let Some(at) = rest.find(name) {
        let before = rest[..at].chars().next_back();
        rest = &rest[at + name.len()..];
        if !before.is_some_and(char::is_whitespace) {
            continue;
        }
        let value = rest.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        return value[1..].split(quote).next();
    }
    None
}

/// `v4.5 2014-04-03` is v4.5, `v40 2004-12-02` is v4.0, `ep-patent-document-v1-5-1` is v1.5.1.
#[must_use]
pub fn short_version(raw: &str) -> Str {
    let raw = raw.trim();
    let word = raw.split_whitespace().next().unwrap_or("");
    if let Some(numbers) = word.strip_prefix("ep-patent-document-v") {
        return Str::from(format!("v{}", numbers.replace('-', ".")));
    }
    let digits = word.strip_prefix('v').unwrap_or(word);
    if digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) {
        return Str::from(format!("v{}.{}", &digits[..1], &digits[1..]));
    }
    word.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_formats_of_the_united_states() {
        let of = |text: &str| {
            let sniffed = sniff(text);
            (sniffed.format, sniffed.version.to_string())
        };
        let grant = "<!DOCTYPE PATDOC PUBLIC '-//USPTO//' [ <!ENTITY A SYSTEM 'A' NDATA TIF>]>\n<PATDOC DTD=\"2.4\">";
        assert_eq!(of(grant), (Some(Format::Patdoc), "v2.4".to_owned()));
        let application = "<!DOCTYPE patent-application-publication SYSTEM \"pap-v16-2002-01-01.dtd\" [\n]>\n<patent-application-publication>";
        assert_eq!(of(application), (Some(Format::Pap), "v1.6".to_owned()));
        let text = "PATN\nWKU  0\n";
        assert_eq!(of(text).0, Some(Format::Greenbook));
        let weekly = "HHHHHT        APS1        ISSUE - 990101\r\nPATN    \r\nWKU  0\r\n";
        assert_eq!(of(weekly).0, Some(Format::Greenbook));
        assert_eq!(of("PATN is a word").0, None);
        let part = "<pat:ClaimsDocument xmlns:pat=\"urn:us:gov:doc:uspto:patent\" xsi:schemaLocation=\"urn:us:gov:doc:uspto:patent XMLSchema/V1_3/ClaimsDocument_1_1.xsd\">";
        assert_eq!(of(part), (Some(Format::Xml4ip), "1_1".to_owned()));
        assert_eq!(of("<ClaimsDocument>").0, None);
    }

    #[test]
    fn roots_decide() {
        let text = "<?xml version='1.0'?>\n<!DOCTYPE x SYSTEM 'x.dtd' [ <!ENTITY a 'b>'> ]>\n<!-- <y> --><us-patent-grant lang='EN' dtd-version=\"v40 2004-12-02\">";
        let sniffed = sniff(text);
        assert_eq!(sniffed.format, Some(Format::RedBook));
        assert_eq!(sniffed.version, "v4.0");
        assert_eq!(
            sniff("<exch:exchange-documents>").format,
            Some(Format::Docdb)
        );
        assert_eq!(sniff("<sequence-cwu/>").format, Some(Format::Companion));
        assert_eq!(sniff("<html>").format, None);
        let answer = "<ops:world-patent-data x='y'><exchange-documents/></ops:world-patent-data>";
        assert_eq!(sniff(answer).format, Some(Format::Ops));
        assert!(sniff("<html>").remedy.is_some());
        assert_eq!(sniff("<nobody-knows/>").remedy, None);
        assert_eq!(
            sniff("{\"a\": 1}").trouble,
            Some("the document is JSON, but its names belong to no known format")
        );
        assert_eq!(sniff("  ").trouble, Some("the document is empty"));
        assert_eq!(
            sniff("<ep-patent-document dtd-version='ep-patent-document-v1-5-1'>").version,
            "v1.5.1"
        );
    }
}
