//! Running text.

use super::{Html, address, anchor};
use crate::view;
use model::{
    Change, Chemistry, Definitions, Formula, Image, Inline, Instruction, List, ListItem,
    Preformatted, Reference, Sign, Style, Styled,
};

/// Whether something in `content` cannot stand within a paragraph.
pub(super) fn has_flow(content: &[Inline]) -> bool {
    content.iter().any(|inline| match inline {
        Inline::Part(_)
        | Inline::List(_)
        | Inline::Definitions(_)
        | Inline::Tables(_)
        | Inline::Preformatted(_)
        | Inline::Attachment(_) => true,
        Inline::Styled(styled) => has_flow(&styled.content),
        Inline::Reference(reference) => has_flow(&reference.content),
        Inline::Change(change) => has_flow(&change.content),
        Inline::Sign(_) => false,
        Inline::Formula(formula) => !formula.files.is_empty() || has_flow(&formula.content),
        Inline::Chemistry(chemistry) => !chemistry.files.is_empty() || has_flow(&chemistry.content),
        Inline::Citation(citation) => has_flow(&citation.text),
        Inline::Text(_)
        | Inline::Break(_)
        | Inline::Image(_)
        | Inline::Deposit(_)
        | Inline::Instruction(_) => false,
    })
}

impl Html<'_> {
    /// Writes running text.
    pub(super) fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.text(text),
            Inline::Styled(styled) => self.styled(styled),
            Inline::Reference(reference) => self.reference(reference),
            Inline::Break(_) => self.raw("<br>"),
            Inline::Part(part) => {
                self.open("div", "part", &part.id);
                self.inlines(&part.content);
                self.close("div");
            }
            Inline::Image(image) => self.image(image),
            Inline::Formula(formula) => self.formula(formula),
            Inline::Chemistry(chemistry) => self.chemistry(chemistry),
            Inline::List(list) => self.list(list),
            Inline::Definitions(definitions) => self.definitions(definitions),
            Inline::Tables(tables) => self.tables(tables, None),
            Inline::Preformatted(pre) => self.preformatted(pre),
            Inline::Citation(citation) => self.cited(&view::citation(citation)),
            Inline::Deposit(deposit) => self.cited(&view::deposit(deposit)),
            Inline::Attachment(attachment) => self.rows(&[view::attachment(attachment)]),
            Inline::Change(change) => self.change(change),
            Inline::Sign(sign) => self.sign(sign),
            Inline::Instruction(instruction) => self.instruction(instruction),
        }
    }

    fn styled(&mut self, styled: &Styled) {
        let (tag, class) = match styled.style {
            Style::Bold => ("b", ""),
            Style::Italic => ("i", ""),
            Style::Underline => ("u", ""),
            Style::Overline => ("span", "overline"),
            Style::Strike => ("s", ""),
            Style::Subscript | Style::InnerSubscript => ("sub", ""),
            Style::Superscript | Style::InnerSuperscript => ("sup", ""),
            Style::SmallCapitals => ("span", "smallcaps"),
        };
        let variant = match styled.variant.as_str() {
            "double" => "double",
            "dash" | "dashed" => "dashed",
            "dots" | "dotted" => "dotted",
            _ => "",
        };
        let class = format!("{class} {variant}");
        self.open(tag, class.trim(), "");
        self.inlines(&styled.content);
        self.close(tag);
    }

    fn reference(&mut self, reference: &Reference) {
        let target = reference.targets.split_whitespace().find_map(anchor);
        let address = target.map(|target| (self.options.place)(&target));
        let address = address.filter(|address| address::is_safe(address));
        let linked = address.is_some() && !self.in_link;
        if let (Some(address), true) = (&address, linked) {
            self.raw("<a");
            self.attribute("class", reference.kind.as_str());
            self.anchor(&reference.id);
            self.attribute("href", address);
            self.raw(">");
        } else {
            self.open("span", reference.kind.as_str(), &reference.id);
        }
        let before = self.in_link;
        self.in_link |= linked;
        if reference.content.is_empty() {
            self.text(&reference.targets);
        }
        self.inlines(&reference.content);
        self.in_link = before;
        self.close(if linked { "a" } else { "span" });
    }

    /// Writes an image with its words; its address is given by the options.
    pub(super) fn image(&mut self, image: &Image) {
        let facts = view::image_facts(image);
        let words = [image.alt.as_str(), image.content.as_str(), "image"];
        let words = words.into_iter().find(|words| !words.is_empty());
        let words = words.unwrap_or_default();
        let address = (self.options.link)(&image.file);
        if image.file.is_empty() || !address::is_safe(&address) {
            self.open("span", "image", &image.id);
            self.text(&format!("[{words}, {facts}]"));
            self.close("span");
            return;
        }
        self.raw("<img");
        self.anchor(&image.id);
        self.attribute("src", &address);
        self.attribute("alt", words);
        self.attribute("title", &format!("{}, {facts}", image.file));
        self.attribute("width", &pixels(&image.width));
        self.attribute("height", &pixels(&image.height));
        self.raw(" loading=\"lazy\">");
    }

    /// Shows what characters stand for; the characters themselves stand in a hint.
    fn sign(&mut self, sign: &Sign) {
        let Sign { written, meaning } = sign;
        self.raw("<span class=\"sign\"");
        self.attribute("title", written);
        self.raw(">");
        self.inlines(meaning);
        self.raw("</span>");
    }

    fn formula(&mut self, formula: &Formula) {
        self.open("span", "formula", &formula.id);
        for markup in &formula.markup {
            self.math(markup);
        }
        self.inlines(&formula.content);
        for image in &formula.images {
            self.image(image);
        }
        self.close("span");
        for file in &formula.files {
            self.rows(&[view::attachment(file)]);
        }
    }

    fn chemistry(&mut self, chemistry: &Chemistry) {
        self.open("span", "chemistry", &chemistry.id);
        self.inlines(&chemistry.content);
        for image in &chemistry.images {
            self.image(image);
        }
        self.close("span");
        for file in &chemistry.files {
            self.rows(&[view::attachment(file)]);
        }
    }

    fn list(&mut self, list: &List) {
        let tag = if list.ordered { "ol" } else { "ul" };
        let class = if list.style == "none" { "bare" } else { "" };
        self.open(tag, class, &list.id);
        for item in &list.items {
            self.item(item, list.ordered);
        }
        self.close(tag);
    }

    fn item(&mut self, item: &ListItem, ordered: bool) {
        let ListItem {
            id,
            number,
            content,
        } = item;
        let number = number.trim();
        let is_count = number.len() < 9 && number.bytes().all(|byte| byte.is_ascii_digit());
        self.raw("<li");
        self.anchor(id);
        if ordered && is_count {
            self.attribute("value", number);
        }
        self.raw(">");
        if !is_count {
            self.open("span", "number", "");
            self.text(number);
            self.raw("</span> ");
        }
        self.inlines(content);
        self.close("li");
    }

    fn definitions(&mut self, definitions: &Definitions) {
        self.open("dl", "terms", &definitions.id);
        for item in &definitions.items {
            let tag = if item.term { "dt" } else { "dd" };
            self.open(tag, "", &item.id);
            self.inlines(&item.content);
            self.close(tag);
        }
        self.close("dl");
    }

    fn preformatted(&mut self, pre: &Preformatted) {
        self.open("pre", "", &pre.id);
        // A line feed right after the tag would be dropped.
        self.raw("\n");
        self.inlines(&pre.content);
        self.close("pre");
    }

    fn change(&mut self, change: &Change) {
        let tag = if change.deleted { "del" } else { "ins" };
        let facts: Vec<String> = change
            .attributes
            .iter()
            .map(|attribute| format!("{}: {}", attribute.name, attribute.value))
            .collect();
        self.raw("<");
        self.raw(tag);
        self.attribute("title", &facts.join(", "));
        self.raw(">");
        self.inlines(&change.content);
        self.close(tag);
    }

    /// Writes what a processing instruction says of the text, when it says something of it.
    pub(super) fn instruction(&mut self, instruction: &Instruction) {
        let Instruction { target, data } = instruction;
        let mark = match target.as_str() {
            "insert-start" => "[inserted: ",
            "delete-start" => "[deleted: ",
            "insert-end" | "delete-end" => "]",
            _ => return,
        };
        self.raw("<span class=\"mark\"");
        self.attribute("title", data);
        self.raw(">");
        self.text(mark);
        self.close("span");
    }
}

/// A length of the source in pixels; millimeters when it names no unit.
fn pixels(length: &str) -> String {
    let length = length.trim();
    let end = length.find(|c: char| !c.is_ascii_digit() && c != '.');
    let (number, unit) = length.split_at(end.unwrap_or(length.len()));
    let Ok(number) = number.parse::<f64>() else {
        return String::new();
    };
    let pixels = match unit.trim() {
        "px" => number,
        "in" => number * 96.0,
        "cm" => number * 37.795,
        "pt" => number * 4.0 / 3.0,
        _ => number * 3.7795,
    };
    if (1.0..100_000.0).contains(&pixels) {
        format!("{pixels:.0}")
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_in_pixels() {
        assert_eq!(pixels("98.76mm"), "373");
        assert_eq!(pixels("297"), "1123");
        assert_eq!(pixels("1in"), "96");
        assert_eq!(pixels("wide"), "");
        assert_eq!(pixels("1e9"), "4");
    }
}
