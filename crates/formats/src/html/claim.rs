//! Claims as a tree that folds.

use super::Html;
use crate::prose::dependence_note;
use crate::view::{self, Dependence};
use model::{Claim, ClaimSet, Inline};

/// Depth from which dependent claims stand beside each other: a page cannot be indented for ever.
const DEEPEST: usize = 6;

impl Html<'_> {
    /// Writes a set of claims in its language, or else in `language`.
    pub(super) fn claims(&mut self, set: &ClaimSet, language: &str) {
        let ClaimSet {
            name: _,
            id,
            language: own,
            attributes,
            statement,
            blocks,
            claims,
        } = set;
        self.raw("<div class=\"reading claims\"");
        self.anchor(id);
        self.language(if own.is_empty() { language } else { own });
        self.raw(">\n");
        self.attributes(attributes);
        if !statement.is_empty() {
            self.loose(statement);
            self.raw("\n");
        }
        self.blocks(blocks, self.options.heading + 1);
        let dependences = view::dependences(set);
        let shown = shown_parents(&dependences);
        let mut children = vec![Vec::new(); claims.len()];
        let mut roots = Vec::new();
        for (index, dependence) in dependences.iter().enumerate() {
            match shown[index] {
                Some(parent) => children[parent].push(index),
                None => roots.push(index),
            }
            debug_assert!(dependence.parent.is_none_or(|parent| parent < index));
        }
        let tree = Tree {
            set,
            dependences: &dependences,
            shown: &shown,
            children: &children,
        };
        self.claim_list(&roots, &tree);
        self.raw("</div>\n");
    }

    fn claim_list(&mut self, indexes: &[usize], tree: &Tree<'_>) {
        if indexes.is_empty() {
            return;
        }
        self.raw("<ol class=\"claims\">\n");
        for index in indexes {
            self.claim(*index, tree);
        }
        self.raw("</ol>\n");
    }

    fn claim(&mut self, index: usize, tree: &Tree<'_>) {
        let Claim {
            id,
            number,
            kind,
            status,
            content: _,
        } = &tree.set.claims[index];
        let dependence = &tree.dependences[index];
        let class = if dependence.on.is_empty() {
            "claim independent"
        } else {
            "claim"
        };
        self.open("li", class, id);
        let shown = view::claim_number(number);
        self.raw("<span class=\"number\">");
        self.text(&shown);
        self.raw(".</span> <div class=\"words\">");
        self.claim_words(&view::claim_words(&tree.set.claims[index]));
        // The claim under which it stands is told by its place.
        let only = dependence.only();
        let told = only.is_some() && tree.shown[index] == only;
        let note = if told {
            String::new()
        } else {
            dependence_note(tree.set, dependence)
        };
        if [&*note, kind, status].iter().any(|said| !said.is_empty()) {
            self.raw(" <small class=\"notes\" lang=\"en\" dir=\"ltr\">");
            self.text(&note);
            self.raw(" ");
            self.text(kind);
            self.raw(" ");
            self.text(status);
            self.raw("</small>");
        }
        self.raw("</div>\n");
        let children = &tree.children[index];
        if !children.is_empty() {
            let count = children.len();
            let claims = if count == 1 {
                "claim depends"
            } else {
                "claims depend"
            };
            self.raw(&format!(
                "<details open><summary lang=\"en\" dir=\"ltr\">{count} {claims} on claim "
            ));
            self.text(&shown);
            self.raw("</summary>\n");
            self.claim_list(children, tree);
            self.raw("</details>");
        }
        self.raw("</li>\n");
    }

    /// Writes the words of a claim; the part which is the whole claim is no step of the tree.
    fn claim_words(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Part(part) => {
                    self.open("div", "", &part.id);
                    self.inlines(&part.content);
                    self.close("div");
                }
                other => self.inlines(std::slice::from_ref(other)),
            }
        }
    }
}

struct Tree<'a> {
    set: &'a ClaimSet,
    dependences: &'a [Dependence],
    shown: &'a [Option<usize>],
    children: &'a [Vec<usize>],
}

/// The claims under which claims are shown: the parent of each, or the ancestor at the greatest depth that is shown.
fn shown_parents(dependences: &[Dependence]) -> Vec<Option<usize>> {
    let mut out: Vec<Option<usize>> = Vec::with_capacity(dependences.len());
    for dependence in dependences {
        let parent = dependence.parent;
        let is_deep = |parent: &usize| dependences[*parent].depth >= DEEPEST;
        out.push(match parent.filter(is_deep) {
            // A parent stands before its children.
            Some(parent) => out[parent],
            None => parent,
        });
    }
    out
}
