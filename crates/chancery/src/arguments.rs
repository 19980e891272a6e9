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
    /// Check documents against the rules, and against the official schemas.
    #[command(
        after_help = "Example: chancery check converted --schema st96 --format sarif > report.sarif"
    )]
    Check(Check),
    /// Keep official schema sets, to validate documents with.
    #[command(subcommand)]
    Schema(Schema),
    /// Enrol documents in a register.
    #[command(after_help = "Example: chancery ingest ipg250107.zip --data register")]
    Ingest(Ingest),
    /// Show one document of a register.
    #[command(after_help = "Example: chancery show US-7272630-B2 --data register --as markdown")]
    Show(Show),
    /// Serve the pages and the API of a register.
    #[command(after_help = "Example: chancery serve --data register
The address is printed on a line of its own once clients can connect. Ctrl-C ends it.
Documents may be enrolled while it runs.")]
    Serve(Serve),
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

/// How findings are written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
    /// SARIF 2.1.0, for tools.
    Sarif,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Files, folders, archives, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<String>,
    /// Profile that sets how much each rule matters.
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
    /// Schema set to validate against, by the name it was added under.
    #[arg(long, value_name = "NAME")]
    pub(crate) schema: Option<String>,
    /// How findings are written.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Format,
    /// Threads that work; by default as many as there are cores.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Schema {
    /// Add the .xsd files of a folder or ZIP archive under a name.
    #[command(
        after_help = "Example: chancery schema add st96 ST96XMLSchema_V6_0_Flattened

Schema sets are kept in $CHANCERY_HOME/schemas, or else in $XDG_DATA_HOME/chancery/schemas or
~/.local/share/chancery/schemas."
    )]
    Add {
        /// Name of the set.
        name: String,
        /// Folder or ZIP archive that holds it.
        #[arg(value_name = "DIR|ZIP")]
        source: PathBuf,
    },
    /// List the sets that were added.
    #[command(after_help = "Example: chancery schema list")]
    List,
}

#[derive(Debug, Args)]
pub(crate) struct Ingest {
    /// Files, folders, archives, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<String>,
    /// Data folder of the register; it is made when it is not there.
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
    /// Profile that sets how much each rule matters.
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
    /// Threads that work; by default as many as there are cores.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// Number of the document, in any form that means just one.
    #[arg(value_name = "DOCUMENT")]
    pub(crate) document: String,
    /// Folder of the register.
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
    /// Form in which it is shown.
    #[arg(long = "as", value_name = "FORM", default_value = "text")]
    pub(crate) form: Form,
}

/// A form in which a document can be shown.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Form {
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
    /// The bytes that were received.
    Source,
}

impl From<Form> for office::register::Form {
    fn from(form: Form) -> Self {
        match form {
            Form::St96 => Self::St96,
            Form::Native => Self::Native,
            Form::Text => Self::Text,
            Form::Markdown => Self::Markdown,
            Form::Html => Self::Html,
            Form::Source => Self::Source,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Folder of the register.
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
    /// Address and port to listen on; port 0 takes one that is free.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8097")]
    pub(crate) listen: std::net::SocketAddr,
}
