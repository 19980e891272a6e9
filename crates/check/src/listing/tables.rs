//! The tables of ST.26 Annex I: feature keys, qualifiers, and genetic codes.
//!
//! They stand in text files beside this one, read once. A name that ends in `?` there is unverified: rules that rest
//! on it never weigh more than a warning.
//!
//! Clause: ST.26 Annex I

use std::sync::LazyLock;

/// A set of qualifiers of one molecule, by their positions in the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Set(u128);

/// What stands in Annex I for nucleotides, or for amino acids.
#[derive(Debug)]
pub(crate) struct Annex {
    /// Sorted by name.
    keys: Vec<Key>,
    /// Sorted by name.
    qualifiers: Vec<Qualifier>,
}

/// A feature key.
#[derive(Debug)]
pub(crate) struct Key {
    /// Its name.
    pub(crate) name: &'static str,
    /// Qualifiers that it must have.
    pub(crate) mandatory: Set,
    /// Qualifiers that it should have, as far as known.
    pub(crate) expected: Set,
    /// Qualifiers that it may have, the mandatory ones too.
    pub(crate) allowed: Set,
    /// Qualifiers that a newer text may allow.
    pub(crate) newer: Set,
    /// Whether it describes DNA only.
    pub(crate) dna_only: bool,
}

/// A qualifier.
#[derive(Debug)]
pub(crate) struct Qualifier {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it takes as value.
    pub(crate) kind: Kind,
    /// Whether its text depends on a language.
    pub(crate) is_language_dependent: bool,
    position: u8,
}

/// What a qualifier takes as value.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Free text.
    Text,
    /// Nothing.
    Nothing,
    /// One of these; the second ones may be newer than the text followed.
    OneOf(Vec<&'static str>, Vec<&'static str>),
    /// A form, by its name.
    Form(&'static str),
}

/// A genetic code.
#[derive(Debug)]
pub(crate) struct Code {
    /// Its number.
    pub(crate) number: u8,
    /// Whether it may be newer than the text followed.
    pub(crate) is_newer: bool,
    /// Amino acids of the codons, in the order t, c, a, g.
    pub(crate) amino: [u8; 64],
    /// `M` where a codon may start, `*` where it may stop.
    pub(crate) marks: [u8; 64],
}

/// How a name stands in a table.
#[derive(Debug)]
pub(crate) enum Named<T: 'static> {
    /// As it is written.
    Exactly(&'static T),
    /// With other capitals.
    OtherCase(&'static T),
    /// Only in the table of the other kind of molecule.
    OtherMolecule,
    /// Nowhere.
    Unknown,
}

// Derived ones would ask that `T` can be copied.
impl<T> Clone for Named<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Named<T> {}

impl<T> Named<T> {
    /// The entry, when the table of this molecule has it.
    pub(crate) fn known(self) -> Option<&'static T> {
        match self {
            Self::Exactly(entry) | Self::OtherCase(entry) => Some(entry),
            Self::OtherMolecule | Self::Unknown => None,
        }
    }
}

static NUCLEIC: LazyLock<Annex> = LazyLock::new(|| Annex::read("NA"));
static AMINO: LazyLock<Annex> = LazyLock::new(|| Annex::read("AA"));
static CODES: LazyLock<Vec<Code>> = LazyLock::new(codes);

/// The tables for nucleotides, or for amino acids.
pub(crate) fn annex(is_nucleic: bool) -> &'static Annex {
    if is_nucleic { &NUCLEIC } else { &AMINO }
}

/// The genetic code of this number.
pub(crate) fn code(number: &str) -> Option<&'static Code> {
    let number: u8 = number
        .parse()
        .ok()
        .filter(|_| !number.starts_with(['0', '+']))?;
    CODES.iter().find(|code| code.number == number)
}

/// The feature key `name` of nucleotides or amino acids.
pub(crate) fn key(name: &str, is_nucleic: bool) -> Named<Key> {
    let find = |is_nucleic| lookup(&annex(is_nucleic).keys, name, |key| key.name);
    named(find(is_nucleic), || find(!is_nucleic))
}

