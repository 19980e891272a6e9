//! Conditions of rules.

use super::is_one;
use crate::conformance::node::Node;
use crate::conformance::table::Row;

/// A condition: the question, what it is about, and whether the answer must be no.
#[derive(Debug)]
pub(super) struct Condition {
    question: Question,
    about: String,
    is_negated: bool,
}

/// What may be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Question {
    /// `to~a|b`: the target of the row has one of these words.
    To,
    /// `from~a|b`: the source has one.
    From,
    /// `scope~a|b`: the part of the table has one.
    Scope,
    /// `tail=A`: the target's last element has this name.
    Tail,
    /// `gains@a`: the target is an attribute, and the source is none.
    Gains,
    /// `in=a|b`: the element around it has one of these names.
    In,
    /// `has=a|b`: one of these stands in it.
    Has,
    /// `no=a|b`: none of these stands in it.
    No,
    /// `with@a`: it has this attribute.
    With,
    /// `leaf`: it is the element for which the document is made.
    Leaf,
    /// `over`: that element is this one or stands in it.
    Over,
}

const QUESTIONS: &[(&str, Question)] = &[
    ("to~", Question::To),
    ("from~", Question::From),
    ("scope~", Question::Scope),
    ("tail=", Question::Tail),
    ("gains@", Question::Gains),
    ("in=", Question::In),
    ("has=", Question::Has),
    ("no=", Question::No),
    ("with@", Question::With),
    ("leaf", Question::Leaf),
    ("over", Question::Over),
];

/// Reads the conditions at the start of a line; gives the rest too.
pub(super) fn several(mut line: &str) -> (Vec<Condition>, &str) {
    let mut out = Vec::new();
    loop {
        let (first, rest) = super::word(line);
        let Some(condition) = one(first) else {
            return (out, line);
        };
        out.push(condition);
        line = rest;
    }
}

fn one(word: &str) -> Option<Condition> {
    let plain = word.trim_start_matches('!');
    let (start, question) = QUESTIONS
        .iter()
        .find(|(start, _)| plain.starts_with(start))?;
    Some(Condition {
        question: *question,
        about: plain[start.len()..].to_owned(),
        is_negated: word.starts_with('!'),
    })
}

impl Condition {
    /// Whether it holds for an element in the document of a row.
    pub(super) fn holds(&self, node: &Node, parent: &str, row: &Row) -> bool {
        let holds = match self.question {
            Question::In => is_one(&self.about, parent),
            Question::Has => node.nodes().any(|child| is_one(&self.about, &child.name)),
            Question::No => !node.nodes().any(|child| is_one(&self.about, &child.name)),
            Question::With => node.has_attribute(&self.about),
            Question::Leaf => node.is_leaf,
            Question::Over => node.holds_leaf(),
            _ => return self.holds_for_row(row),
        };
        holds != self.is_negated
    }

    /// Whether it holds for a row; what asks for more than that does not.
    pub(super) fn holds_for_row(&self, row: &Row) -> bool {
        let names = |text: &str| self.about.split('|').any(|word| text.contains(word));
        let holds = match self.question {
            Question::To => names(&row.target),
            Question::From => names(&row.source),
            Question::Scope => names(&row.scope),
            Question::Tail => {
                let mut steps = row.target.rsplit('/');
                let last = steps.find(|step| !step.starts_with('@') && *step != "text()");
                last.is_some_and(|step| step.rsplit(':').next() == Some(&self.about))
            }
            Question::Gains => {
                let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
                let target = last(&row.target);
                !last(&row.source).starts_with('@')
                    && target.starts_with('@')
                    && target.rsplit(':').next() == Some(&self.about)
            }
            _ => return false,
        };
        holds != self.is_negated
    }
}
