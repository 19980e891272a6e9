//! Embedded MathML, rebuilt from known elements and attributes only.

use super::Html;
use model::{Attribute, Markup, MarkupNode};

/// Elements that show a formula; no other one is written.
const ELEMENTS: &[&str] = &[
    "maction",
    "maligngroup",
    "malignmark",
    "math",
    "menclose",
    "merror",
    "mfrac",
    "mi",
    "mlabeledtr",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "none",
    "semantics",
];

/// Attributes that say how a formula is set; no other one is written.
const ATTRIBUTES: &[&str] = &[
    "accent",
    "accentunder",
    "align",
    "bevelled",
    "columnalign",
    "columnlines",
    "columnspacing",
    "columnspan",
    "denomalign",
    "depth",
    "display",
    "displaystyle",
    "fence",
    "form",
    "frame",
    "height",
    "largeop",
    "linethickness",
    "lquote",
    "lspace",
    "mathsize",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "notation",
    "numalign",
    "rowalign",
    "rowlines",
    "rowspacing",
    "rowspan",
    "rquote",
    "rspace",
    "scriptlevel",
    "separator",
    "stretchy",
    "symmetric",
    "voffset",
    "width",
];

impl Html<'_> {
    /// Writes a formula.
    pub(super) fn math(&mut self, markup: &Markup) {
        if markup.name == "math" {
            self.raw("<math xmlns=\"http://www.w3.org/1998/Math/MathML\"");
            self.math_attributes(&markup.attributes);
            self.raw(">");
            self.math_children(markup);
            self.raw("</math>");
        } else {
            self.raw("<math xmlns=\"http://www.w3.org/1998/Math/MathML\">");
            self.math_element(markup);
            self.raw("</math>");
        }
    }

    fn math_element(&mut self, markup: &Markup) {
        let name = markup.name.as_str();
        if name == "mfenced" {
            return self.fenced(markup);
        }
        // Within these a browser reads HTML again: nothing but words may stand there.
        if matches!(name, "mi" | "mn" | "mo" | "ms" | "mtext") {
            self.raw(&format!("<{name}"));
            self.math_attributes(&markup.attributes);
            self.raw(">");
            self.math_words(markup);
            return self.close(name);
        }
        let known = name != "math" && ELEMENTS.binary_search(&name).is_ok();
        let tag = if known { name } else { "mrow" };
        self.raw(&format!("<{tag}"));
        if known {
            self.math_attributes(&markup.attributes);
        }
        self.raw(">");
        self.math_children(markup);
        self.close(tag);
    }

    fn math_children(&mut self, markup: &Markup) {
        for child in &markup.children {
            self.math_node(child);
        }
    }

    fn math_node(&mut self, node: &MarkupNode) {
        match node {
            MarkupNode::Text(text) => {
                self.raw("<mtext>");
                self.text(text);
                self.raw("</mtext>");
            }
            MarkupNode::Element(element) => self.math_element(element),
            MarkupNode::Instruction(_) => {}
        }
    }

    fn math_words(&mut self, markup: &Markup) {
        for child in &markup.children {
            match child {
                MarkupNode::Text(text) => self.text(text),
                MarkupNode::Instruction(_) => {}
                MarkupNode::Element(element) => {
                    self.raw(" ");
                    self.math_words(element);
                }
            }
        }
    }

    fn math_attributes(&mut self, attributes: &[Attribute]) {
        for Attribute { name, value } in attributes {
            if ATTRIBUTES.binary_search(&name.as_str()).is_ok() {
                self.attribute(name, value);
            }
        }
    }

    /// Writes `mfenced`, which browsers no longer know, with the signs that it stands for.
    fn fenced(&mut self, markup: &Markup) {
        let sign = |name: &str, default: &str| {
            let mut attributes = markup.attributes.iter();
            let found = attributes.find(|attribute| attribute.name == name);
            found.map_or(default.to_owned(), |attribute| {
                attribute.value.trim().to_owned()
            })
        };
        let separators: Vec<char> = sign("separators", ",").chars().collect();
        self.raw("<mrow>");
        self.operator(&sign("open", "("), "prefix");
        for (index, child) in markup.children.iter().enumerate() {
            if index > 0
                && let Some(separator) = separators.get(index - 1).or(separators.last())
            {
                self.operator(&separator.to_string(), "infix");
            }
            self.math_node(child);
        }
        self.operator(&sign("close", ")"), "postfix");
        self.raw("</mrow>");
    }

    fn operator(&mut self, sign: &str, form: &str) {
        if !sign.is_empty() {
            self.raw(&format!("<mo form=\"{form}\">"));
            self.text(sign);
            self.raw("</mo>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::*;

    fn element(name: &str, attributes: &[(&str, &str)], children: Vec<MarkupNode>) -> Markup {
        Markup {
            name: name.into(),
            attributes: attributes
                .iter()
                .map(|(name, value)| Attribute::new(*name, *value))
                .collect(),
            children,
        }
    }

    fn written(markup: &Markup) -> String {
        let mut out = String::new();
        let options = Options::default();
        Html::new(&options, &mut out).math(markup);
        out.replace(" xmlns=\"http://www.w3.org/1998/Math/MathML\"", "")
    }

    #[test]
    fn lists_are_sorted() {
        assert!(ELEMENTS.is_sorted());
        assert!(ATTRIBUTES.is_sorted());
    }

    #[test]
    fn nothing_unknown_is_written() {
        let script = element("script", &[], vec![MarkupNode::Text("alert(1)".into())]);
        let link = element(
            "mi",
            &[
                ("href", "javascript:x"),
                ("onclick", "x"),
                ("mathvariant", "bold"),
            ],
            vec![
                MarkupNode::Text("<x>".into()),
                MarkupNode::Element(script.clone()),
            ],
        );
        let math = element(
            "math",
            &[("style", "x"), ("overflow", "scroll")],
            vec![MarkupNode::Element(script), MarkupNode::Element(link)],
        );
        assert_eq!(
            written(&math),
            "<math><mrow><mtext>alert(1)</mtext></mrow><mi mathvariant=\"bold\">&lt;x&gt; alert(1)</mi></math>"
        );
    }

    #[test]
    fn fences_are_signs() {
        let x = || MarkupNode::Element(element("mi", &[], vec![MarkupNode::Text("x".into())]));
        let fenced = element("mfenced", &[("close", "]")], vec![x(), x()]);
        assert_eq!(
            written(&fenced),
            "<math><mrow><mo form=\"prefix\">(</mo><mi>x</mi><mo form=\"infix\">,</mo><mi>x</mi>\
             <mo form=\"postfix\">]</mo></mrow></math>"
        );
    }
}
