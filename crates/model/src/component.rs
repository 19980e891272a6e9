//! Components of the WIPO data dictionary, kept as they were read.

use crate::Str;
use crate::attachment::{Markup, MarkupNode};
use crate::biblio::Origin;
use crate::finding::Unmapped;

record! {
    /// A part of an ST.96 or ST.97 source that says more than the nouns of the record hold.
    ///
    /// The nouns were drawn from it. Whoever writes ST.96 or ST.97 puts it in the place of what the nouns give;
    /// whoever changes one of these nouns takes it away.
    pub struct Carried {
        /// Names of the components around it from the root on, each with its position among those of its name:
        /// `pat:BibliographicData[1]`. Empty for a part that stands directly in the root, or is the root.
        public within: Str,
        /// Its name.
        public name: Str,
        /// Its position among the parts of its name there, from 1; 0 for the root.
        public position: u64,
        /// What stands there.
        public stand: Stand,
    }
}

choice! {
    /// What stands in the place of a carried part.
    pub enum Stand {
        /// This part, instead of what the nouns give.
        Part(Markup) = "part",
        /// The part that the nouns give, but with these attributes.
        Attributes(Markup) = "attributes",
        /// Nothing, though the nouns give something; the value is always true.
        Nothing(bool) = "nothing",
    }
}

impl Default for Stand {
    fn default() -> Self {
        Self::Nothing(true)
    }
}

record! {
    /// A document of a component for which there are no nouns of its own: kept whole.
    pub struct Component {
        /// What the source says of itself.
        public origin: Origin,
        /// The document's root with all that is in it; names are those of ST.96, with its prefixes.
        public root: Markup,
        /// What is no part of ST.96.
        public unmapped: Vec<Unmapped>,
    }
}

impl Component {
    /// A name of the document: the office's code and the first application or registration number in it.
    #[must_use]
    pub fn name(&self) -> Option<Str> {
        const NUMBERS: [&str; 4] = [
            "com:ApplicationNumberText",
            "com:RegistrationNumber",
            "tmk:RegistrationNumber",
            "com:ST13ApplicationNumber",
        ];
        let number = NUMBERS.iter().find_map(|name| self.root.first(name))?;
        let office = ["com:IPOfficeCode", "com:RegistrationOfficeCode"]
            .iter()
            .find_map(|name| self.root.first(name));
        let number = number.text();
        let number = number.split_whitespace().collect::<Vec<_>>().join("");
        (!number.is_empty()).then(|| match office {
            Some(office) => format!("{}-{number}", office.text().trim()).into(),
            None => number.into(),
        })
    }
}

impl Markup {
    /// The first element called `name`, this one or one within it, in document order.
    #[must_use]
    pub fn first(&self, name: &str) -> Option<&Self> {
        let mut waiting = vec![self];
        while let Some(here) = waiting.pop() {
            if here.name == name {
                return Some(here);
            }
            waiting.extend(here.children.iter().rev().filter_map(|child| match child {
                MarkupNode::Element(element) => Some(element),
                MarkupNode::Text(_) | MarkupNode::Instruction(_) => None,
            }));
        }
        None
    }

    /// All its text, in document order.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        let mut waiting: Vec<&MarkupNode> = self.children.iter().rev().collect();
        while let Some(here) = waiting.pop() {
            match here {
                MarkupNode::Text(text) => out.push_str(text),
                MarkupNode::Element(element) => waiting.extend(element.children.iter().rev()),
                MarkupNode::Instruction(_) => {}
            }
        }
        out
    }
}
