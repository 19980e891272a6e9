//! Where the reader stands: places of what it reads, and what it says of them.

use crate::st26::names;
use model::sequence::Written;
use model::{Finding, Severity, Span};
use xml::Lines;
use xml::tree::Element;

/// Lines of the document, the offset of the part that is read, and findings.
#[derive(Debug)]
pub(super) struct Place<'a> {
    pub(super) lines: Lines<'a>,
    pub(super) base: usize,
    pub(super) findings: Vec<Finding>,
    /// The children of the root that were met.
    met: Met,
}

/// Which siblings were met, by their index in the order of the document type definition.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Met {
    /// The one that is last in the order.
    last: usize,
    /// A bit for each that was met.
    all: u32,
}

/// At most so many findings about the form of a source.
const MOST: usize = 1000;

impl<'a> Place<'a> {
    pub(super) fn new(lines: Lines<'a>) -> Self {
        Self {
            lines,
            base: 0,
            findings: Vec::new(),
            met: Met::default(),
        }
    }

    /// Goes on where another place of the same document ended.
    pub(super) fn resume(lines: Lines<'a>, met: Met, findings: Vec<Finding>) -> Self {
        Self {
            met,
            findings,
            ..Self::new(lines)
        }
    }

    /// The children of the root that were met.
    pub(super) fn met(&self) -> Met {
        self.met
    }

    /// Where an element begins.
    pub(super) fn span(&mut self, element: &Element<'_, '_>) -> Span {
        let name = element.qualified().len() + 2;
        self.lines.span(self.base + element.offset(), name)
    }

    /// The text of an element as it stands, with its place.
    pub(super) fn written(&mut self, element: &Element<'_, '_>) -> Written {
        let (text, offset) = element.written();
        let span = self.lines.span(self.base + offset, text.len());
        Written::new(&*text, span)
    }

    /// Keeps the text of an element; of several of one name the first counts, the others stay unmapped.
    pub(super) fn keep(&mut self, element: &Element<'_, '_>, slot: &mut Option<Written>) {
        if slot.is_none() {
            *slot = Some(self.written(element));
        }
    }

    /// Says when a child of the root stands behind one that should follow it.
    pub(super) fn follows(&mut self, element: &Element<'_, '_>, order: &[&str]) {
        let mut met = self.met;
        self.in_order(element, order, &mut met);
        self.met = met;
    }

    /// Says when an element stands behind a sibling that should follow it.
    ///
    /// A second one of what stands once is not understood: that is said, and not its place.
    pub(super) fn in_order(&mut self, element: &Element<'_, '_>, order: &[&str], met: &mut Met) {
        let name = element.name();
        let Some(index) = order.iter().position(|other| *other == name) else {
            return;
        };
        let bit = 1 << index;
        let is_left = met.all & bit != 0 && !names::SEVERAL.contains(&name);
        if index < met.last && !is_left && self.findings.len() < MOST {
            let message = format!(
                "{name} stands after {}, which should follow it",
                order[met.last]
            );
            let span = self.span(element);
            self.findings.push(
                Finding::new("st26/order", Severity::Error, message)
                    .at(element.path())
                    .within(span)
                    .hint("put the elements in the order of the document type definition"),
            );
        }
        met.last = index.max(met.last);
        met.all |= bit;
    }
}
