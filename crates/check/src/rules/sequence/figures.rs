//! `sequence/figures`.

use super::repeated;
use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// No two figures have the same number.
    ///
    /// *What it checks:* the numbers of figures within the drawings.
    ///
    /// *Why:* the description refers to figures by number.
    ///
    /// *Example:* two figures with `num="00003"`.
    ///
    /// Clause: ST.36 figure/@num; ST.96 V6_0 pat:FigureNumber
    struct Figures = "sequence/figures", Info, "number the figures as on the sheets";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, drawings) in context.patent().drawings.iter().enumerate() {
        let figures = drawings.figures.iter();
        let numbers: Vec<&str> = figures.map(|figure| figure.number.trim()).collect();
        for again in repeated(&numbers) {
            let number = numbers[again];
            found.say(
                Place::of("drawings", index).nth("figure", again),
                number,
                format!("a second figure has the number {number}"),
            );
        }
    }
}
