//! Addresses of pages and files.

/// Writes a text as one part of a path, or as a value of a query.
pub(crate) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The first page of a document.
pub(crate) fn document(key: &str) -> String {
    format!("/patents/{}", encode(key))
}

/// A document in the interface for programs.
pub(crate) fn publication(key: &str) -> String {
    format!("/api/v1/patents/publications/{}", encode(key))
}

/// A file as it was received.
pub(crate) fn file(key: &str, name: &str) -> String {
    format!("{}/drawings/{}", publication(key), encode(last(name)))
}

/// A file where a page shows it: a drawing as a browser can show it, anything else as it was received.
pub(crate) fn image(key: &str, name: &str) -> String {
    let name = last(name);
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("tif" | "tiff") => format!("{}/images/{}.png", document(key), encode(name)),
        Some("png" | "jpg" | "jpeg" | "gif") => {
            format!("{}/images/{}", document(key), encode(name))
        }
        _ => file(key, name),
    }
}

/// The name without the folders before it.
fn last(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// A value of `Content-Disposition`.
///
/// Clause: RFC 6266 section 4
pub(crate) fn disposition(kind: &str, name: &str) -> String {
    let plain: String = last(name)
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') {
                c
            } else {
                '_'
            }
        })
        .collect();
    format!("{kind}; filename=\"{plain}\"")
}

/// Whether browsers, or the programs that they call, only show files of this type.
pub(crate) fn is_picture(media_type: &str) -> bool {
    matches!(
        media_type,
        "image/png" | "image/jpeg" | "image/gif" | "image/tiff"
    )
}

/// The media type of a file, when it is none that a browser would run.
pub(crate) fn plain_media_type(media_type: &str) -> &str {
    let is_plain = is_picture(media_type)
        || matches!(
            media_type,
            "application/pdf" | "text/plain" | "application/xml"
        )
        || media_type.starts_with("chemical/");
    if is_plain {
        media_type
    } else {
        "application/octet-stream"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_leave_their_place() {
        assert_eq!(
            image("US-1-B2", "../a b.TIF"),
            "/patents/US-1-B2/images/a%20b.TIF.png"
        );
        assert_eq!(
            image("US-1-B2", "a.mol"),
            "/api/v1/patents/publications/US-1-B2/drawings/a.mol"
        );
        assert_eq!(document("a/../b"), "/patents/a%2F..%2Fb");
        assert_eq!(
            disposition("inline", "a\"\r\nX: y.xml"),
            "inline; filename=\"a___X__y.xml\""
        );
    }
}
