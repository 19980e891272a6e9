//! Addresses and anchors: what of a source may become a link.

/// Longest identifier of a source that becomes an anchor.
const LONGEST: usize = 100;

/// The anchor for an identifier of the source, when it is a plain name: `CLM-00001` is `s-CLM-00001`.
#[must_use]
pub fn anchor(id: &str) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let is_name = !id.is_empty() && id.len() <= LONGEST && id.bytes().all(plain);
    is_name.then(|| format!("s-{id}"))
}

/// The address of a file beside the document: each part of its path, percent-encoded.
#[must_use]
pub fn beside(file: &str) -> String {
    let mut out = String::with_capacity(file.len());
    let parts = file.split(['/', '\\']);
    for part in parts.filter(|part| !matches!(*part, "" | "." | "..")) {
        if !out.is_empty() {
            out.push('/');
        }
        for byte in part.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
                out.push(char::from(byte));
            } else {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    out
}

/// The address of an anchor in the same document.
pub(super) fn here(anchor: &str) -> String {
    format!("#{anchor}")
}

/// Whether an address is one that only shows something: a path, or the web, or mail.
pub(crate) fn is_safe(address: &str) -> bool {
    // A browser drops blanks and control characters before it looks for the scheme.
    let seen: String = address
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let end = seen.find(['/', '?', '#']).unwrap_or(seen.len());
    match seen[..end].find(':') {
        None => !seen.is_empty(),
        Some(colon) => {
            let scheme = seen[..colon].to_ascii_lowercase();
            matches!(scheme.as_str(), "http" | "https" | "mailto")
        }
    }
}

/// The address on the web that `written` is, when it is one.
pub(super) fn web(written: &str) -> Option<&str> {
    let address = written.trim();
    let lower = address.get(..8)?.to_ascii_lowercase();
    let is_web = lower.starts_with("http://") || lower.starts_with("https://");
    (is_web && is_safe(address)).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_never_become_links() {
        for bad in [
            "javascript:alert(1)",
            " JaVa\tScript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "\u{1}javascript:x",
            "",
        ] {
            assert!(!is_safe(bad), "{bad:?}");
        }
        for good in [
            "a/b.png",
            "#s-1",
            "https://example.org/a:b",
            "/x?y=a:b",
            "img%3A1.tif",
        ] {
            assert!(is_safe(good), "{good:?}");
        }
        assert_eq!(web("javascript:alert(1)"), None);
        assert_eq!(web("www.example.org"), None);
        assert_eq!(web(" https://example.org "), Some("https://example.org"));
    }

    #[test]
    fn files_stay_beside_the_document() {
        assert_eq!(beside("US07-D1.TIF"), "US07-D1.TIF");
        assert_eq!(beside("../../etc/a b"), "etc/a%20b");
        assert_eq!(beside("javascript:x"), "javascript%3Ax");
        assert_eq!(beside("//host/x"), "host/x");
    }

    #[test]
    fn anchors_are_plain_names() {
        assert_eq!(anchor("CLM-00001").as_deref(), Some("s-CLM-00001"));
        assert_eq!(anchor("a b"), None);
        assert_eq!(anchor("\"><script>"), None);
        assert_eq!(anchor(""), None);
    }
}
