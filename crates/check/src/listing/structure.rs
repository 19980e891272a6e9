//! What the document type definition asks for, as far as a record shows it.
//!
//! Clause: ST.26 39

use super::examined::Examined;
use super::words::{feature_path, qualifier_path};
use crate::rule::Found;
use model::sequence::Written;
use model::{Attribute, SequenceListing, Unmapped};

/// Whether a public identifier is that of a version of the DTD, whatever the case of its letters.
pub(crate) fn is_public_id(id: &str) -> bool {
    version_of_public_id(id).is_some()
}

/// The version that a public identifier names, as the root gives it: `V1_3`.
pub(crate) fn version_of_public_id(id: &str) -> Option<String> {
    let id = id.trim().to_ascii_lowercase();
    let version = id
        .strip_prefix("-//wipo//dtd sequence listing ")
        .and_then(|rest| rest.strip_suffix("//en"))?;
    is_numbers(version, '.').then(|| format!("V{}", version.replace('.', "_")))
}

/// Whether a system identifier is the file of a version of the DTD, with or without its address.
pub(crate) fn is_system_id(id: &str) -> bool {
    version_of_system_id(id).is_some()
}

/// The version that a system identifier names: `V1_3`.
pub(crate) fn version_of_system_id(id: &str) -> Option<&str> {
    let file = id.trim().rsplit(['/', '\\']).next()?;
    let version = file
        .strip_prefix("ST26SequenceListing_")?
        .strip_suffix(".dtd")?;
    is_version(version).then_some(version)
}

/// Whether a text is a version as the root gives it: `V1_3`.
pub(crate) fn is_version(text: &str) -> bool {
    let numbers = text.strip_prefix('V');
    numbers.is_some_and(|numbers| is_numbers(numbers, '_'))
}

fn is_numbers(text: &str, sign: char) -> bool {
    let parts = text.split_once(sign);
    parts.is_some_and(|(major, minor)| {
        crate::form::is_digits(major) && crate::form::is_digits(minor)
    })
}

/// Whether the DTD of a listing has attributes for languages: it does so since `V1_3`.
pub(crate) fn has_languages(listing: &SequenceListing) -> bool {
    let version = super::words::text(listing.dtd_version.as_ref());
    !matches!(version, "V1_0" | "V1_1" | "V1_2")
}

/// What a part is that the reader left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Left {
    /// An element of the DTD.
    KnownElement,
    /// Another element.
    UnknownElement,
    /// An attribute.
    Attribute,
    /// Text between elements.
    Text,
    /// Something that the DTD does not forbid.
    Nothing,
}

/// What a part is that the reader left.
pub(crate) fn left(part: &Unmapped) -> Left {
    let last = part.path.rsplit('/').next().unwrap_or_default();
    if last.starts_with('@') {
        return Left::Attribute;
    }
    if last.ends_with("()") {
        return Left::Nothing;
    }
    if !part.markup.starts_with('<') {
        return Left::Text;
    }
    if ELEMENTS.contains(&last) {
        Left::KnownElement
    } else {
        Left::UnknownElement
    }
}

/// Names of all elements.
const ELEMENTS: [&str; 30] = [
    "ST26SequenceListing",
    "ApplicantFileReference",
    "ApplicationIdentification",
    "EarliestPriorityApplicationIdentification",
    "ApplicantName",
    "ApplicantNameLatin",
    "InventorName",
    "InventorNameLatin",
    "InventionTitle",
    "SequenceTotalQuantity",
    "SequenceData",
    "IPOfficeCode",
    "ApplicationNumberText",
    "FilingDate",
    "INSDSeq",
    "INSDSeq_length",
    "INSDSeq_moltype",
    "INSDSeq_division",
    "INSDSeq_other-seqids",
    "INSDSeq_feature-table",
    "INSDSeq_sequence",
    "INSDSeqid",
    "INSDFeature",
    "INSDFeature_key",
    "INSDFeature_location",
    "INSDFeature_quals",
    "INSDQualifier",
    "INSDQualifier_name",
    "INSDQualifier_value",
    "NonEnglishQualifier_value",
];

