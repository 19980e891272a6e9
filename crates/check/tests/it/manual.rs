//! The manual of rules is fresh, and says of every rule what it must.

use check::rules;

#[test]
fn every_rule_is_documented() {
    for rule in rules() {
        let (id, text) = (rule.id(), rule.lines().join("\n"));
        assert!(rule.summary().ends_with('.'), "{id}: {}", rule.summary());
        for part in ["*What it checks:*", "*Why:*", "*Example:*"] {
            assert!(text.contains(part), "{id} has no {part}");
        }
        assert!(!rule.clause().is_empty(), "{id} has no clause");
        assert!(
            !rule.hint().is_empty() && !rule.hint().ends_with('.'),
            "{id}: {}",
            rule.hint()
        );
        let (group, slug) = id.split_once('/').unwrap();
        let file = format!("src/rules/{group}/{}.rs", slug.replace('-', "_"));
        assert!(crate::own(&file).is_file(), "{id} is not in {file}");
    }
    let mut ids: Vec<&str> = rules().iter().map(|rule| rule.id()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
}

#[test]
fn the_manual_is_fresh() {
    let file = crate::own("../../docs/rules.md");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&file, check::manual()).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        written.replace("\r\n", "\n") == check::manual(),
        "docs/rules.md is stale; run UPDATE_EXPECT=1 cargo test -p chancery-check"
    );
}
