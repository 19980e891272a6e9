//! The text of a patent in the Green Book: headings, paragraphs, tables, claims.
//!
//! Clause: APS PAR

use super::signs::inlines;
use crate::vocabulary::claims;
use model::{
    Block, Claim, ClaimSet, Group, Heading, Inline, Paragraph, Part, Preformatted, Section,
};
use xml::tree::Element;

/// A value in one line.
pub(super) fn line(element: &Element<'_, '_>) -> String {
    model::text::line(&element.text())
}

/// Reads a group as a section of its own.
pub(super) fn section(name: &str, group: &Element<'_, '_>) -> Section {
    Section {
        name: name.into(),
        blocks: blocks(group),
        ..Section::default()
    }
}

/// Reads a group as a part of the description.
pub(super) fn group(name: &str, group: &Element<'_, '_>) -> Block {
    Block::Group(Box::new(Group {
        name: name.into(),
        blocks: blocks(group),
        ..Group::default()
    }))
}

fn blocks(group: &Element<'_, '_>) -> Vec<Block> {
    group.elements().map(|field| block(&field)).collect()
}

fn block(field: &Element<'_, '_>) -> Block {
    match field.name() {
        "PAC" => Block::Heading(Heading {
            content: inlines(&line(field)),
            ..Heading::default()
        }),
        name if name.starts_with("TBL") => Block::Loose(vec![table(field)]),
        name => Block::Paragraph(Paragraph {
            level: level(name).into(),
            content: inlines(&line(field)),
            ..Paragraph::default()
        }),
    }
}

/// The level of indentation: `PA1` is 1; `PAR` is an ordinary paragraph, `PAL` one without indentation.
fn level(code: &str) -> &str {
    match code.strip_prefix("PA") {
        Some("L") => "0",
        Some(level) if level.bytes().all(|byte| byte.is_ascii_digit()) => level,
        _ => "",
    }
}

/// Reads a table, of which the columns are known by their place in the lines alone.
fn table(field: &Element<'_, '_>) -> Inline {
    const MARGIN: usize = 5;
    let code = field.name().len();
    let mut lines = Vec::new();
    for part in field.children() {
        let xml::tree::Child::Text(text) = part else {
            continue;
        };
        for (index, line) in text.lines().enumerate() {
            let line = line.trim_end();
            let margin = if index == 0 {
                MARGIN - code.min(MARGIN)
            } else {
                MARGIN
            };
            let blanks = line
                .bytes()
                .take(margin)
                .take_while(|byte| *byte == b' ')
                .count();
            lines.push(&line[blanks..]);
        }
    }
    Inline::Preformatted(Box::new(Preformatted {
        listing: "table".into(),
        content: inlines(&lines.join("\n")),
        ..Preformatted::default()
    }))
}

/// Reads `CLMS` or `DCLM`: the words before the claims, and each claim with its number and its parts.
///
/// Clause: APS CLMS
pub(super) fn claim_set(group: &Element<'_, '_>) -> ClaimSet {
    let mut set = ClaimSet {
        name: "claims".into(),
        ..ClaimSet::default()
    };
    let mut open: Option<(String, Vec<(usize, Part)>)> = None;
    for field in group.elements() {
        match field.name() {
            "STM" if set.statement.is_empty() => set.statement = inlines(&line(&field)),
            "NUM" => {
                close(&mut open, &mut set);
                open = Some((line(&field), Vec::new()));
            }
            "PAC" if open.is_none() => set.blocks.push(block(&field)),
            name => {
                let (_, parts) = open.get_or_insert_default();
                if name.starts_with("TBL") || name == "EQU" || name == "FNT" {
                    let inline = match name {
                        "EQU" | "FNT" => inlines(&line(&field)),
                        _ => vec![table(&field)],
                    };
                    match parts.last_mut() {
                        Some((_, part)) => {
                            part.content.push(Inline::Break(true));
                            part.content.extend(inline);
                        }
                        None => parts.push((0, part(inline))),
                    }
                } else {
                    let level = level(name).parse().unwrap_or(0);
                    parts.push((level, part(inlines(&line(&field)))));
                }
            }
        }
    }
    close(&mut open, &mut set);
    set
}

fn part(content: Vec<Inline>) -> Part {
    Part {
        content,
        ..Part::default()
    }
}

fn close(open: &mut Option<(String, Vec<(usize, Part)>)>, set: &mut ClaimSet) {
    let Some((number, parts)) = open.take() else {
        return;
    };
    let content = claims::nested(parts);
    let given = number.trim_end_matches('.').trim();
    let number = if given.is_empty() {
        claims::printed_number(&content)
    } else {
        given.into()
    };
    set.claims.push(Claim {
        number,
        content,
        ..Claim::default()
    });
}
