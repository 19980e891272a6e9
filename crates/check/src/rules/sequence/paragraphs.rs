//! `sequence/paragraphs`.

use super::repeated;
use crate::context::Place;
use crate::{Context, form, rule::Found};
use model::Block;
use std::collections::BTreeSet;

rule! {
    /// No two paragraphs of a description have the same number.
    ///
    /// *What it checks:* the numbers of paragraphs; the number zero, which stands for none, is
    /// accepted. A number that stands again and again is one finding.
    ///
    /// *Why:* texts are cited by paragraph.
    ///
    /// *Example:* two paragraphs `[0012]`.
    ///
    /// Clause: ST.36 p/@num; ST.96 V6_0 com:P
    struct Paragraphs = "sequence/paragraphs", Warning,
        "number the paragraphs as in the published document";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, section) in context.patent().descriptions.iter().enumerate() {
        let mut numbers = Vec::new();
        collect(&section.blocks, &mut numbers);
        let mut said = BTreeSet::new();
        for again in repeated(&numbers) {
            let number = numbers[again];
            if !said.insert(number) {
                continue;
            }
            let times = numbers.iter().filter(|other| **other == number).count();
            let message = format!("{times} paragraphs have the number {number}");
            found.say(Place::of("description", index), number, message);
        }
    }
}

fn collect<'a>(blocks: &'a [Block], numbers: &mut Vec<&'a str>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) if form::number(&paragraph.number) != Some(0) => {
                numbers.push(paragraph.number.trim());
            }
            Block::Group(group) => collect(&group.blocks, numbers),
            _ => {}
        }
    }
}
