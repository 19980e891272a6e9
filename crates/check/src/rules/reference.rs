//! Rules about references within the document.

pub(crate) mod claim_missing;
pub(crate) mod duplicate_id;
pub(crate) mod figure_missing;
pub(crate) mod target_missing;
pub(crate) mod without_target;
pub(crate) mod wrong_kind;

use crate::Context;
use crate::rule::Found;
use model::ReferenceKind;

/// Reports references of one kind whose targets do not exist.
fn missing(context: &Context<'_>, kind: ReferenceKind, found: &mut Found<'_>) {
    let mut there = "";
    let links = context.links().iter();
    for link in links.filter(|link| link.reference.kind == kind) {
        for target in link.reference.targets.split_whitespace() {
            if target == there || context.has_id(target) {
                there = target;
                continue;
            }
            found.say(
                link.place,
                &model::text::plain(&link.reference.content),
                format!("the reference leads to {target}, which does not exist"),
            );
        }
    }
}
