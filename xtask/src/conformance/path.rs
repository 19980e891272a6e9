//! Paths as the tables write them.

/// Namespaces that some paths have in braces where others have a prefix.
const NAMESPACES: &[(&str, &str)] = &[
    (
        "{http://www.wipo.int/standards/XMLSchema/ST96/Patent}",
        "pat:",
    ),
    (
        "{http://www.wipo.int/standards/XMLSchema/ST96/Common}",
        "com:",
    ),
];

/// A path with prefixes alone, and without the marks that tell mappings to one place apart: ` (2)`.
pub(super) fn plain(path: &str) -> String {
    let mut path = path.to_owned();
    for (braced, prefix) in NAMESPACES {
        path = path.replace(braced, prefix);
    }
    let steps = path
        .split('/')
        .map(|step| step.split(" (").next().unwrap_or(step).trim());
    steps.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_made_plain() {
        assert_eq!(
            plain("a:B/{http://www.wipo.int/standards/XMLSchema/ST96/Patent}C (2)/@d:e"),
            "a:B/pat:C/@d:e"
        );
    }
}