/// The qualifier `name` of nucleotides or amino acids.
pub(crate) fn qualifier(name: &str, is_nucleic: bool) -> Named<Qualifier> {
    let find = |is_nucleic| lookup(&annex(is_nucleic).qualifiers, name, |entry| entry.name);
    named(find(is_nucleic), || find(!is_nucleic))
}

fn named<T>(own: Option<Named<T>>, other: impl FnOnce() -> Option<Named<T>>) -> Named<T> {
    own.or_else(|| other().map(|_| Named::OtherMolecule))
        .unwrap_or(Named::Unknown)
}

/// The entry of this name; another case of letters is found when nothing else is.
fn lookup<T>(entries: &'static [T], name: &str, of: fn(&T) -> &'static str) -> Option<Named<T>> {
    if let Ok(at) = entries.binary_search_by(|entry| of(entry).cmp(name)) {
        return Some(Named::Exactly(&entries[at]));
    }
    let mut all = entries.iter();
    all.find(|entry| of(entry).eq_ignore_ascii_case(name))
        .map(Named::OtherCase)
}

impl Set {
    /// Whether the qualifier is in the set.
    pub(crate) fn has(self, qualifier: &Qualifier) -> bool {
        self.0 >> qualifier.position & 1 == 1
    }

    /// Whether nothing is in the set.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The set with this qualifier.
    pub(crate) fn with(self, qualifier: &Qualifier) -> Self {
        Self(self.0 | 1 << qualifier.position)
    }

    /// What of this set is not in the other.
    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl Annex {
    fn read(molecule: &str) -> Self {
        let mut qualifiers: Vec<Qualifier> = lines(include_str!("tables/qualifiers.txt"))
            .filter_map(|line| Qualifier::read(line.strip_prefix(molecule)?))
            .collect();
        qualifiers.sort_by_key(|entry| entry.name);
        for (position, entry) in qualifiers.iter_mut().enumerate() {
            entry.position = u8::try_from(position).expect("there are fewer than 128");
        }
        let mut keys: Vec<Key> = lines(include_str!("tables/features.txt"))
            .filter_map(|line| Key::read(line.strip_prefix(molecule)?, &qualifiers))
            .collect();
        keys.sort_by_key(|key| key.name);
        Self { keys, qualifiers }
    }

    /// Names of the qualifiers in `set`.
    pub(crate) fn names(&self, set: Set) -> impl Iterator<Item = &'static str> {
        let in_set = move |entry: &&Qualifier| set.has(entry);
        self.qualifiers
            .iter()
            .filter(in_set)
            .map(|entry| entry.name)
    }
}

impl Key {
    /// Reads `name: mandatory | optional | scope`.
    fn read(line: &'static str, qualifiers: &[Qualifier]) -> Option<Self> {
        let (name, rest) = line.trim().split_once(':')?;
        let mut parts = rest.split('|');
        let [mandatory, expected] = sets(parts.next()?, qualifiers);
        let [optional, newer] = sets(parts.next()?, qualifiers);
        Some(Self {
            name,
            mandatory,
            expected,
            allowed: Set(mandatory.0 | expected.0 | optional.0),
            newer,
            dna_only: parts.next().is_some_and(|scope| scope.trim() == "DNA"),
        })
    }
}

/// The sets of verified and unverified names in `text`.
fn sets(text: &str, qualifiers: &[Qualifier]) -> [Set; 2] {
    let mut sets = [Set::default(); 2];
    for word in text.split_whitespace() {
        let (name, at) = word.strip_suffix('?').map_or((word, 0), |name| (name, 1));
        let names: &[&str] = match name {
            "+gene" => &["allele", "gene", "gene_synonym", "map", "note"],
            "+pseudo" => &["pseudo", "pseudogene"],
            _ => &[name],
        };
        for name in names {
            let entry = qualifiers.iter().find(|entry| entry.name == *name);
            sets[at] = sets[at].with(entry.expect("a test finds each name in the table"));
        }
    }
    sets
}

