//! Formulas in one line of text.

use model::{Markup, MarkupNode};

/// A formula in MathML as one line: fractions with a stroke, exponents with `^`, indexes in brackets.
pub(crate) fn linear(markup: &Markup) -> String {
    let mut out = String::new();
    element(markup, &mut out);
    out
}

fn element(markup: &Markup, out: &mut String) {
    let children = || elements(markup);
    match markup.name.as_str() {
        "mfrac" => joined(&children(), &["(", ") / (", ")"], out),
        "msup" | "mover" => joined(&children(), &["", "^(", ")"], out),
        "msub" | "munder" => joined(&children(), &["", "[", "]"], out),
        "msubsup" | "munderover" => joined(&children(), &["", "[", "]^(", ")"], out),
        "msqrt" => {
            say("√(", out);
            rest(markup, out);
            out.push(')');
        }
        "mroot" => joined(&children(), &["√[", ", ", "]"], out),
        "mfenced" => fenced(markup, out),
        "mtable" => rows(markup, "; ", out),
        "mtr" | "mlabeledtr" => rows(markup, ", ", out),
        "mspace" => out.push(' '),
        _ => rest(markup, out),
    }
}

fn rest(markup: &Markup, out: &mut String) {
    for child in &markup.children {
        match child {
            MarkupNode::Text(text) => say(text.trim(), out),
            MarkupNode::Element(child) => element(child, out),
            MarkupNode::Instruction(_) => {}
        }
    }
}

fn elements(markup: &Markup) -> Vec<&MarkupNode> {
    markup.children.iter().collect()
}

/// Writes the children with a sign before each and one at the end; too many follow each other plainly. Round brackets
/// stand around what is more than a word.
fn joined(children: &[&MarkupNode], signs: &[&str], out: &mut String) {
    let last = signs.len() - 1;
    let mut was_word = false;
    for (index, child) in children.iter().enumerate() {
        let mut inner = String::new();
        node(child, &mut inner);
        // After a number or a name the bracket says that the fraction is a factor.
        let is_word = is_word(&inner) && (index > 0 || !out.ends_with(char::is_alphanumeric));
        let sign = if index < last { signs[index] } else { " " };
        out.push_str(bare(sign, was_word, is_word));
        if out.ends_with(char::is_alphanumeric) && inner.starts_with(char::is_alphanumeric) {
            out.push(' ');
        }
        out.push_str(&inner);
        was_word = is_word;
    }
    if children.len() >= last {
        out.push_str(bare(signs[last], was_word, false));
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_alphanumeric)
}

/// A sign without the bracket that closes around a word before it, or opens around one after it.
fn bare(sign: &str, after_word: bool, before_word: bool) -> &str {
    let sign = match sign.strip_prefix(')') {
        Some(rest) if after_word => rest,
        _ => sign,
    };
    match sign.strip_suffix('(') {
        Some(rest) if before_word => rest,
        _ => sign,
    }
}

fn node(node: &MarkupNode, out: &mut String) {
    match node {
        MarkupNode::Text(text) => say(text.trim(), out),
        MarkupNode::Element(child) => element(child, out),
        MarkupNode::Instruction(_) => {}
    }
}

fn fenced(markup: &Markup, out: &mut String) {
    let sign = |name: &str, default: &'static str| {
        let found = markup.attributes.iter().find(|a| a.name == name);
        found.map_or(default.to_owned(), |a| a.value.trim().to_owned())
    };
    out.push_str(&sign("open", "("));
    let separators: Vec<char> = sign("separators", ",").chars().collect();
    for (index, child) in markup.children.iter().enumerate() {
        if index > 0
            && let Some(separator) = separators.get(index - 1).or(separators.last())
        {
            out.push(*separator);
            out.push(' ');
        }
        node(child, out);
    }
    out.push_str(&sign("close", ")"));
}

fn rows(markup: &Markup, separator: &str, out: &mut String) {
    out.push('[');
    for (index, child) in markup.children.iter().enumerate() {
        if index > 0 {
            out.push_str(separator);
        }
        node(child, out);
    }
    out.push(']');
}

/// Writes words; a blank keeps them apart from words before them.
fn say(text: &str, out: &mut String) {
    let wordy = |c: char| c.is_alphanumeric() || c == '_';
    let apart =
        out.chars().next_back().is_some_and(wordy) && text.chars().next().is_some_and(wordy);
    if apart {
        out.push(' ');
    }
    out.push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Attribute;

    fn token(name: &str, text: &str) -> MarkupNode {
        MarkupNode::Element(Markup {
            name: name.into(),
            children: vec![MarkupNode::Text(text.into())],
            ..Markup::default()
        })
    }

    fn with(name: &str, children: Vec<MarkupNode>) -> MarkupNode {
        MarkupNode::Element(Markup {
            name: name.into(),
            children,
            ..Markup::default()
        })
    }

    fn line(children: Vec<MarkupNode>) -> String {
        linear(&Markup {
            name: "math".into(),
            children,
            ..Markup::default()
        })
    }

    #[test]
    fn formulas_in_a_line() {
        let x = || token("mi", "x");
        let two = || token("mn", "2");
        assert_eq!(line(vec![with("msup", vec![x(), two()])]), "x^2");
        assert_eq!(line(vec![with("msub", vec![x(), two()])]), "x[2]");
        assert_eq!(line(vec![with("mfrac", vec![x(), two()])]), "x / 2");
        let fraction = with("mfrac", vec![x(), two()]);
        assert_eq!(line(vec![two(), fraction]), "2(x) / 2");
        assert_eq!(line(vec![two(), x()]), "2 x");
        assert_eq!(
            line(vec![with("msqrt", vec![x(), token("mo", "+"), two()])]),
            "√(x+2)"
        );
        let MarkupNode::Element(mut fence) = with("mfenced", vec![x(), two()]) else {
            unreachable!("it was made as an element")
        };
        fence.attributes.push(Attribute::new("open", "["));
        assert_eq!(linear(&fence), "[x, 2)");
    }
}
