//! Each check of `cargo xtask tidy` on this very tree.

use xtask::tidy::{self, House};
use xtask::workspace_root;

fn assert_tidy(check: &str) {
    let house = House::open(&workspace_root()).expect("the tree can be read");
    let report = tidy::run(&house, &[check]).expect("the check can run");
    for note in &report.notes {
        eprintln!("note: {note}");
    }
    let problems: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
    assert!(
        problems.is_empty(),
        "{} problems:\n{}\n",
        problems.len(),
        problems.join("\n")
    );
}

macro_rules! checks {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                assert_tidy(stringify!($name));
            }
        )*

        #[test]
        fn every_check_is_a_test() {
            let tested = [$(stringify!($name)),*];
            let known: Vec<&str> = tidy::CHECKS.iter().map(|check| check.name).collect();
            assert_eq!(tested.as_slice(), known);
        }
    };
}

checks! {
    syntax doors libraries budgets names purity paths words licenses clauses modules generated
    formatting hygiene
}