impl Qualifier {
    /// Reads `name: kind`.
    fn read(line: &'static str) -> Option<Self> {
        let (name, kind) = line.trim().split_once(": ")?;
        let is_language_dependent = name.ends_with('*');
        Some(Self {
            name: name.trim_end_matches(['*', '?']),
            kind: Kind::read(kind),
            is_language_dependent,
            position: 0,
        })
    }
}

impl Kind {
    fn read(text: &'static str) -> Self {
        if let Some(values) = text.strip_prefix("= ") {
            let (newer, known): (Vec<&str>, Vec<&str>) =
                values.split(", ").partition(|value| value.ends_with('?'));
            let newer = newer.iter().map(|value| value.trim_end_matches('?'));
            return Self::OneOf(known, newer.collect());
        }
        match text.strip_prefix("form ") {
            Some(name) => Self::Form(name),
            None if text == "none" => Self::Nothing,
            None => Self::Text,
        }
    }
}

fn codes() -> Vec<Code> {
    let read = |line: &str| {
        let mut parts = line.split_whitespace();
        let number = parts.next()?;
        Some(Code {
            number: number.trim_end_matches('?').parse().ok()?,
            is_newer: number.ends_with('?'),
            amino: parts.next()?.as_bytes().try_into().ok()?,
            marks: parts.next()?.as_bytes().try_into().ok()?,
        })
    };
    lines(include_str!("tables/codes.txt"))
        .filter_map(read)
        .collect()
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_whole() {
        let (nucleic, amino) = (annex(true), annex(false));
        assert_eq!((nucleic.keys.len(), amino.keys.len()), (49, 39));
        assert_eq!((nucleic.qualifiers.len(), amino.qualifiers.len()), (81, 3));
        assert_eq!(CODES.len(), 27);
        let dependent = nucleic.qualifiers.iter();
        let dependent = dependent.filter(|entry| entry.is_language_dependent);
        assert_eq!(dependent.count(), 33);
        for code in CODES.iter() {
            assert!(
                code.amino
                    .iter()
                    .all(|b| b.is_ascii_uppercase() || *b == b'*')
            );
            assert!(code.marks.iter().all(|b| b"M*-".contains(b)));
        }
        let read = |file: &'static str| lines(file).count();
        assert_eq!(read(include_str!("tables/codes.txt")), 27);
        assert_eq!(read(include_str!("tables/features.txt")), 88);
        assert_eq!(read(include_str!("tables/qualifiers.txt")), 84);
    }

    #[test]
    fn names_are_found() {
        assert!(matches!(key("CDS", true), Named::Exactly(key) if key.mandatory.is_empty()));
        assert!(matches!(key("SOURCE", false), Named::OtherCase(_)));
        assert!(matches!(key("SITE", true), Named::OtherMolecule));
        assert!(matches!(key("enhancer", true), Named::Unknown));
        let source = key("source", true).known().unwrap();
        let names: Vec<_> = annex(true).names(source.mandatory).collect();
        assert_eq!(names, ["mol_type", "organism"]);
        let gene = qualifier("gene", true).known().unwrap();
        assert!(!source.allowed.has(gene));
        let site = key("SITE", false).known().unwrap();
        assert!(site.mandatory.is_empty() && !site.expected.is_empty());
        let topology = qualifier("circular_RNA", true).known().unwrap();
        let cds = key("CDS", true).known().unwrap();
        assert!(cds.newer.has(topology) && !cds.allowed.has(topology));
        assert!(matches!(
            &qualifier("mod_base", true).known().unwrap().kind,
            Kind::OneOf(known, newer) if known.len() == 48 && newer.is_empty()
        ));
        assert_eq!(code("11").unwrap().number, 11);
        assert!(code("7").is_none() && code("x").is_none());
    }
}
