//! Plain text of blocks and inlines, and the words in it.

use crate::attachment::{Markup, MarkupNode};
use crate::body::{Block, Inline, Reference, Section};
use crate::statement::Statement;
use crate::{Chemistry, Citation, Deposit, Formula, List, NonPatent, Tables};

/// The text of `content`, as a reader would say it.
#[must_use]
pub fn plain(content: &[Inline]) -> String {
    let mut out = String::new();
    inlines(content, &mut |text| out.push_str(text));
    out
}

/// A text on one line: one blank for each run of white space, none at the ends.
#[must_use]
pub fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let is_blank = |c: char| c == ' ' || c.is_whitespace();
    if text.is_ascii() {
        let is_blank = |byte: u8| matches!(byte, b' ' | b'\t'..=b'\r');
        let mut rest = text;
        while let Some(start) = rest.bytes().position(|byte| !is_blank(byte)) {
            rest = &rest[start..];
            let end = rest.bytes().position(is_blank).unwrap_or(rest.len());
            push_word(&mut out, &rest[..end]);
            rest = &rest[end..];
        }
        return out;
    }
    for word in text.split(is_blank).filter(|word| !word.is_empty()) {
        push_word(&mut out, word);
    }
    out
}

fn push_word(out: &mut String, word: &str) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(word);
}

/// Counts the words of `text`: runs of letters, digits and underscores.
#[must_use]
pub fn words(text: &str) -> u64 {
    let mut count = 0;
    let mut before = 0;
    if text.is_ascii() {
        for byte in text.bytes() {
            let now = WORD_BYTES[usize::from(byte)];
            count += u64::from(now & !before);
            before = now;
        }
        return count;
    }
    for c in text.chars() {
        let now = match u8::try_from(c) {
            Ok(byte) if c.is_ascii() => WORD_BYTES[usize::from(byte)],
            _ => u8::from(is_letter(c)),
        };
        count += u64::from(now & !before);
        before = now;
    }
    count
}

