//! What users can say on the command line.

mod help;
mod value;

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Reads what IP offices really have, and writes valid WIPO ST.96 with nothing lost.
#[derive(Debug, Parser)]
#[command(name = "chancery", version, max_term_width = 100, after_help = help::PROGRAM)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Tell which format each document is in.
    #[command(after_help = help::with_limits(help::SNIFF))]
    Sniff(Sniff),
    /// Convert documents, one file each, with a report that accounts for every word.
    #[command(after_help = help::with_limits(help::CONVERT))]
    Convert(Convert),
    /// Check documents against the rules, and against the official schemas.
    #[command(after_help = help::with_limits(help::CHECK))]
    Check(Check),
    /// Keep official schema sets, to validate documents with.
    #[command(subcommand, after_help = help::SCHEMA)]
    Schema(Schema),
    /// Enrol documents in a register.
    #[command(after_help = help::with_limits(help::INGEST))]
    Ingest(Ingest),
    /// Show one document of a register.
    #[command(after_help = help::SHOW)]
    Show(Show),
    /// Tell what a number means, and write it in all its forms.
    #[command(after_help = help::NUMBER)]
    Number(Number),
    /// Serve the pages and the API of a register.
    #[command(after_help = help::SERVE)]
    Serve(Serve),
}

/// What an input may cost at most.
#[derive(Debug, Args)]
pub(crate) struct Bounds {
    /// Limit that guards against harmful inputs, with its new value; may be given several times [default: see below].
    #[arg(long = "limit", value_name = "NAME=N", value_parser = value::limit)]
    limits: Vec<(String, u64)>,
}

impl Bounds {
    /// The limits with those that were given.
    pub(crate) fn limits(&self) -> office::input::Limits {
        let mut limits = office::input::Limits::default();
        for (name, number) in &self.limits {
            limits.set(name, *number);
        }
        limits
    }
}

#[derive(Debug, Args)]
pub(crate) struct Sniff {
    /// Files, folders, archives, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<String>,
    #[command(flatten)]
    pub(crate) bounds: Bounds,
}

/// A format that can be written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Target {
    /// WIPO ST.96 V6_0 XML.
    St96,
    /// WIPO ST.97 JSON.
    St97,
    /// WIPO ST.36 XML.
    St36,
    /// WIPO ST.26 XML: the sequence listing of a document.
    St26,
    /// The lossless encoding of this program (JSON).
    Native,
    /// Plain text.
    #[value(alias = "txt")]
    Text,
    /// Markdown.
    #[value(alias = "md")]
    Markdown,
    /// A page of its own.
    Html,
}

impl From<Target> for formats::Target {
    fn from(target: Target) -> Self {
        match target {
            Target::St96 => Self::St96,
            Target::St97 => Self::St97,
            Target::St36 => Self::St36,
            Target::St26 => Self::St26,
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
    /// Folder for the files, made when it is not there; each file is called OFFICE-NUMBER-KIND.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// File for the report, one line a document, as JSON [default: no report].
    #[arg(long, value_name = "FILE.jsonl")]
    pub(crate) report: Option<PathBuf>,
    /// End with status 1 if a document has a finding at error level [default: with status 0].
    #[arg(long)]
    pub(crate) strict: bool,
    /// Number of threads that work, 1 to 256 [default: one for each core].
    #[arg(long, value_name = "N", value_parser = value::jobs)]
    pub(crate) jobs: Option<u16>,
    #[command(flatten)]
    pub(crate) bounds: Bounds,
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
    /// File that says how much each rule matters [default: each rule has its own severity].
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
    /// Schema set to validate against too, by the name it was added under [default: rules only].
    #[arg(long, value_name = "NAME")]
    pub(crate) schema: Option<String>,
    /// How findings are written.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Format,
    /// Number of threads that work, 1 to 256 [default: one for each core].
    #[arg(long, value_name = "N", value_parser = value::jobs)]
    pub(crate) jobs: Option<u16>,
    #[command(flatten)]
    pub(crate) bounds: Bounds,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Schema {
    /// Add the .xsd files of a folder or ZIP archive under a name.
    #[command(after_help = help::SCHEMA_ADD)]
    Add {
        /// Name of the set: letters, digits, '-', '_' and '.'.
        name: String,
        /// Folder or ZIP archive that holds it.
        #[arg(value_name = "DIR|ZIP")]
        source: PathBuf,
    },
    /// List the sets that were added.
    #[command(after_help = help::SCHEMA_LIST)]
    List,
    /// Print the JSON Schema of ST.97 documents, of one component or of all.
    #[command(after_help = help::SCHEMA_JSON)]
    Json {
        /// Component, as the one property of a document names it, such as patentPublication.
        component: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Ingest {
    /// Files, folders, archives, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<String>,
    /// Data folder of the register; it is made when it is not there.
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
    /// File that says how much each rule matters [default: each rule has its own severity].
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
    /// Number of threads that work, 1 to 256 [default: one for each core].
    #[arg(long, value_name = "N", value_parser = value::jobs)]
    pub(crate) jobs: Option<u16>,
    #[command(flatten)]
    pub(crate) bounds: Bounds,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// Number of the document, such as US-7272630-B2; any form that means just one will do.
    #[arg(value_name = "DOCUMENT", value_parser = value::document)]
    pub(crate) document: String,
    /// Data folder of the register, as `ingest` made it.
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
    #[value(alias = "txt")]
    Text,
    /// Markdown.
    #[value(alias = "md")]
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
pub(crate) struct Number {
    /// Numbers in any form, or - for lines of standard input.
    #[arg(required = true, value_name = "TEXT")]
    pub(crate) texts: Vec<String>,
    /// Office that the numbers are of, as its ST.3 code [default: what the text says].
    #[arg(long, value_name = "XX", value_parser = value::office)]
    pub(crate) office: Option<String>,
    /// What the numbers are of [default: what the text says].
    #[arg(long = "of", value_name = "WHAT")]
    pub(crate) what: Option<What>,
    /// Write one JSON object for each text, one line each [default: a table].
    #[arg(long)]
    pub(crate) json: bool,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum What {
    /// Documents that were published.
    Publication,
    /// Applications that were filed.
    Application,
}

impl From<What> for model::number::What {
    fn from(what: What) -> Self {
        match what {
            What::Publication => Self::Publication,
            What::Application => Self::Application,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Data folder of the register, as `ingest` made it.
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
    /// Address and port to listen on; port 0 takes one that is free.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8097", value_parser = value::address)]
    pub(crate) listen: std::net::SocketAddr,
}