/// Attributes of the root that the DTD does not know; those of namespaces and schemas do no harm.
pub(crate) fn strange_attributes(listing: &SequenceListing) -> impl Iterator<Item = &Attribute> {
    const KNOWN: [&str; 7] = [
        "dtdVersion",
        "fileName",
        "softwareName",
        "softwareVersion",
        "productionDate",
        "originalFreeTextLanguageCode",
        "nonEnglishFreeTextLanguageCode",
    ];
    let all = listing.origin.attributes.iter();
    all.filter(|attribute| {
        let name = attribute.name.as_str();
        let is_of_xml = name == "xmlns" || name.contains(':');
        !is_of_xml && !KNOWN.contains(&name)
    })
}

/// Says which elements of applications are missing.
pub(crate) fn missing_in_head(listing: &SequenceListing, found: &mut Found<'_>) {
    for (name, application) in [
        ("ApplicationIdentification", &listing.application),
        (
            "EarliestPriorityApplicationIdentification",
            &listing.earliest_priority,
        ),
    ] {
        let Some(application) = application else {
            continue;
        };
        for element in missing(&[
            ("IPOfficeCode", &application.office),
            ("ApplicationNumberText", &application.number),
        ]) {
            let path = format!("{name}/{element}");
            found.say_within(path, &application.span, "", message(element));
        }
    }
}

/// Says which elements of a sequence are missing, in its features too.
pub(crate) fn missing_in_sequence(sequence: &Examined<'_>, found: &mut Found<'_>) {
    let own = sequence.sequence;
    let elements = [
        ("INSDSeq_length", &own.length),
        ("INSDSeq_moltype", &own.molecule),
        ("INSDSeq_division", &own.division),
        ("INSDSeq_sequence", &own.residues),
    ];
    let absent: Vec<&str> = missing(&elements).collect();
    if absent.len() == elements.len() && own.features.is_none() {
        let path = format!("{}/INSDSeq", sequence.path());
        found.say_within(path, &own.span, "", message("INSDSeq"));
        return;
    }
    for element in absent {
        let path = format!("{}/{element}", sequence.path());
        found.say_within(path, &own.span, "", message(element));
    }
    for (index, feature) in own.features().enumerate() {
        let path = || feature_path(sequence.path(), index + 1, feature);
        for element in missing(&[
            ("INSDFeature_key", &feature.key),
            ("INSDFeature_location", &feature.location),
        ]) {
            let path = format!("{}/{element}", path());
            found.say_within(path, &feature.span, "", message(element));
        }
        for (index, qualifier) in feature.qualifiers().enumerate() {
            if qualifier.name.is_none() {
                let path = qualifier_path(path(), index + 1, qualifier);
                let path = format!("{path}/INSDQualifier_name");
                found.say_within(path, &qualifier.span, "", message("INSDQualifier_name"));
            }
        }
    }
}

fn missing<'a>(parts: &'a [(&'a str, &'a Option<Written>)]) -> impl Iterator<Item = &'a str> + 'a {
    let absent = parts.iter().filter(|(_, part)| part.is_none());
    absent.map(|(name, _)| *name)
}

fn message(element: &str) -> String {
    format!("the element {element} is missing")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_and_versions() {
        assert!(is_public_id("-//WIPO//DTD Sequence Listing 1.3//EN"));
        assert!(is_public_id("-//WIPO//DTD SEQUENCE LISTING 1.3//EN"));
        assert!(!is_public_id("-//WIPO//DTD Sequence Listing//EN"));
        let address = "https://www.wipo.int/standards/dtd/ST26SequenceListing_V1_3.dtd";
        assert_eq!(version_of_system_id(address), Some("V1_3"));
        assert!(!is_system_id("ST26SequenceListing.dtd"));
        assert!(
            is_version("V1_3") && !is_version("1.3") && !is_version("V1") && !is_version("V1_")
        );
    }

    #[test]
    fn parts_that_are_left() {
        let part = |path: &str, markup: &str| {
            left(&Unmapped {
                path: path.into(),
                markup: markup.into(),
                ..Unmapped::default()
            })
        };
        assert_eq!(
            part("a/INSDSeq_length", "<INSDSeq_length>"),
            Left::KnownElement
        );
        assert_eq!(part("a/x", "<x/>"), Left::UnknownElement);
        assert_eq!(part("a/@x", "1"), Left::Attribute);
        assert_eq!(part("a", "words"), Left::Text);
        assert_eq!(part("a/processing-instruction()", "<?x?>"), Left::Nothing);
    }
}
