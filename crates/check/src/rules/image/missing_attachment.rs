//! `image/missing-attachment`.

use super::base_name;
use crate::{Context, rule::Found};
use std::collections::BTreeSet;

rule! {
    /// Other files that the document names are in its package.
    ///
    /// *What it checks:* chemical and mathematical source files, sequence listings and external
    /// tables, when the files of the package are known.
    ///
    /// *Why:* they are often delivered apart, and must not be forgotten.
    ///
    /// *Example:* `US01234567-20200107-C00001.CDX` is named and not delivered.
    ///
    /// Clause: ST.36 chem/@file
    struct MissingAttachment = "image/missing-attachment", Warning,
        "look for the file in the other deliveries of the sender";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(package) = context.package() else {
        return;
    };
    let names: BTreeSet<String> = package.iter().map(|name| base_name(name)).collect();
    for (place, file) in context.files() {
        if !names.contains(&base_name(file)) {
            found.say(
                place,
                file,
                format!("the file {file} is not in the package"),
            );
        }
    }
}
