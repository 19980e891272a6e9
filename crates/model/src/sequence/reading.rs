//! What the parts of a listing mean.

use super::{
    Feature, Location, LocationError, Molecule, Qualifier, Sequence, SequenceListing, Wording,
    Written, text,
};
use crate::{Date, Str};
use std::borrow::Cow;

impl SequenceListing {
    /// The date on which the listing was made.
    #[must_use]
    pub fn produced(&self) -> Date {
        Date::new(text(self.production_date.as_ref()))
    }

    /// How many sequences the listing says it has.
    #[must_use]
    pub fn stated_total(&self) -> Option<u64> {
        count(self.total.as_ref())
    }

    /// The sequence of this number; the first, when several have it.
    #[must_use]
    pub fn sequence(&self, number: u64) -> Option<&Sequence> {
        let mut all = self.sequences.iter();
        all.find(|sequence| sequence.number() == Some(number))
    }

    /// The title in `language`, or the first.
    #[must_use]
    pub fn title(&self, language: &str) -> Option<&Wording> {
        let mut all = self.titles.iter();
        all.find(|title| title.language.as_deref() == Some(language))
            .or(self.titles.first())
    }

    /// The name by which a register knows the listing: application and file reference.
    #[must_use]
    pub fn name(&self) -> Option<Str> {
        let application = self.application.as_ref().map(|listed| listed.document());
        let application = application.filter(|id| !id.number.is_empty());
        let named = application.map(|id| id.name());
        let reference = text(self.reference.as_ref());
        let named = named.or_else(|| (!reference.is_empty()).then(|| reference.into()));
        named.map(|name| Str::from(format!("{}-SEQL", plain(&name))))
    }
}

impl Sequence {
    /// The number (SEQ ID NO), when it is one.
    #[must_use]
    pub fn number(&self) -> Option<u64> {
        count(self.number.as_ref())
    }

    /// The length that is stated, when it is a number.
    #[must_use]
    pub fn stated_length(&self) -> Option<u64> {
        count(self.length.as_ref())
    }

    /// The kind of molecule, when it is a known one.
    #[must_use]
    pub fn molecule(&self) -> Option<Molecule> {
        Molecule::named(text(self.molecule.as_ref()))
    }

    /// Whether the sequence was left out on purpose: its residues are `000`.
    #[must_use]
    pub fn is_skipped(&self) -> bool {
        text(self.residues.as_ref()) == "000"
    }

    /// The residues without the blanks between them.
    #[must_use]
    pub fn residues(&self) -> Cow<'_, str> {
        let residues = text(self.residues.as_ref());
        if residues.bytes().any(|byte| byte.is_ascii_whitespace()) {
            Cow::Owned(residues.split_ascii_whitespace().collect())
        } else {
            Cow::Borrowed(residues)
        }
    }

    /// The features, in the source's order.
    pub fn features(&self) -> impl Iterator<Item = &Feature> {
        self.features.iter().flatten()
    }

    /// The value of a qualifier of the feature `source`, such as `organism` or `mol_type`.
    ///
    /// Older listings write the names in capitals.
    #[must_use]
    pub fn source(&self, name: &str) -> Option<&str> {
        let mut sources = self
            .features()
            .filter(|feature| feature.key().eq_ignore_ascii_case("source"));
        sources.find_map(|feature| {
            let found = feature.qualifier(name)?;
            found.value.as_ref().map(|value| value.text.as_str())
        })
    }
}

impl Feature {
    /// The feature key without blanks around it; empty when there is none.
    #[must_use]
    pub fn key(&self) -> &str {
        text(self.key.as_ref())
    }

    /// The location, read; `None` when the feature has none.
    #[must_use]
    pub fn location(&self) -> Option<Result<Location, LocationError>> {
        let written = self.location.as_ref()?;
        Some(Location::parse(&written.text))
    }

    /// The qualifiers, in the source's order.
    pub fn qualifiers(&self) -> impl Iterator<Item = &Qualifier> {
        self.qualifiers.iter().flatten()
    }

    /// The first qualifier of this name, whatever the case of its letters.
    #[must_use]
    pub fn qualifier(&self, name: &str) -> Option<&Qualifier> {
        let mut all = self.qualifiers();
        all.find(|qualifier| qualifier.name().eq_ignore_ascii_case(name))
    }
}

impl Qualifier {
    /// The name without blanks around it; empty when there is none.
    #[must_use]
    pub fn name(&self) -> &str {
        text(self.name.as_ref())
    }

    /// The value as written; empty when there is none.
    #[must_use]
    pub fn value(&self) -> &str {
        self.value.as_ref().map_or("", |value| value.text.as_str())
    }
}

/// A name without signs that mean something in an address.
fn plain(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// A whole number in digits alone.
fn count(written: Option<&Written>) -> Option<u64> {
    let text = text(written);
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}
