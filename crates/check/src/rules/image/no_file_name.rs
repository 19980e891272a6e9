//! `image/no-file-name`.

use crate::{Context, rule::Found};

rule! {
    /// An image names its file.
    ///
    /// *What it checks:* images and pages.
    ///
    /// *Why:* without the name nothing can be shown.
    ///
    /// *Example:* `<img id="i0001" file=""/>`.
    ///
    /// Clause: ST.36 img/@file; ST.96 V6_0 com:FileName
    struct NoFileName = "image/no-file-name", Error, "add the name of the file";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for picture in context
        .pictures()
        .iter()
        .filter(|picture| picture.file.trim().is_empty())
    {
        found.say(picture.place, "", "the image names no file");
    }
}
