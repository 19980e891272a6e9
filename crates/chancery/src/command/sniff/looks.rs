//! What a document looks like that no reader knows, and what to do about it.

/// What is read here.
const READ: &str = "read here are Red Book, EP full text, DOCDB and native";

/// What can be done with other XML.
const VALIDATE: &str = "other XML can be validated with `chancery check --schema NAME`";

/// What begins like this and is no XML.
const STARTS: [(&[u8], &str); 9] = [
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"PK", "a ZIP file of an office program"),
    (b"{", "JSON"),
    (b"[", "JSON"),
];

/// Roots of XML that patent offices have and that is not read.
const ROOTS: [(&str, &str); 9] = [
    (
        "patent-application-publication",
        "a US application of 2001 to 2004, before Red Book v4",
    ),
    ("PATDOC", "a US grant of 2001 to 2004, before Red Book v4"),
    ("patent-document", "a document of the MAREC collection"),
    ("world-patent-data", "an answer of the EPO's service OPS"),
    ("ST26SequenceListing", "a sequence listing of ST.26"),
    ("html", "a web page"),
    ("HTML", "a web page"),
    ("schema", "an XML schema"),
    ("TEI", "a text in TEI"),
];

/// What `bytes` with this root element look like, and the remedy, in one line.
pub(super) fn like(bytes: &[u8], root: &str) -> String {
    let bytes = bytes.trim_ascii_start();
    if bytes.is_empty() {
        return "nothing: it is empty; fetch it again, and compare its size with the sender's"
            .to_owned();
    }
    if root.is_empty() {
        return format!("{}; {READ}", without_root(bytes));
    }
    let local = root.rsplit(':').next().unwrap_or(root);
    let known = ROOTS.iter().find(|(name, _)| *name == local);
    match known {
        Some((_, what)) => format!("{what}; {READ}"),
        None if is_st96(bytes) => {
            format!("WIPO ST.96, which is written here and not yet read; {VALIDATE}")
        }
        None => format!("XML of another format; {READ}; {VALIDATE}"),
    }
}

fn without_root(bytes: &[u8]) -> &'static str {
    let known = STARTS.iter().find(|(start, _)| bytes.starts_with(start));
    match known {
        Some((_, what)) => what,
        None if bytes.starts_with(b"<") => "XML without a root element",
        None if bytes.contains(&0) => "a binary file",
        None => "plain text",
    }
}

/// Whether the namespace of ST.96 stands near the start.
fn is_st96(bytes: &[u8]) -> bool {
    const NAMESPACE: &[u8] = b"http://www.wipo.int/standards/XMLSchema/ST96";
    let start = &bytes[..bytes.len().min(4096)];
    start
        .windows(NAMESPACE.len())
        .any(|window| window == NAMESPACE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_and_remedy() {
        let looks = |text: &str, root: &str| like(text.as_bytes(), root);
        assert!(looks("", "").contains("empty"));
        assert!(looks("%PDF-1.4", "").starts_with("a PDF file; read here are Red Book"));
        assert!(looks(" {\"a\": 1}", "").starts_with("JSON"));
        assert!(looks("a,b\n", "").starts_with("plain text"));
        assert!(looks("a\0b", "").starts_with("a binary file"));
        assert!(looks("<PATDOC>", "PATDOC").contains("2001 to 2004"));
        assert!(looks("<note/>", "note").contains("--schema"));
        let st96 = "<pat:P xmlns:pat=\"http://www.wipo.int/standards/XMLSchema/ST96/Patent\"/>";
        assert!(looks(st96, "pat:P").contains("ST.96"));
        for text in ["", "%PDF", "<note/>"] {
            assert!(!looks(text, "").contains('\n'));
        }
    }
}
