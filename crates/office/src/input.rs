//! Opens whatever a user names and hands over the documents in it.
//!
//! An input is a file, a folder, a ZIP or tar archive, gzip data, any of these packed into one
//! another, or `-` for standard input. What something is, its content tells and never its name.
//! A weekly file of many documents one after the other is cut at each XML declaration, at each document
//! type of SGML and at each first line of a patent in the Green Book, while it is
//! read, so memory holds one document and not the file. UTF-16 is cut in the same way; UTF-32 is
//! refused. Documents that follow one another without XML declarations, JSON and EBCDIC come as one
//! document, of at most [`Limits::document_bytes`]; a larger one is a failure that says so. Nothing
//! is ever unpacked to a folder.
//!
//! A ZIP archive may begin behind other bytes, as a self-extracting one does: its end tells it. In
//! a stream or inside another archive it must begin within the first mebibyte.
//!
//! A problem with one file or entry is an [`Event::Failure`], and the walk goes on behind it.
//! Documents cut before the problem were handed over already; the one it struck is not.

use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;

mod archive;
mod event;
mod folder;
mod guard;
mod limits;
mod node;
mod place;
mod problem;
mod siblings;
mod sniff;
mod source;
mod split;
mod walk;

pub use self::event::{Content, Document, Event, OwnedDocument, Tally};
pub use self::limits::{Limits, NAMES as LIMIT_NAMES};
pub use self::place::Place;
pub use self::problem::{Cause, Problem};
pub use self::siblings::Siblings;
pub use self::split::{Gap, Part, Piece, Splitter};

use self::node::{Node, Origin};
use self::siblings::Unreachable;
use self::walk::Walk;

/// Whether the walk goes on: a visitor returns `Break` to end it.
pub type Flow = ControlFlow<()>;

/// Goes on.
const GO_ON: Flow = ControlFlow::Continue(());

/// Hands over all documents in the inputs, in order; `-` reads standard input.
///
/// Files below a folder come sorted by name, entries in the archive's order. A file that the user
/// names directly is handed over even if it is not XML, so that the caller can say what it is.
pub fn walk<P: AsRef<Path>>(
    inputs: &[P],
    limits: &Limits,
    visitor: impl FnMut(Event<'_>) -> Flow,
) -> Tally {
    walk_with(inputs, &mut io::stdin(), limits, visitor)
}

/// Does the same as [`walk`], but hands over long sequence listings in parts, as [`Event::Part`].
///
/// Each part but the last ends behind the end tag of a sequence. A failure within a listing ends its parts.
pub fn walk_in_parts<P: AsRef<Path>>(
    inputs: &[P],
    limits: &Limits,
    mut visitor: impl FnMut(Event<'_>) -> Flow,
) -> Tally {
    let inputs: Vec<&Path> = inputs.iter().map(AsRef::as_ref).collect();
    let walk = Walk::new(limits, &mut visitor).in_parts();
    walk.run(&inputs, &mut io::stdin())
}

/// Does the same as [`walk`] with another stream in place of standard input.
pub fn walk_with<P: AsRef<Path>>(
    inputs: &[P],
    stream: &mut dyn Read,
    limits: &Limits,
    mut visitor: impl FnMut(Event<'_>) -> Flow,
) -> Tally {
    let inputs: Vec<&Path> = inputs.iter().map(AsRef::as_ref).collect();
    Walk::new(limits, &mut visitor).run(&inputs, stream)
}
