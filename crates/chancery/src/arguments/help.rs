//! What stands below the options in the help of each command.
//!
//! A paragraph is one line here: it is broken where the terminal ends. Every example runs in a checkout.

/// Of the program.
pub(super) const PROGRAM: &str = "\
INPUT is a file, a folder, a ZIP or tar archive (nested too), a .gz file, or - for standard input. What a file is, its \
content tells, never its name.

Example: chancery convert corpus/us --to st96 --out converted

Each command has a help of its own: chancery help convert

Exit status: 0 all fine; 1 findings at error level (of check, or of convert --strict); 2 some document could not be \
read, none was found, or the work could not be finished; 3 the command line makes no sense.";

/// The help of a command that takes limits, with what they are.
pub(super) fn with_limits(help: &str) -> String {
    let mut out = format!("{help}\n\nLimits:");
    let defaults = office::input::Limits::default();
    for (name, what) in office::input::LIMIT_NAMES {
        let value = defaults
            .get(name)
            .map_or_else(|| "none".to_owned(), |value| value.to_string());
        out.push_str(&format!("\n  {name:<15} {what} [default: {value}]"));
    }
    out
}

/// Of `sniff`.
pub(super) const SNIFF: &str = "\
Example: chancery sniff corpus/us

One line a document: place, format, version, root element. A document that is not known is told by what it looks like.";

/// Of `convert`.
pub(super) const CONVERT: &str = "\
Example: chancery convert corpus/us --to st96 --out out --report report.jsonl
Example: chancery convert corpus/us/older --to st97 --out json

Read are, told by their content: US grants and applications since 1976 (greenbook, patdoc, pap, redbook) and parts of \
file wrappers (xml4ip); EP full text (epfull); DOCDB; gazettes of Japan (jpo) and documents of China (cnipa); ST.36 of \
any office, with WO, ES, DE and MAREC (st36); answers of the EPO's Open Patent Services (ops), of the US Open Data \
Portal and PEDS (odp) and of DPMAregister (dpma); ST.96 and ST.97 of patents; sequence listings of ST.26 and ST.25; \
and native.

A document that cannot be read stops nothing: it is a line of the report, and the status is 2.";

/// Of `check`.
pub(super) const CHECK: &str = r#"Example: chancery check corpus/us/weekly/ipg990106.xml
Example: chancery check corpus/ep --format sarif > findings.sarif

A profile is a text file (TOML) such as this:

  name = "our office"

  [severity]
  "claims/*" = "error"
  "part/abstract-text" = "off"

On the left stands a rule, a group of rules (claims/*) or all (*), in quotes; the closer one counts. On the right stands error, warning, info or off. docs/rules.md lists the rules, docs/profiles.md says more.

Schema sets are added with `chancery schema add`. The status is 1 when a finding is at error level."#;

/// Of `schema`.
pub(super) const SCHEMA: &str = "\
Example: chancery schema list

Nothing is ever fetched: a set is what you add.";

/// Of `schema add`.
pub(super) const SCHEMA_ADD: &str = "\
Example: chancery schema add st96 ST96XMLSchema_V6_0_Flattened

Schema sets are kept in $CHANCERY_HOME/schemas, or else in $XDG_DATA_HOME/chancery/schemas or \
~/.local/share/chancery/schemas. A set of the same name is replaced.";

/// Of `schema list`.
pub(super) const SCHEMA_LIST: &str = "Example: chancery schema list";

/// Of `schema json`.
pub(super) const SCHEMA_JSON: &str = "\
Example: chancery schema json patentPublication > patentPublication.schema.json

The schema is JSON Schema, draft 2020-12, made from the same tables as the writer of ST.97. What chancery writes as \
ST.97 is valid by it; it takes no properties that ST.96 V6_0 does not know.";

/// Of `ingest`.
pub(super) const INGEST: &str = "\
Example: chancery ingest corpus --data register

The same document enrols nothing twice, so a command that was broken off may be given again. A profile is explained by \
`chancery check --help`.";

/// Of `show`.
pub(super) const SHOW: &str = "Example: chancery show US-99000004-B2 --data register --as markdown";

/// Of `number`.
pub(super) const NUMBER: &str = "\
Example: chancery number US-RE046653 \"EP 99403122.7\" 特開平11-123456
Example: chancery number 2007-087468 --office US
Example: chancery number --json - < numbers.txt

A text that may mean several things is given in all readings, the likeliest first, each with why. Two texts mean the \
same number when they have the same key. Forms that cannot be made, such as DOCDB of an application whose year is not \
known, are left out. docs/numbers.md lists offices, eras and forms, and says which were verified.

The status is 2 when a text is no number that is known; it is still given, as it stands.";

/// Of `serve`.
pub(super) const SERVE: &str = "\
Example: chancery serve --data register

The address is printed on a line of its own once clients can connect. Ctrl-C ends it. Documents may be enrolled while it \
runs.";
