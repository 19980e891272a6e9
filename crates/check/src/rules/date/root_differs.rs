//! `date/root-differs`.

use crate::{Context, rule::Found};
use model::Date;

rule! {
    /// The root of a document gives the same date of publication as its bibliographic data.
    ///
    /// *What it checks:* the attribute `date-publ` of the root element.
    ///
    /// *Why:* deliveries are sorted by the one and searched by the other.
    ///
    /// *Example:* `date-publ="20200107"` over a publication of 2020-01-14.
    ///
    /// Clause: ST.36 @date-publ
    struct RootDiffers = "date/root-differs", Error,
        "correct the root, or the bibliographic data, from the front page";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let patent = context.patent();
    let root = patent
        .origin
        .attributes
        .iter()
        .find(|a| a.name == "date-publ");
    let Some(root) = root.filter(|root| !root.value.is_empty()) else {
        return;
    };
    let wanted = Date::new(root.value.clone()).ymd();
    let mut given = patent
        .publication
        .documents
        .iter()
        .filter(|id| !id.date.is_empty())
        .peekable();
    if given.peek().is_none() {
        return;
    }
    if !given.any(|id| id.date.ymd() == wanted) {
        let own = patent.date().map_or("", |date| date.raw.as_str());
        found.say(
            "@date-publ",
            &root.value,
            format!(
                "the root says {}, the bibliographic data say {own}",
                root.value
            ),
        );
    }
}
