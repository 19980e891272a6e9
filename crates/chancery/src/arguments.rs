//! What users can say on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Reads what IP offices really have, and writes valid WIPO ST.96 with nothing lost.
#[derive(Debug, Parser)]
#[command(name = "chancery", version, max_term_width = 100)]
#[command(
    after_help = "INPUT is a file, a folder, a ZIP or tar archive (nested too), a .gz file, or - for standard input.
What a file is, its content tells, never its name.

Exit status: 0 all fine; 1 findings at error level (with --strict, or of check); 2 some document could not be
read; 3 the command line makes no sense."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Tell which format each document is in.
    #[command(after_help = "Example: chancery sniff ipg250107.zip")]
    Sniff(Sniff),
    /// Convert documents, one file each, with a report that accounts for every word.
    #[command(
        after_help = "Example: chancery convert ipg250107.zip --to st96 --out converted --report report.jsonl"
    )]
    Convert(Convert),
}

#[derive(Debug, Args)]
pub(crate) struct Sniff {
    /// Files, folders, archives, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<String>,
}

/// A format that can be written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Target {
    /// WIPO ST.96 V6_0 XML.
    St96,
    /// The lossless encoding of this program (JSON).
    Native,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A page of its own.
    Html,
}

impl From<Target> for formats::Target {
    fn from(target: Target) -> Self {
        match target {
            Target::St96 => Self::St96,
            Target::Native => Self::Native,
            Target::Text => Self::Text,
            Target::Markdown => Self::Markdown,
            Target::Html => Self::Html,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Convert {
    /// Files, folders, archives, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<String>,
    /// Format to write.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) to: Target,
    /// Folder for the files; each is called OFFICE-NUMBER-KIND.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// File for the report: one line a document, as JSON.
    #[arg(long, value_name = "FILE.jsonl")]
    pub(crate) report: Option<PathBuf>,
    /// End with status 1 if a document has a finding at error level.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Threads that work; by default as many as there are cores.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,
}
