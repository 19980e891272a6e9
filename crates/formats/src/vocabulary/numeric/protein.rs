//! Coding sequences and the proteins that the listing holds for them.

use super::{Item, Notes, of};
use model::sequence::{Molecule, Qualifier, Written};
use model::{Sequence, Severity};
use std::collections::BTreeMap;

/// Gives each coding sequence whose translation is a protein of the listing the number of that protein.
pub(super) fn link(sequences: &mut [Sequence], notes: &mut Notes) {
    let mut proteins: BTreeMap<String, String> = BTreeMap::new();
    for one in sequences.iter() {
        if one.molecule() == Some(Molecule::AminoAcid)
            && let (Some(number), Some(residues)) = (&one.number, &one.residues)
        {
            let number = number.text.trim().to_owned();
            proteins.entry(residues.text.to_string()).or_insert(number);
        }
    }
    for one in sequences {
        let number = one.number.as_ref().map(|number| number.text.to_string());
        for feature in one.features.iter_mut().flatten() {
            let Some(translation) = feature.qualifier("translation") else {
                continue;
            };
            let span = translation.span.clone();
            let place = Item {
                code: 400,
                span: span.clone(),
                ..Item::default()
            };
            let place_name = of(number.as_deref().unwrap_or(""));
            let Some(protein) = proteins.get(translation.value()) else {
                let message = format!(
                    "{place_name}: the listing holds no protein with the translation of its coding sequence"
                );
                notes
                    .say("st25/protein", Severity::Warning, &place, message)
                    .hint(
                        "add the protein as a sequence of its own, and protein_id with its number",
                    );
                continue;
            };
            let message =
                format!("{place_name}: sequence {protein} is the translation; protein_id names it");
            notes
                .say("st25/protein", Severity::Info, &place, message)
                .hint("nothing need be done");
            feature.qualifiers.get_or_insert_default().push(Qualifier {
                name: Some(Written::new("protein_id", span.clone())),
                value: Some(Written::new(protein.as_str(), span.clone())),
                span,
                ..Qualifier::default()
            });
        }
    }
}
