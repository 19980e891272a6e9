//! What a document looks like that no reader knows, and what to do about it.

use formats::{READ, Sniffed};

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

/// What `bytes` look like, and the remedy, in one line.
pub(super) fn like(bytes: &[u8], sniffed: &Sniffed) -> String {
    let bytes = bytes.trim_ascii_start();
    if bytes.is_empty() {
        return "nothing: it is empty; fetch it again, and compare its size with the sender's"
            .to_owned();
    }
    if let (Some(what), Some(remedy)) = (sniffed.trouble, sniffed.remedy) {
        return format!("{what}; {remedy}");
    }
    if sniffed.root.is_empty() {
        return format!("{}; {READ}", without_root(bytes));
    }
    format!("XML of another format; {READ}; {VALIDATE}")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_and_remedy() {
        let looks = |text: &str| like(text.as_bytes(), &formats::sniff(text));
        assert!(looks("").contains("empty"));
        assert!(looks("%PDF-1.4").starts_with("a PDF file; read here are patent documents"));
        assert!(looks(" {\"a\": 1}").starts_with("JSON"));
        assert!(looks("a,b\n").starts_with("plain text"));
        assert!(looks("a\0b").starts_with("a binary file"));
        assert!(looks("<xs:schema/>").starts_with("a schema; nothing needs"));
        assert!(looks("<note/>").contains("--schema"));
        for text in ["", "%PDF", "<note/>"] {
            assert!(!looks(text).contains('\n'));
        }
    }
}
