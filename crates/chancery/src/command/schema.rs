//! `chancery schema`: the official schema sets that a user keeps.

use crate::arguments::Schema;
use crate::output::{Status, say, say_aside};
use crate::senseless;
use crate::tally::many;
use anyhow::Context;
use office::schemas::Library;
use std::path::PathBuf;

/// Adds a set, or lists them.
pub(crate) fn run(arguments: &Schema) -> anyhow::Result<Status> {
    let library = library()?;
    match arguments {
        Schema::Add { name, source } => {
            senseless::schema_source(source)?;
            let set = library.add(name, source)?;
            let files = many(set.files as u64, "schema file");
            say(&format!("{files} added as {}", set.name));
        }
        Schema::List => {
            let sets = library.list()?;
            if sets.is_empty() {
                say_aside(
                    "there are no schema sets yet; add one with `chancery schema add NAME DIR|ZIP`",
                );
            }
            for set in sets {
                let files = many(set.files as u64, "file");
                say(&format!("{}\t{files}", set.name));
            }
        }
        Schema::Json { component } => {
            let schema = formats::st97::schema::schema(component.as_deref());
            let known = formats::st97::schema::components().join(", ");
            say(&schema.with_context(|| {
                let name = component.as_deref().unwrap_or_default();
                format!("no component of ST.97 is called '{name}'; these are known: {known}")
            })?);
        }
    }
    Ok(Status::Fine)
}

/// The library of this user.
pub(crate) fn library() -> anyhow::Result<Library> {
    let folder = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let home = folder("CHANCERY_HOME")
        .or_else(|| folder("XDG_DATA_HOME").map(|base| base.join("chancery")))
        .or_else(|| folder("HOME").map(|home| home.join(".local/share/chancery")))
        .context("no folder for schema sets is known; set CHANCERY_HOME to one")?;
    Ok(Library::new(home.join("schemas")))
}
