//! `image/unused-file`.

use super::{base_name, ending};
use crate::{Context, rule::Found};
use std::collections::BTreeSet;

rule! {
    /// Every image of the package is named by the document.
    ///
    /// *What it checks:* files of the package with an ending of images, when the document names
    /// images at all. Where names begin with the number of the document, as those of the United
    /// States do, only files that begin with it.
    ///
    /// *Why:* an image that nobody names is lost for readers.
    ///
    /// *Example:* `imgf0009.tif` is delivered and not named.
    ///
    /// Clause: ST.36 img/@file
    struct UnusedFile = "image/unused-file", Info, "ask the sender where the image belongs";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(package) = context.package() else {
        return;
    };
    let pictures = context.pictures().iter().map(|picture| picture.file);
    let Some(first) = pictures.clone().find(|file| !file.is_empty()) else {
        return;
    };
    let first = base_name(first);
    let own = stem(&first);
    let files = context.files().iter().map(|(_, file)| *file);
    let named: BTreeSet<String> = pictures.chain(files).map(base_name).collect();
    for name in package {
        let base = base_name(name);
        let is_own = base.starts_with(own) && is_image(&base);
        if is_own && !named.contains(&base) {
            let message = format!("the image {name} of the package is not named by the document");
            found.say("package", name, message);
        }
    }
}

/// What the names of all images of a document begin with: a number and a hyphen, or nothing.
fn stem(name: &str) -> &str {
    name.find('-').map_or("", |hyphen| &name[..=hyphen])
}

fn is_image(name: &str) -> bool {
    matches!(
        ending(name),
        "tif" | "tiff" | "jpg" | "jpeg" | "png" | "gif"
    )
}
