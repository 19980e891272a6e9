//! Feature keys of older listings and what they are in ST.26.
//!
//! The keys that ST.26 knows are read in a stored table of 2017; what the others become is recalled from the history
//! of the feature table of the sequence databases and not checked against the text of Annex VII, so each change is a
//! finding.
//!
//! Clause: ST.26 Annex VII

/// What a key becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Modern {
    /// The key in ST.26.
    pub(super) key: &'static str,
    /// A qualifier that says what the old key said; the value is empty when the free text is it.
    pub(super) qualifier: Option<(&'static str, &'static str)>,
}

/// Keys of nucleic acids in ST.26.
const NUCLEIC: &[&str] = &[
    "C_region",
    "CDS",
    "centromere",
    "D-loop",
    "D_segment",
    "exon",
    "gene",
    "iDNA",
    "intron",
    "J_segment",
    "mat_peptide",
    "misc_binding",
    "misc_difference",
    "misc_feature",
    "misc_recomb",
    "misc_RNA",
    "misc_structure",
    "mobile_element",
    "modified_base",
    "mRNA",
    "ncRNA",
    "N_region",
    "operon",
    "oriT",
    "polyA_site",
    "precursor_RNA",
    "prim_transcript",
    "primer_bind",
    "propeptide",
    "protein_bind",
    "regulatory",
    "repeat_region",
    "rep_origin",
    "rRNA",
    "S_region",
    "sig_peptide",
    "source",
    "stem_loop",
    "STS",
    "telomere",
    "tmRNA",
    "transit_peptide",
    "tRNA",
    "unsure",
    "V_region",
    "V_segment",
    "variation",
    "3'UTR",
    "5'UTR",
];

/// Keys of amino acids in ST.26.
const AMINO: &[&str] = &[
    "ACT_SITE", "BINDING", "CA_BIND", "CARBOHYD", "CHAIN", "COILED", "COMPBIAS", "CONFLICT",
    "CROSSLNK", "DISULFID", "DNA_BIND", "DOMAIN", "HELIX", "INIT_MET", "INTRAMEM", "LIPID",
    "METAL", "MOD_RES", "MOTIF", "MUTAGEN", "NON_STD", "NON_TER", "NP_BIND", "PEPTIDE", "PROPEP",
    "REGION", "REPEAT", "SIGNAL", "SITE", "source", "STRAND", "TOPO_DOM", "TRANSMEM", "TRANSIT",
    "TURN", "UNSURE", "VARIANT", "VAR_SEQ", "ZN_FING",
];

/// Old keys of nucleic acids: key, qualifier, its value. [R] all of them.
const OLD_NUCLEIC: &[(&str, &str, &str, &str)] = &[
    ("attenuator", "regulatory", "regulatory_class", "attenuator"),
    (
        "CAAT_signal",
        "regulatory",
        "regulatory_class",
        "CAAT_signal",
    ),
    ("enhancer", "regulatory", "regulatory_class", "enhancer"),
    ("GC_signal", "regulatory", "regulatory_class", "GC_signal"),
    (
        "-35_signal",
        "regulatory",
        "regulatory_class",
        "minus_35_signal",
    ),
    (
        "-10_signal",
        "regulatory",
        "regulatory_class",
        "minus_10_signal",
    ),
    ("misc_signal", "regulatory", "regulatory_class", "other"),
    (
        "polyA_signal",
        "regulatory",
        "regulatory_class",
        "polyA_signal_sequence",
    ),
    ("promoter", "regulatory", "regulatory_class", "promoter"),
    (
        "RBS",
        "regulatory",
        "regulatory_class",
        "ribosome_binding_site",
    ),
    ("TATA_signal", "regulatory", "regulatory_class", "TATA_box"),
    ("terminator", "regulatory", "regulatory_class", "terminator"),
    ("LTR", "repeat_region", "rpt_type", "long_terminal_repeat"),
    ("repeat_unit", "repeat_region", "", ""),
    ("satellite", "repeat_region", "satellite", "satellite"),
    (
        "transposon",
        "mobile_element",
        "mobile_element_type",
        "transposon",
    ),
    ("scRNA", "ncRNA", "ncRNA_class", "scRNA"),
    ("snRNA", "ncRNA", "ncRNA_class", "snRNA"),
    ("snoRNA", "ncRNA", "ncRNA_class", "snoRNA"),
    ("allele", "variation", "", ""),
    ("mutation", "variation", "", ""),
    ("conflict", "misc_difference", "", ""),
    ("old_sequence", "misc_difference", "", ""),
];

/// Old keys of amino acids, and keys of nucleic acids that stand on proteins. [R] all of them.
const OLD_AMINO: &[(&str, &str)] = &[
    ("NON_CONS", "REGION"),
    ("SIMILAR", "REGION"),
    ("SE_CYS", "NON_STD"),
    ("THIOETH", "CROSSLNK"),
    ("THIOLEST", "CROSSLNK"),
    ("mat_peptide", "CHAIN"),
    ("sig_peptide", "SIGNAL"),
    ("transit_peptide", "TRANSIT"),
    ("PROPEPTIDE", "PROPEP"),
    ("UNSURE", "UNSURE"),
];

/// The key of ST.26 that is written alike, whatever the case of its letters.
pub(super) fn known(key: &str, nucleic: bool) -> Option<&'static str> {
    let all = if nucleic { NUCLEIC } else { AMINO };
    let mut all = all.iter().copied();
    all.find(|known| known.eq_ignore_ascii_case(key))
}

/// What an old key becomes; `None` when nothing is known of it.
pub(super) fn modern(key: &str, nucleic: bool) -> Option<Modern> {
    if nucleic {
        let mut all = OLD_NUCLEIC.iter();
        let (_, key, name, value) = all.find(|(old, ..)| old.eq_ignore_ascii_case(key))?;
        return Some(Modern {
            key,
            qualifier: (!name.is_empty()).then_some((name, value)),
        });
    }
    let mut all = OLD_AMINO.iter();
    let (_, key) = all.find(|(old, _)| old.eq_ignore_ascii_case(key))?;
    Some(Modern {
        key,
        qualifier: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_new_key_is_one() {
        for (_, key, ..) in OLD_NUCLEIC {
            assert_eq!(known(key, true), Some(*key));
        }
        for (_, key) in OLD_AMINO {
            assert_eq!(known(key, false), Some(*key));
        }
    }
}
