//! `image/missing-file`.

use super::base_name;
use crate::{Context, rule::Found};
use std::collections::BTreeSet;

rule! {
    /// Images that the document names are in its package.
    ///
    /// *What it checks:* images and pages, when the files of the package are known. Folders and
    /// capital letters do not count.
    ///
    /// *Why:* a missing drawing or formula is a missing part of the document.
    ///
    /// *Example:* `imgf0007.tif` is named and not delivered.
    ///
    /// Clause: ST.36 img/@file
    struct MissingFile = "image/missing-file", Error, "ask the sender for the file";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(package) = context.package() else {
        return;
    };
    let names: BTreeSet<String> = package.iter().map(|name| base_name(name)).collect();
    for picture in context
        .pictures()
        .iter()
        .filter(|picture| !picture.file.is_empty())
    {
        if !names.contains(&base_name(picture.file)) {
            let message = format!("the image {} is not in the package", picture.file);
            found.say(picture.place, picture.file, message);
        }
    }
}
