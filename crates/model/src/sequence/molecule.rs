//! Kinds of molecules.

names! {
    /// The kind of molecule of a sequence.
    pub enum Molecule {
        /// Deoxyribonucleic acid.
        #[default]
        Dna = "DNA",
        /// Ribonucleic acid.
        Rna = "RNA",
        /// Amino acids.
        AminoAcid = "AA",
    }
}

impl Molecule {
    /// The kind called `name` in a listing; `None` for any other name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name.trim() {
            "DNA" => Some(Self::Dna),
            "RNA" => Some(Self::Rna),
            "AA" => Some(Self::AminoAcid),
            _ => None,
        }
    }

    /// Whether its residues are nucleotides.
    #[must_use]
    pub fn is_nucleic(self) -> bool {
        self != Self::AminoAcid
    }
}