/// What `char::is_alphanumeric` says, without a search where almost every character is a letter.
fn is_letter(c: char) -> bool {
    match c {
        '\u{4e00}'..='\u{9fff}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' => true,
        '\u{ac00}'..='\u{d7a3}' | '\u{400}'..='\u{481}' => true,
        '\u{30fc}'..='\u{30fe}' | '\u{3005}'..='\u{3007}' | '\u{ff10}'..='\u{ff19}' => true,
        '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' | '\u{d8}'..='\u{f6}' => true,
        '\u{c0}'..='\u{d6}' | '\u{f8}'..='\u{17f}' => true,
        '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3004}' | '\u{ff08}'..='\u{ff0f}' => false,
        '\u{3008}'..='\u{3020}' | '\u{30fb}' | '\u{ff1a}'..='\u{ff20}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// 1 for each ASCII letter, digit and underscore.
static WORD_BYTES: [u8; 256] = {
    let mut bytes = [0; 256];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        bytes[at] = (byte.is_ascii_alphanumeric() || byte == b'_') as u8;
        at += 1;
    }
    bytes
};

/// Calls `say` with every run of text in `blocks`; a line feed stands between blocks.
pub fn blocks(blocks_: &[Block], say: &mut dyn FnMut(&str)) {
    for block in blocks_ {
        match block {
            Block::Heading(heading) => inlines(&heading.content, say),
            Block::Paragraph(paragraph) => inlines(&paragraph.content, say),
            Block::Group(group) => blocks(&group.blocks, say),
            Block::Loose(content) => inlines(content, say),
            Block::Page(_) | Block::Instruction(_) => {}
        }
        say("\n");
    }
}

/// Calls `say` with every run of text in `content`.
pub fn inlines(content: &[Inline], say: &mut dyn FnMut(&str)) {
    for inline in content {
        match inline {
            Inline::Text(text) => say(text),
            Inline::Styled(styled) => inlines(&styled.content, say),
            Inline::Reference(reference) => inlines(&reference.content, say),
            Inline::Break(_) => say("\n"),
            Inline::Part(part) => {
                inlines(&part.content, say);
                say("\n");
            }
            Inline::Image(_) | Inline::Instruction(_) => {}
            Inline::Formula(formula) => formula_text(formula, say),
            Inline::Chemistry(chemistry) => chemistry_text(chemistry, say),
            Inline::List(list) => list_text(list, say),
            Inline::Definitions(definitions) => {
                for item in &definitions.items {
                    inlines(&item.content, say);
                    say("\n");
                }
            }
            Inline::Tables(tables) => table_text(tables, say),
            Inline::Preformatted(pre) => inlines(&pre.content, say),
            Inline::Citation(citation) => citation_text(citation, say),
            Inline::Deposit(deposit) => deposit_text(deposit, say),
            Inline::Attachment(attachment) => {
                inlines(&attachment.content, say);
                blocks(&attachment.blocks, say);
            }
            Inline::Change(change) => inlines(&change.content, say),
            Inline::Sign(sign) => say(&sign.written),
        }
    }
}

/// Calls `say` with every run of text in a statement and its parts.
pub fn statement(statement_: &Statement, say: &mut dyn FnMut(&str)) {
    inlines(&statement_.content, say);
    for part in &statement_.parts {
        say(" ");
        statement(part, say);
    }
}

/// Calls `visit` with every reference in `blocks`.
pub fn references<'a>(section: &'a Section, visit: &mut dyn FnMut(&'a Reference)) {
    for block in &section.blocks {
        block_references(block, visit);
    }
}

fn block_references<'a>(block: &'a Block, visit: &mut dyn FnMut(&'a Reference)) {
    match block {
        Block::Heading(heading) => inline_references(&heading.content, visit),
        Block::Paragraph(paragraph) => inline_references(&paragraph.content, visit),
        Block::Group(group) => group
            .blocks
            .iter()
            .for_each(|block| block_references(block, visit)),
        Block::Loose(content) => inline_references(content, visit),
        Block::Page(_) | Block::Instruction(_) => {}
    }
}

/// Calls `visit` with every reference in `content`, however deep.
pub fn inline_references<'a>(content: &'a [Inline], visit: &mut dyn FnMut(&'a Reference)) {
    for inline in content {
        match inline {
            Inline::Reference(reference) => {
                visit(reference);
                inline_references(&reference.content, visit);
            }
            Inline::Styled(styled) => inline_references(&styled.content, visit),
            Inline::Part(part) => inline_references(&part.content, visit),
            Inline::List(list) => {
                list.items
                    .iter()
                    .for_each(|item| inline_references(&item.content, visit));
            }
            Inline::Definitions(list) => {
                list.items
                    .iter()
                    .for_each(|item| inline_references(&item.content, visit));
            }
            Inline::Tables(tables) => {
                for table in &tables.tables {
                    let cells = table.groups.iter().flat_map(|group| &group.parts);
                    for cell in cells.flat_map(|part| &part.rows).flat_map(|row| &row.cells) {
                        inline_references(&cell.content, visit);
                    }
                }
            }
            Inline::Preformatted(pre) => inline_references(&pre.content, visit),
            Inline::Change(change) => inline_references(&change.content, visit),
            _ => {}
        }
    }
}

fn formula_text(formula: &Formula, say: &mut dyn FnMut(&str)) {
    formula
        .markup
        .iter()
        .for_each(|markup| markup_text(markup, say));
    inlines(&formula.content, say);
}

fn markup_text(markup: &Markup, say: &mut dyn FnMut(&str)) {
    for child in &markup.children {
        match child {
            MarkupNode::Instruction(_) => {}
            MarkupNode::Text(text) => say(text),
            MarkupNode::Element(element) => markup_text(element, say),
        }
    }
}

fn chemistry_text(chemistry: &Chemistry, say: &mut dyn FnMut(&str)) {
    inlines(&chemistry.content, say);
}

fn list_text(list: &List, say: &mut dyn FnMut(&str)) {
    for item in &list.items {
        inlines(&item.content, say);
        say("\n");
    }
}

fn table_text(tables: &Tables, say: &mut dyn FnMut(&str)) {
    for table in &tables.tables {
        inlines(&table.title, say);
        for row in table
            .groups
            .iter()
            .flat_map(|g| &g.parts)
            .flat_map(|part| &part.rows)
        {
            say("\n");
            for cell in &row.cells {
                inlines(&cell.content, say);
                say("\t");
            }
        }
        say("\n");
    }
}

fn citation_text(citation: &Citation, say: &mut dyn FnMut(&str)) {
    inlines(&citation.text, say);
    for id in &citation.documents {
        say(&id.docdb());
        say(" ");
    }
    if let Some(literature) = &citation.literature {
        literature_text(literature, say);
    }
}

/// Calls `say` with every run of text of a literature citation.
pub fn literature_text(literature: &NonPatent, say: &mut dyn FnMut(&str)) {
    inlines(&literature.content, say);
    for part in &literature.parts {
        statement(part, say);
        say(" ");
    }
}

fn deposit_text(deposit: &Deposit, say: &mut dyn FnMut(&str)) {
    for text in [
        &deposit.depositary,
        &deposit.accession,
        &deposit.date.raw,
        &deposit.term,
    ] {
        say(text);
        say(" ");
    }
    say(&deposit.text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_what_white_space_parts() {
        for text in [
            "",
            " ",
            "a",
            " a\t\u{b}b\r\n c ",
            "é\u{2003} b\u{a0}c\u{3000}",
        ] {
            let words: Vec<&str> = text.split_whitespace().collect();
            assert_eq!(line(text), words.join(" "), "{text:?}");
        }
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(words("A 10-mm Höhe, 5_a; 漢字。"), 6);
        assert_eq!(words(""), 0);
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphanumeric(), "{c:?}");
        }
        assert_eq!(words("a"), 1);
        let long = "ab _c1 ".repeat(100);
        assert_eq!(words(&long), 200);
        assert_eq!(words(&format!("{long}é")), 201);
    }
}
