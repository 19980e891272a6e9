//! `image/size`.

use crate::{Context, rule::Found};

rule! {
    /// An image has a size that fits on a sheet.
    ///
    /// *What it checks:* that height and width are numbers with or without a unit, above zero and
    /// below two meters.
    ///
    /// *Why:* pages are laid out by them.
    ///
    /// *Example:* `he="0mm"`.
    ///
    /// Clause: ST.36 img/@he, @wi
    struct Size = "image/size", Warning, "measure the image";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for picture in context.pictures() {
        let Some(image) = picture.image else { continue };
        for (name, size) in [("height", &image.height), ("width", &image.width)] {
            let size = size.trim();
            if !size.is_empty() && !millimeters(size).is_some_and(|mm| mm > 0.0 && mm < 2000.0) {
                let message = format!("the {name} of the image is {size}");
                found.say(picture.place, size, message);
            }
        }
    }
}

/// The size in millimeters, which is the unit when there is none.
fn millimeters(size: &str) -> Option<f64> {
    let end = size
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(size.len());
    let number: f64 = size[..end].parse().ok()?;
    let unit = match size[end..].trim() {
        "" | "mm" => 1.0,
        "cm" => 10.0,
        "in" => 25.4,
        "pt" => 25.4 / 72.0,
        "px" => 25.4 / 300.0,
        _ => return None,
    };
    Some(number * unit)
}
