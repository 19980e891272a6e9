//! One sequence with its features.

use super::general;
use super::sheet::Sheet;
use model::sequence::{Feature, Qualifier};
use model::{Sequence, Severity};

/// Writes `SequenceData`; `index` counts the sequences from 0.
pub(super) fn sequence(sheet: &mut Sheet<'_>, sequence: &Sequence, index: usize) {
    let counted = (index + 1).to_string();
    let number = match &sequence.number {
        Some(number) => number.text.trim(),
        None => {
            let message = format!("the sequence at place {counted} has no number; it was counted");
            sheet.say(
                "st26/filled-in",
                Severity::Warning,
                message,
                "number the sequences",
            );
            &counted
        }
    };
    let place = || format!("sequence {number}");
    let residues = sequence.residues();
    let length = if sequence.is_skipped() || sequence.residues.is_none() {
        String::new()
    } else {
        residues.chars().count().to_string()
    };
    sheet.open("SequenceData", Some(("sequenceIDNumber", number)));
    sheet.open("INSDSeq", None);
    sheet.demanded("INSDSeq_length", sequence.length.as_ref(), &length, &place);
    sheet.demanded("INSDSeq_moltype", sequence.molecule.as_ref(), "", &place);
    let division = if sequence.is_skipped() { "" } else { "PAT" };
    sheet.demanded(
        "INSDSeq_division",
        sequence.division.as_ref(),
        division,
        &place,
    );
    other_ids(sheet, sequence);
    let features = sequence.features.as_deref().unwrap_or(&[]);
    if !features.is_empty() {
        sheet.open("INSDSeq_feature-table", None);
        for one in features {
            feature(sheet, one, &place);
        }
        sheet.close("INSDSeq_feature-table");
    }
    if let Some(written) = &sequence.residues {
        if residues.len() != written.text.trim().len() {
            let message = format!("{}: blanks between the residues were left out", place());
            sheet.say(
                "st26/blanks",
                Severity::Info,
                message,
                "nothing need be done",
            );
        }
        sheet.leaf("INSDSeq_sequence", None, &residues);
    } else {
        sheet.demanded("INSDSeq_sequence", None, "", &place);
    }
    sheet.close("INSDSeq");
    sheet.close("SequenceData");
    for statement in &sequence.statements {
        general::statement(sheet, statement);
    }
    for attribute in &sequence.attributes {
        sheet.no_place(
            &format!("the attribute {}", attribute.name),
            &attribute.value,
        );
    }
}

fn other_ids(sheet: &mut Sheet<'_>, sequence: &Sequence) {
    let Some(ids) = &sequence.other_ids else {
        return;
    };
    if ids.is_empty() {
        sheet.leaf("INSDSeq_other-seqids", None, "");
        return;
    }
    sheet.open("INSDSeq_other-seqids", None);
    sheet.written("INSDSeqid", ids.first());
    sheet.close("INSDSeq_other-seqids");
    for other in ids.iter().skip(1) {
        sheet.no_place("a further identifier of a sequence", &other.text);
    }
}

fn feature(sheet: &mut Sheet<'_>, feature: &Feature, sequence: &dyn Fn() -> String) {
    let place = || format!("a feature of {}", sequence());
    sheet.open("INSDFeature", None);
    sheet.demanded("INSDFeature_key", feature.key.as_ref(), "", &place);
    sheet.demanded(
        "INSDFeature_location",
        feature.location.as_ref(),
        "",
        &place,
    );
    let qualifiers = feature.qualifiers.as_deref().unwrap_or(&[]);
    if !qualifiers.is_empty() {
        sheet.open("INSDFeature_quals", None);
        for one in qualifiers {
            qualifier(sheet, one, &place);
        }
        sheet.close("INSDFeature_quals");
    }
    sheet.close("INSDFeature");
}

fn qualifier(sheet: &mut Sheet<'_>, qualifier: &Qualifier, feature: &dyn Fn() -> String) {
    let place = || format!("a qualifier of {}", feature());
    let id = qualifier.id.as_deref().filter(|id| {
        let fits = is_name(id) && sheet.ids.insert((*id).to_owned());
        if !fits {
            let message = format!(
                "{} has the identifier {id:?}, which is no name or stands twice; it was left out",
                place()
            );
            sheet.say(
                "st26/identifier",
                Severity::Warning,
                message,
                "give each qualifier an identifier of its own, such as q1",
            );
        }
        fits
    });
    sheet.open("INSDQualifier", id.map(|id| ("id", id)));
    sheet.demanded("INSDQualifier_name", qualifier.name.as_ref(), "", &place);
    sheet.written("INSDQualifier_value", qualifier.value.as_ref());
    sheet.written("NonEnglishQualifier_value", qualifier.foreign.as_ref());
    sheet.close("INSDQualifier");
}

/// Whether a text may be an identifier of XML.
fn is_name(text: &str) -> bool {
    let mut all = text.chars();
    all.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && all.all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}
