//! A feature and its qualifiers, looked up in the tables.

use crate::listing::coding::Coding;
use crate::listing::ledger::Ledger;
use crate::listing::residues::digest;
use crate::listing::tables::{self, Key, Named, Set};
use crate::listing::words::{is_blank, place, text};
use model::Span;
use model::sequence::{Feature, Location, LocationError, Position, Qualifier};
use std::borrow::Cow;

/// A feature and what is known of it.
#[derive(Debug)]
pub(crate) struct Marked<'a> {
    /// The feature.
    pub(crate) feature: &'a Feature,
    /// Its position, from 1.
    pub(crate) position: usize,
    /// Its key in the table.
    pub(crate) key: Named<Key>,
    /// Its location, when it has one that is not blank.
    pub(crate) location: Option<Result<Location, LocationError>>,
    /// Its qualifiers.
    pub(crate) qualifiers: Vec<Said<'a>>,
    /// How it is translated, when it is a coding region.
    pub(crate) coding: Option<Coding>,
}

/// A qualifier and what is known of it.
#[derive(Debug)]
pub(crate) struct Said<'a> {
    /// The qualifier.
    pub(crate) qualifier: &'a Qualifier,
    /// Its position, from 1.
    pub(crate) position: usize,
    /// Its name in the table.
    pub(crate) name: Named<tables::Qualifier>,
    /// Whether its identifier stood before.
    pub(crate) is_id_repeated: bool,
    /// Whether its name stood in the feature before, and may stand only once.
    pub(crate) is_again: bool,
    /// Whether it is known, may stand in the feature, and stands there first: then its value means something.
    pub(crate) is_fit: bool,
}

/// Qualifiers of which a feature has but one.
const SINGLE: [&str; 7] = [
    "codon_start",
    "mod_base",
    "mol_type",
    "organism",
    "protein_id",
    "transl_table",
    "translation",
];

/// What is the matter with positions that could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Misplaced {
    /// A position lies beyond the sequence.
    Beyond(u64),
    /// The end stands before the start.
    Reversed(u64, u64),
    /// The site is not between neighbors.
    Apart(u64, u64),
}

impl<'a> Marked<'a> {
    pub(super) fn new(
        index: usize,
        feature: &'a Feature,
        is_nucleic: bool,
        ledger: &mut Ledger,
    ) -> Self {
        let location = feature.location.as_ref();
        let location = location.filter(|_| !is_blank(location));
        let key = tables::key(feature.key(), is_nucleic);
        let mut seen = Set::default();
        let mut qualifiers = Vec::new();
        for (index, qualifier) in feature.qualifiers().enumerate() {
            let name = tables::qualifier(qualifier.name(), is_nucleic);
            let (mut is_again, mut is_fit) = (false, false);
            if let Some(known) = name.known() {
                is_again = seen.has(known) && SINGLE.contains(&known.name);
                seen = seen.with(known);
                let allowed = |key: &Key| key.allowed.has(known) || key.newer.has(known);
                is_fit = !is_again && key.known().is_none_or(allowed);
            }
            qualifiers.push(Said {
                qualifier,
                position: index + 1,
                name,
                is_id_repeated: qualifier.id.as_deref().is_some_and(|id| !ledger.id(id)),
                is_again,
                is_fit,
            });
        }
        // Of several nobody knows which counts, so no value is looked at.
        let again = qualifiers.iter().filter(|said: &&Said<'_>| said.is_again);
        let again: Vec<&str> = again.map(Said::known_name).collect();
        for said in &mut qualifiers {
            said.is_fit &= !again.contains(&said.known_name());
        }
        Self {
            feature,
            position: index + 1,
            key,
            location: location.map(|written| Location::parse(&written.text)),
            qualifiers,
            coding: None,
        }
    }

    /// Whether its key is this one, in any case.
    pub(crate) fn is(&self, key: &str) -> bool {
        self.key.known().is_some_and(|known| known.name == key)
    }

    /// The location, when it could be read.
    pub(crate) fn read(&self) -> Option<&Location> {
        self.location.as_ref()?.as_ref().ok()
    }

    /// The first qualifier of this name.
    pub(crate) fn find(&self, name: &str) -> Option<&Said<'a>> {
        self.qualifiers
            .iter()
            .find(|said| said.known_name() == name)
    }

