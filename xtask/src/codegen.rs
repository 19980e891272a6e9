//! Writes the tables of the ST.96 V6_0 schemas that `formats::component::schema` is made of.
//!
//! The schema documents are read once, resolved to flat models (groups, extensions and substitution
//! groups are gone), and written as static arrays in a form of our own.

mod model;
mod resolve;
mod shape;
mod simple;
mod tables;
mod write;
mod xsd;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail, ensure};

/// A vocabulary of the schemas and the documents that declare it; the first declaration counts.
pub(crate) struct Vocabulary {
    pub(crate) prefix: &'static str,
    pub(crate) files: &'static [&'static str],
    /// The list of names that the result is compared with.
    pub(crate) facts: Option<&'static str>,
    /// Whether attributes are written without a prefix.
    pub(crate) plain_attributes: bool,
}

/// The vocabularies in the order of their tables; a new one is added here.
const VOCABULARIES: &[Vocabulary] = &[
    Vocabulary {
        prefix: "com",
        files: &["Common_V6_0.xsd"],
        facts: Some("com.txt"),
        plain_attributes: false,
    },
    Vocabulary {
        prefix: "pat",
        files: &[
            "Patent_V6_0.xsd",
            "PatentPublication_V6_0.xsd",
            "BibliographicData_V6_0.xsd",
            "ApplicationBody_V6_0.xsd",
            "ExaminationReport_V6_0.xsd",
            "PatentLegalStatusData_V6_0.xsd",
            "SPCBibliographicData_V6_0.xsd",
            "SearchReport_V6_0.xsd",
        ],
        facts: Some("pat.txt"),
        plain_attributes: false,
    },
    Vocabulary {
        prefix: "tbl",
        files: &["OASISTable_V1_0.xsd"],
        facts: None,
        plain_attributes: false,
    },
    Vocabulary {
        prefix: "mathml",
        files: &["FlattenedMathML3.xsd"],
        facts: None,
        plain_attributes: true,
    },
    Vocabulary {
        prefix: "tmk",
        files: &[
            "Trademark_V6_0.xsd",
            "TrademarkApplication_V6_0.xsd",
            "TrademarkTransaction_V6_0.xsd",
            "MadridIBToOfficeTransaction_V6_0.xsd",
            "MadridOfficeToIBTransaction_V6_0.xsd",
        ],
        facts: Some("tmk.txt"),
        plain_attributes: false,
    },
    Vocabulary {
        prefix: "dgn",
        files: &[
            "Design_V6_0.xsd",
            "DesignApplication_V6_0.xsd",
            "DesignApplicationBag_V6_0.xsd",
            "DesignTransaction_V6_0.xsd",
            "HagueIBToOfficeTransaction_V6_0.xsd",
            "HagueOfficeToIBTransaction_V6_0.xsd",
        ],
        facts: Some("dgn.txt"),
        plain_attributes: false,
    },
    Vocabulary {
        prefix: "gin",
        files: &[
            "GeographicalIndication_V6_0.xsd",
            "GIApplication_V6_0.xsd",
            "GITransaction_V6_0.xsd",
        ],
        facts: Some("gin.txt"),
        plain_attributes: false,
    },
    Vocabulary {
        prefix: "cpy",
        files: &["Copyright_V6_0.xsd", "CopyrightOrphanWork_V6_0.xsd"],
        facts: Some("cpy.txt"),
        plain_attributes: false,
    },
];

const SCHEMAS: &str = "data/st96-xsd/ShawnXiha+PatentStandardization/ST96XMLSchema_V6_0_Flattened";
const FACTS: &str = "standards/st96_v6_model";
const TARGET: &str = "crates/formats/src/component/schema";
const SHAPES: &str = "crates/formats/src/st97/shapes.rs";

/// Writes the generated files below `root` from the material in `shared`, or only checks that they are fresh.
pub fn run(root: &Path, shared: &Path, check: bool) -> anyhow::Result<()> {
    let documents = xsd::load(&shared.join(SCHEMAS), VOCABULARIES)?;
    let schemas = xsd::Schemas::new(&documents, VOCABULARIES)?;
    let resolved = resolve::resolve(&schemas)?;
    compare_with_facts(&shared.join(FACTS), &schemas, &resolved)?;
    let tables = write::tables(&resolved, VOCABULARIES)?;
    for (file, text) in write::files(&schemas, &tables, VOCABULARIES)? {
        keep(&root.join(TARGET).join(file), &text, check)?;
    }
    keep(&root.join(SHAPES), &shape::file(&schemas, &tables)?, check)?;
    Ok(())
}

/// Writes a file if its text changed; with `check`, a changed text is an error.
fn keep(path: &Path, text: &str, check: bool) -> anyhow::Result<()> {
    let present = fs::read_to_string(path).unwrap_or_default();
    if present == text {
        return Ok(());
    }
    if check {
        bail!(
            "{} is not fresh; run `cargo xtask codegen` and commit the result",
            path.display()
        );
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

/// Compares the schemas with the lists of elements and enumerated values that were drawn from them.
fn compare_with_facts(
    folder: &Path,
    schemas: &xsd::Schemas<'_>,
    resolved: &resolve::Resolved,
) -> anyhow::Result<()> {
    let read = |file: &str| {
        let path = folder.join(file);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    for vocabulary in VOCABULARIES {
        let Some(file) = vocabulary.facts else {
            continue;
        };
        let text = read(file)?;
        let elements = text.split("\n## ").next().unwrap_or_default();
        let elements = text.split("\n## ").nth(1).unwrap_or(elements);
        let listed: BTreeSet<&str> = elements
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(" :").map(|(name, _)| name))
            .collect();
        let found: BTreeSet<&str> = resolved
            .elements
            .keys()
            .map(String::as_str)
            .filter(|name| name.split(':').next() == Some(vocabulary.prefix))
            .collect();
        let missing: Vec<_> = listed.difference(&found).collect();
        ensure!(
            missing.is_empty(),
            "{file} lists elements that no schema declares: {missing:?}"
        );
        let unlisted: Vec<_> = found.difference(&listed).collect();
        ensure!(
            unlisted.is_empty(),
            "{file} does not list declared elements: {unlisted:?}"
        );
    }
    let prefixes: Vec<_> = VOCABULARIES.iter().filter(|v| v.facts.is_some()).collect();
    for line in read("enumerations.tsv")?.lines().skip(1) {
        let Some((name, value)) = line.split_once('\t') else {
            continue;
        };
        if prefixes
            .iter()
            .any(|v| name.split(':').next() == Some(v.prefix))
        {
            let values = simple::named(schemas, name)?.values();
            ensure!(
                values.iter().any(|known| known == value.trim()),
                "enumerations.tsv gives {name} a value that its schema has not: {value}"
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    /// Set `UPDATE_EXPECT` to write the files instead.
    #[test]
    fn generated_files_are_fresh() {
        let root = crate::workspace_root();
        let shared = std::env::var_os("CHANCERY_SHARED")
            .map_or_else(|| root.join("../shared"), std::path::PathBuf::from);
        if !shared.join(super::SCHEMAS).is_dir() {
            println!("skipped: no shared data");
            return;
        }
        let check = std::env::var_os("UPDATE_EXPECT").is_none();
        super::run(&root, &shared, check).unwrap();
    }
}
