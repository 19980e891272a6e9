//! `image/format-differs`.

use super::ending;
use crate::{Context, rule::Found};

rule! {
    /// An image is of the format that its file name says.
    ///
    /// *What it checks:* the stated format against the ending of the file name.
    ///
    /// *Why:* programs choose their decoder by one or the other.
    ///
    /// *Example:* `img-format="tif"` for `drawing.jpg`.
    ///
    /// Clause: ST.36 img/@img-format
    struct FormatDiffers = "image/format-differs", Warning,
        "look into the file and correct the attribute";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for picture in context.pictures() {
        let Some(image) = picture.image else { continue };
        let file = &image.file;
        let (stated, named) = (usual(&image.format), usual(ending(file)));
        if let Some((stated, named)) = stated.zip(named).filter(|(stated, named)| stated != named) {
            found.say(
                picture.place,
                file,
                format!("the image {file} is stated to be {stated}, its name says {named}"),
            );
        }
    }
}

/// The usual name of a format; nothing when it is not known.
fn usual(format: &str) -> Option<&'static str> {
    let known = [
        ("tif", "TIFF"),
        ("tiff", "TIFF"),
        ("jpg", "JPEG"),
        ("jpeg", "JPEG"),
        ("png", "PNG"),
        ("gif", "GIF"),
        ("pdf", "PDF"),
    ];
    let format = format.trim();
    let mut known = known.into_iter();
    let found = known.find(|(ending, _)| format.eq_ignore_ascii_case(ending));
    found.map(|(_, name)| name)
}
