#![doc = include_str!("../README.md")]

mod act;
mod batch;
mod digest;
mod documents;
mod error;
mod fault;
mod lock;
mod open;
mod pack;
mod read;
mod schema;

pub use act::{Act, ActKind, Attached, Attachment, Enrolled, Enrolment, Label, Origin};
pub use batch::Batch;
pub use digest::{Digest, ParseDigestError};
pub use error::Error;
pub use fault::{Fault, Hook, Step};
pub use lock::Lock;
pub use open::{Clock, Options, Store};
pub use read::{Counts, Document, Entry, Input, Page};

/// The result of a store operation.
pub type Result<T, E = Error> = std::result::Result<T, E>;
