//! A source document as a draft: what stands in it, by the names of the schemas.

use super::super::draft::{Draft, NodeId};
use super::super::schema::{AttrName, ContentKind, MATHML, Name, VOCABULARIES};
use xml::tree::{Child, Element};

/// The namespace of MathML, which many write where the schemas of ST.96 have one of their own.
const MATHML_URI: &str = "http://www.w3.org/1998/Math/MathML";
/// The namespace that the schemas have for it.
const MATHML3_URI: &str = "http://www.w3.org/1998/Math/MathML3";

/// The document below `root` as it stands; `None` when the root is no component of ST.96.
///
/// Elements and attributes that the schemas do not know stay as they are in the tree, where nobody took them. Where
/// text may be, the content of an unknown element stays in its place.
pub(super) fn draft<'t>(root: Element<'t, '_>) -> Option<Draft<'t>> {
    let mut scope = Scope::default();
    scope.enter(root);
    let name = scope.element(root)?;
    Some(copied(root, name, &mut scope))
}

/// The outermost components that `is_wanted` in a document of another kind, each as it stands.
pub(super) fn within<'t, 'a>(
    root: Element<'t, 'a>,
    is_wanted: &dyn Fn(Name) -> bool,
) -> Vec<(Element<'t, 'a>, Draft<'t>)> {
    let mut found = Vec::new();
    search(root, is_wanted, &mut Scope::default(), &mut found);
    found
}

fn search<'t, 'a>(
    element: Element<'t, 'a>,
    is_wanted: &dyn Fn(Name) -> bool,
    scope: &mut Scope<'t>,
    found: &mut Vec<(Element<'t, 'a>, Draft<'t>)>,
) {
    let before = scope.enter(element);
    match scope.element(element).filter(|name| is_wanted(*name)) {
        Some(name) => found.push((element, copied(element, name, scope))),
        None => {
            for child in element.inner() {
                search(child, is_wanted, scope, found);
            }
        }
    }
    scope.leave(before);
}

/// Copies an element whose own declarations are in force.
fn copied<'t>(element: Element<'t, '_>, name: Name, scope: &mut Scope<'t>) -> Draft<'t> {
    let mut copy = Copy {
        draft: Draft::new(name),
        scope: std::mem::take(scope),
    };
    let node = copy.draft.root();
    copy.attributes(element, node);
    copy.content(element, node);
    *scope = copy.scope;
    copy.draft
}

/// Which vocabulary a prefix means here.
#[derive(Default)]
struct Scope<'t> {
    /// Prefix and position of the vocabulary, [`usize::MAX`] for another one; the last one counts.
    bound: Vec<(&'t str, usize)>,
    buffer: String,
}

impl<'t> Scope<'t> {
    /// Takes the declarations of an element; gives how many were in force before.
    fn enter(&mut self, element: Element<'t, '_>) -> usize {
        let before = self.bound.len();
        if element.has_attributes() {
            for (name, value) in element.declarations() {
                let uri = if value == MATHML_URI {
                    MATHML3_URI
                } else {
                    value
                };
                let known = VOCABULARIES.iter().position(|known| known.uri == uri);
                self.bound.push((name, known.unwrap_or(usize::MAX)));
            }
        }
        before
    }

    fn leave(&mut self, before: usize) {
        self.bound.truncate(before);
    }

    /// The position of the vocabulary of a prefix; a prefix that nobody declared means what it usually does.
    fn vocabulary(&self, prefix: &str) -> Option<usize> {
        let declared = self.bound.iter().rev().find(|(bound, _)| *bound == prefix);
        match declared {
            Some((_, usize::MAX)) => None,
            Some((_, position)) => Some(*position),
            None => VOCABULARIES.iter().position(|known| known.prefix == prefix),
        }
    }

    fn element(&mut self, element: Element<'t, '_>) -> Option<Name> {
        let vocabulary = self.vocabulary(element.prefix())?;
        self.qualify(vocabulary, element.name());
        Name::find(&self.buffer)
    }

    fn attribute(&mut self, name: &str, owner: Name) -> Option<AttrName> {
        let Some((prefix, local)) = name.split_once(':') else {
            return owner.is_mathml().then(|| AttrName::mathml(name)).flatten();
        };
        let vocabulary = self.vocabulary(prefix)?;
        if vocabulary == MATHML {
            return AttrName::mathml(local);
        }
        self.qualify(vocabulary, local);
        AttrName::find(&self.buffer)
    }

    fn qualify(&mut self, vocabulary: usize, local: &str) {
        self.buffer.clear();
        self.buffer.push_str(VOCABULARIES[vocabulary].prefix);
        self.buffer.push(':');
        self.buffer.push_str(local);
    }
}

struct Copy<'t> {
    draft: Draft<'t>,
    scope: Scope<'t>,
}

impl<'t> Copy<'t> {
    fn attributes(&mut self, element: Element<'t, '_>, node: NodeId) {
        if !element.has_attributes() {
            return;
        }
        let owner = self.draft.name(node);
        for name in element.attribute_names() {
            if let Some(known) = self.scope.attribute(name, owner)
                && let Some(value) = element.attribute(name)
            {
                self.draft.attribute(node, known, value);
            }
        }
    }

    fn content(&mut self, element: Element<'t, '_>, node: NodeId) {
        let children = element.children();
        self.pieces(children, node);
    }

    fn pieces(&mut self, children: xml::tree::Children<'t, '_>, node: NodeId) {
        let takes_blanks = self.draft.name(node).content() != ContentKind::Children;
        for child in children {
            self.piece(child, node, takes_blanks);
        }
    }

    fn piece(&mut self, piece: Child<'t, '_>, node: NodeId, takes_blanks: bool) {
        match piece {
            Child::Text(text) if !takes_blanks && text.trim().is_empty() => {}
            Child::Element(child) => self.child(child, node),
            Child::Text(text) => self.draft.text(node, text),
            Child::Instruction(target, data) => self.draft.instruction(node, target, data),
        }
    }

    fn child(&mut self, child: Element<'t, '_>, parent: NodeId) {
        let before = self.scope.enter(child);
        match self.scope.element(child) {
            Some(name) => {
                let node = self.draft.element(parent, name);
                self.attributes(child, node);
                self.content(child, node);
            }
            None if self.draft.name(parent).content() == ContentKind::Mixed => {
                self.unknown(child, parent);
            }
            None => {}
        }
        self.scope.leave(before);
    }

    /// The words of an element that is not known; blanks keep apart those of the elements in it.
    fn unknown(&mut self, element: Element<'t, '_>, parent: NodeId) {
        let apart = element
            .is_structure(|name| matches!(name, "B" | "I" | "U" | "O" | "S" | "Sub" | "Sup"));
        for part in element.flatten() {
            if apart && self.draft.ends_in_word(parent) {
                self.draft.text(parent, " ");
            }
            self.piece(part, parent, true);
        }
        if apart && self.draft.ends_in_word(parent) {
            self.draft.text(parent, " ");
        }
    }
}