    /// Qualifiers that are there.
    pub(crate) fn present(&self) -> Set {
        let known = self.qualifiers.iter().filter_map(|said| said.name.known());
        known.fold(Set::default(), |set, name| set.with(name))
    }

    /// How many qualifiers have a name that says nothing here: one that is missing may be among them.
    pub(crate) fn strangers(&self) -> usize {
        self.qualifiers.iter().filter(|said| !said.is_fit).count()
    }

    /// Whether its first codon begins after its first nucleotide.
    pub(crate) fn is_shifted(&self) -> bool {
        self.find("codon_start")
            .is_some_and(|said| said.value() != "1")
    }

    /// A digest of all that it says.
    pub(crate) fn digest(&self) -> u64 {
        let own = self.feature;
        let mut words = vec![own.key(), text(own.location.as_ref())];
        for said in &self.qualifiers {
            words.extend([said.qualifier.name(), said.value()]);
            words.push(text(said.qualifier.foreign.as_ref()));
        }
        digest(words.join("\u{0}").as_bytes())
    }

    /// What is the matter with its positions in a sequence of `last` residues.
    pub(crate) fn misplaced(&self, last: u64, is_nucleic: bool) -> Option<Misplaced> {
        // Two amino acids may be bound wherever they are.
        let is_bond = ["CROSSLNK", "DISULFID"].iter().any(|key| self.is(key));
        let is_open = !is_nucleic && (is_bond || self.key.known().is_none());
        misplaced(self.read()?, last, is_open)
    }

    /// Where its location stands.
    pub(crate) fn location_place(&self) -> &'a Span {
        place(self.feature.location.as_ref(), &self.feature.span)
    }

    /// Where its key stands.
    pub(crate) fn key_place(&self) -> &'a Span {
        place(self.feature.key.as_ref(), &self.feature.span)
    }
}

impl<'a> Said<'a> {
    /// The name as the table writes it; empty when it is not known.
    pub(crate) fn known_name(&self) -> &'static str {
        self.name.known().map_or("", |name| name.name)
    }

    /// The value without blanks around it; empty when there is none.
    pub(crate) fn value(&self) -> &'a str {
        text(self.qualifier.value.as_ref())
    }

    /// The value without blanks in it: letters of amino acids may stand in several lines.
    pub(crate) fn letters(&self) -> Cow<'a, str> {
        let value = self.value();
        if value.contains(char::is_whitespace) {
            Cow::Owned(value.split_whitespace().collect())
        } else {
            Cow::Borrowed(value)
        }
    }

    /// Where the value stands.
    pub(crate) fn value_place(&self) -> &'a Span {
        place(self.qualifier.value.as_ref(), &self.qualifier.span)
    }

    /// Where the name stands.
    pub(crate) fn name_place(&self) -> &'a Span {
        place(self.qualifier.name.as_ref(), &self.qualifier.span)
    }
}

fn misplaced(location: &Location, last: u64, is_bond: bool) -> Option<Misplaced> {
    let beyond = |place: &Position| (place.residue > last).then_some(place.residue);
    match location {
        Location::Residue(place) => beyond(place).map(Misplaced::Beyond),
        Location::Range(from, to) if from.residue > to.residue => {
            Some(Misplaced::Reversed(from.residue, to.residue))
        }
        Location::Range(from, to) => beyond(from).or(beyond(to)).map(Misplaced::Beyond),
        Location::Between(from, to) => {
            let (a, b) = (from.residue, to.residue);
            if let Some(position) = beyond(from).or(beyond(to)) {
                return Some(Misplaced::Beyond(position));
            }
            // The ends of a ring are neighbors.
            let is_ring = a == last && b == 1 && !is_bond;
            let is_next = a + 1 == b || is_ring || is_bond && a < b;
            (!is_next).then_some(Misplaced::Apart(a, b))
        }
        Location::Complement(inner) => misplaced(inner, last, is_bond),
        Location::Join(parts) | Location::Order(parts) => {
            parts.iter().find_map(|part| misplaced(part, last, is_bond))
        }
    }
}
