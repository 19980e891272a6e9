//! Names of files that every file system takes.
//!
//! A file is named after its document: `US-7272630-B2`. A document without a number is named after its place:
//! `unnamed`, the name of its source file without ending, and the byte at which it begins. Then, in this order:
//!
//! 1. A sign that is no letter, no digit, no `-`, `_` or `.` becomes `_`: that takes `: * ? " < > | / \`, blanks,
//!    control characters and the `~` of rule 7.
//! 2. Several `-` in a row become one, and a name does not begin or end with `-` or `.`.
//! 3. A name of which nothing is left is `unnamed`.
//! 4. A name that Windows keeps for devices (`CON`, `COM1`) gets a `_` in front.
//! 5. A name of more than 180 bytes is cut, and gets the digest of the whole one.
//! 6. A second document of the same record is called after the first: `US-7272630-B2.status`.
//! 7. A name that was given before in the same run gets `~2`, `~3` and so on. Names that differ in capital and
//!    small letters only count as one.
//!
//! None of this changes the name of an ordinary document.

use crate::report::Line;
use std::collections::BTreeMap;

/// The longest name that is not cut, in bytes.
const LONGEST: usize = 180;

/// The names that were given in a run.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// How often each name was given, by the name without regard to capital letters.
    given: BTreeMap<String, u32>,
}

impl Names {
    /// How often this name was given in the run, this time included.
    pub(super) fn give(&mut self, name: &str) -> u32 {
        // First to capital letters: `ß` and `SS` are one on some file systems.
        let folded = name.to_uppercase().to_lowercase();
        let count = self.given.entry(folded).or_insert(0);
        *count += 1;
        *count
    }
}

/// The name of the document's file, without ending; that of a second document is the first's and its own.
pub(super) fn of(line: &Line, second: Option<&str>) -> String {
    let name = match &line.document {
        Some(name) => safe(name),
        None => safe(&unnamed(line)),
    };
    match second {
        Some(second) => format!("{name}.{second}"),
        None => name,
    }
}

/// The name of the `count`th file of a name, with its ending.
pub(super) fn numbered(name: &str, count: u32, extension: &str) -> String {
    match count {
        1 => format!("{name}.{extension}"),
        _ => format!("{name}~{count}.{extension}"),
    }
}

/// A document without a number is named after its file or entry, and where it begins there.
fn unnamed(line: &Line) -> String {
    let path = line.entry.as_ref().unwrap_or(&line.source);
    let file = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = match file.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => file,
    };
    format!("unnamed-{stem}-{}", line.offset)
}

fn safe(raw: &str) -> String {
    let mut name = String::with_capacity(raw.len());
    for sign in raw.chars() {
        match sign {
            '-' if name.ends_with('-') => {}
            '-' | '_' | '.' => name.push(sign),
            _ if sign.is_alphanumeric() => name.push(sign),
            _ => name.push('_'),
        }
    }
    let name = name.trim_matches(['-', '.']);
    let name = if name.is_empty() { "unnamed" } else { name };
    let device = if is_device(name) { "_" } else { "" };
    if name.len() <= LONGEST {
        return format!("{device}{name}");
    }
    let digest = store::Digest::of(raw.as_bytes()).to_string();
    let kept = &name[..name.floor_char_boundary(LONGEST)];
    format!("{device}{kept}-{}", &digest[..12])
}

/// Whether Windows takes a file of this name for a device, whatever its ending.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_uppercase();
    if matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL") {
        return true;
    }
    let port = stem
        .strip_prefix("COM")
        .or_else(|| stem.strip_prefix("LPT"));
    let mut number = port.unwrap_or_default().chars();
    number
        .next()
        .is_some_and(|one| one.is_ascii_digit() || "¹²³".contains(one))
        && number.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_ordinary_documents_stay() {
        for name in [
            "US-7272630-B2",
            "US-D435854-S1",
            "EP-1234567-B1",
            "CN-一二-A",
            "us-1-a1",
            "AP-1206",
        ] {
            assert_eq!(safe(name), name);
        }
    }

    #[test]
    fn odd_names_become_safe() {
        for (raw, name) in [
            ("US--B2", "US-B2"),
            ("-1234-A", "1234-A"),
            ("-", "unnamed"),
            ("", "unnamed"),
            ("...", "unnamed"),
            ("..", "unnamed"),
            ("a:*?\"<>|\\/b", "a_________b"),
            ("a~2", "a_2"),
            ("US-1-A1.", "US-1-A1"),
            ("US-1-A1 ", "US-1-A1_"),
            (".hidden", "hidden"),
            ("tab\tnul\0", "tab_nul_"),
            ("e\u{301}", "e_"),
            ("CON", "_CON"),
            ("con.old", "_con.old"),
            ("-nul-", "_nul"),
            ("COM1", "_COM1"),
            ("lpt²", "_lpt²"),
            ("COM10", "COM10"),
            ("COM", "COM"),
            ("CONSOLE", "CONSOLE"),
        ] {
            assert_eq!(safe(raw), name, "{raw:?}");
            assert_eq!(safe(name), name, "what is safe stays");
        }
    }

    #[test]
    fn long_names_are_cut_and_stay_apart() {
        let long = |end: &str| safe(&format!("{}{end}", "é".repeat(200)));
        assert!(long("a").len() <= LONGEST + 13);
        assert_ne!(long("a"), long("b"));
        assert_eq!(long("a"), long("a"));
    }

    #[test]
    fn documents_without_number_are_named_after_their_place() {
        let line = |source: &str, entry: Option<&str>, offset| Line {
            source: source.to_owned(),
            entry: entry.map(str::to_owned),
            offset,
            ..Line::default()
        };
        for (line, name) in [
            (line("in/week 1.xml", None, 0), "unnamed-week_1-0"),
            (line("c:\\in\\a.b.xml", None, 7), "unnamed-a.b-7"),
            (line("w.zip", Some("x.zip!/d/e.XML"), 0), "unnamed-e-0"),
            (line("-", None, 12), "unnamed-12"),
            (line(".xml", None, 0), "unnamed-.xml-0"),
        ] {
            assert_eq!(of(&line, None), name);
            assert_eq!(of(&line, Some("status")), format!("{name}.status"));
        }
    }

    #[test]
    fn names_that_differ_in_capitals_only_are_one() {
        let mut names = Names::default();
        assert_eq!(names.give("us-1-a1"), 1);
        assert_eq!(names.give("US-1-A1"), 2);
        assert_eq!(names.give("US-1-A2"), 1);
        assert_eq!(names.give("Us-1-a1"), 3);
        assert_eq!((names.give("GROß"), names.give("gross")), (1, 2));
        assert_eq!(numbered("US-1-A1", 1, "xml"), "US-1-A1.xml");
        assert_eq!(numbered("US-1-A1", 2, "xml"), "US-1-A1~2.xml");
    }
}
