//! What is written about profiles is true.

use check::Profile;
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn every_example_of_the_page_is_a_profile() {
    let page = std::fs::read_to_string(crate::own("../../docs/profiles.md")).unwrap();
    let blocks: Vec<&str> = page
        .split("```toml\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert!(blocks.len() >= 2, "{} examples", blocks.len());
    for block in blocks {
        let profile = Profile::parse(block).unwrap_or_else(|error| panic!("{error}:\n{block}"));
        assert_ne!(profile, Profile::default());
    }
}

/// Findings of readers and writers can be named in a profile only if their names are known here.
#[test]
fn no_finding_from_outside_is_forgotten() {
    let mut ids = BTreeSet::new();
    for room in ["xml", "formats", "office"] {
        collect(&crate::own("..").join(room).join("src"), &mut ids);
    }
    assert!(ids.len() > 15, "{ids:?}");
    for id in ids {
        let text = format!("[severity]\n'{id}' = 'off'");
        assert!(
            Profile::parse(&text).is_ok(),
            "{id} is missing in crates/check/src/profile/outside.rs"
        );
    }
}

/// Names of findings in the sources of a room: `"source/unmapped"`, and kinds of trouble in XML.
fn collect(folder: &Path, ids: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, ids);
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let is_slug = |name: &str| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
        };
        for quoted in text.split('"').skip(1) {
            let named = quoted.split_once('/').filter(|(group, name)| {
                matches!(*group, "xml" | "source" | "st96" | "package") && is_slug(name)
            });
            ids.extend(named.map(|_| quoted.to_owned()));
        }
        for call in text.split(".trouble(").skip(1) {
            let kind = call.trim_start().strip_prefix('"');
            let kind = kind.and_then(|rest| rest.split('"').next());
            ids.extend(
                kind.filter(|kind| is_slug(kind))
                    .map(|kind| format!("xml/{kind}")),
            );
        }
    }
}
