//! `sequence/paragraphs`.

use super::repeated;
use crate::context::Place;
use crate::{Context, form, rule::Found};
use model::Block;

rule! {
    /// No two paragraphs of a description have the same number.
    ///
    /// *What it checks:* the numbers of paragraphs; the number zero, which stands for none, is
    /// accepted.
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
        for again in repeated(&numbers) {
            let number = numbers[again];
            let message = format!("a second paragraph has the number {number}");
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
