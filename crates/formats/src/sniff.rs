//! Which format a document is in, told from its content alone.

use model::Str;

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
    /// The lossless encoding of this program.
    Native,
    /// A companion document of a weekly file: sequences, megatables.
    Companion,
}

impl Format {
    /// Whether documents of the format are JSON, not XML.
    pub(crate) fn is_json(self) -> bool {
        matches!(self, Self::St97)
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
            Self::Native => "native",
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
}

/// Looks at the start of a document's bytes, whatever their encoding.
#[must_use]
pub fn sniff_bytes(bytes: &[u8]) -> Sniffed {
    const ENOUGH: usize = 64 << 10;
    let start = &bytes[..bytes.len().min(ENOUGH)];
    let is_utf8 =
        std::str::from_utf8(start).map_or_else(|error| error.error_len().is_none(), |_| true);
    let whole = if is_utf8 { start } else { bytes };
    sniff(&xml::encoding::decode(whole).text)
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
    if crate::json::is_json(rest) {
        return of_keys(&crate::json::keys(rest));
    }
    if crate::greenbook::is_greenbook(rest) {
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
        None => trouble("no root element was found"),
    }
}

fn trouble(what: &'static str) -> Sniffed {
    Sniffed {
        trouble: Some(what),
        ..Sniffed::default()
    }
}

/// The names at the top of a JSON document decide.
fn of_keys(keys: &[&str]) -> Sniffed {
    if let Some(root) = keys.iter().find(|key| crate::st97::is_root(key)) {
        return Sniffed {
            format: Some(Format::St97),
            root: (*root).into(),
            ..Sniffed::default()
        };
    }
    trouble("the document is JSON, but its names belong to no known format")
}

fn of_root(tag: &str, text: &str) -> Sniffed {
    let name: &str = tag[1..]
        .split([' ', '\t', '\n', '\r', '>', '/'])
        .next()
        .unwrap_or("");
    let local = name.rsplit(':').next().unwrap_or(name);
    let format = if tag.contains(crate::st96::NAMESPACES) {
        Some(Format::St96)
    } else if crate::redbook::ROOTS.contains(&local) {
        Some(Format::RedBook)
    } else if crate::patdoc::ROOTS.contains(&local) {
        Some(Format::Patdoc)
    } else if crate::pap::ROOTS.contains(&local) {
        Some(Format::Pap)
    } else if crate::xml4ip::ROOTS.contains(&local) && crate::xml4ip::is_declared(tag) {
        Some(Format::Xml4ip)
    } else if crate::epfull::ROOTS.contains(&local) {
        Some(Format::EpFull)
    } else if crate::docdb::ROOTS.contains(&local)
        || crate::docdb::ENVELOPES.contains(&local) && holds_exchange_documents(text)
    {
        Some(Format::Docdb)
    } else if crate::redbook::COMPANIONS.contains(&local)
        || crate::epfull::COMPANIONS.contains(&local)
    {
        Some(Format::Companion)
    } else {
        None
    };
    let version = match format {
        Some(Format::Patdoc) => {
            attribute(tag, "DTD").map_or_else(Str::default, |number| format!("v{number}").into())
        }
        Some(Format::Pap) => crate::pap::version(text),
        Some(Format::Xml4ip) => crate::xml4ip::version(tag),
        _ => attribute(tag, "dtd-version")
            .or_else(|| attribute(tag, "com:st96Version"))
            .map_or_else(Str::default, short_version),
    };
    let trouble = format
        .is_none()
        .then_some("the root element belongs to no known format");
    Sniffed {
        format,
        version,
        root: name.into(),
        trouble,
    }
}

/// Whether there is a start tag of an exchange document, or of a list of them.
fn holds_exchange_documents(text: &str) -> bool {
    text.match_indices("exchange-document").any(|(at, _)| {
        let before = &text[..at];
        before.ends_with('<') || before.strip_suffix(':').is_some_and(is_tag_start)
    })
}

fn is_tag_start(before: &str) -> bool {
    before
        .trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
        .ends_with('<')
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
        let envelope = |inner: &str| {
            format!("<ops:world-patent-data x='exchange-documents'>{inner}</ops:world-patent-data>")
        };
        let inside = envelope("<exchange-documents/>");
        assert_eq!(sniff(&inside).format, Some(Format::Docdb));
        let inside = envelope("<exch:exchange-document/>");
        assert_eq!(sniff(&inside).format, Some(Format::Docdb));
        assert_eq!(sniff(&envelope("<fulltext-documents/>")).format, None);
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
