//! The official mappings are honored, but for what the project says of itself.

use xtask::{conformance, shared_data, workspace_root};

#[test]
fn every_row_of_the_official_mappings_is_honored_or_has_a_reason() {
    let Some(shared) = shared_data() else {
        println!("skipped: no shared data");
        return;
    };
    let mut out = Vec::new();
    let problems = conformance::run(&workspace_root(), &shared, false, &mut out).unwrap();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
