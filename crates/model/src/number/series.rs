//! What a table of numbers is made of: series, and the eras in which each was written in one way.

use super::check_digit::Check;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// Documents that were published: applications as laid open, granted patents, registrations.
    Publication,
    /// Applications that were filed.
    Application,
}

impl What {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Publication => "publication",
            Self::Application => "application",
        }
    }
}

/// Which right a number belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Right {
    /// A patent, or what an office treats as one.
    Patent,
    /// A utility model.
    UtilityModel,
    /// A design.
    Design,
    /// A plant patent.
    Plant,
    /// A mark.
    Mark,
    /// What the number alone does not tell.
    Unknown,
}

impl Right {
    /// The words for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Patent => "patent",
            Self::UtilityModel => "utility model",
            Self::Design => "design",
            Self::Plant => "plant patent",
            Self::Mark => "mark",
            Self::Unknown => "unknown",
        }
    }
}

/// On what a row of a table rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// Read in files of offices, or in a text of the office itself.
    Verified,
    /// Recalled, and not seen in a source.
    Recalled,
}

impl Basis {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Recalled => "recalled",
        }
    }
}

/// Numbers of one office that are counted together.
#[derive(Debug)]
pub(super) struct Series {
    pub(super) office: &'static str,
    /// The middle of a key: unique in an office.
    pub(super) id: &'static str,
    pub(super) words: &'static str,
    pub(super) what: What,
    pub(super) right: Right,
    /// Kind codes of its documents; one letter alone stands for all that begin with it.
    pub(super) kinds: &'static [&'static str],
    pub(super) eras: &'static [Era],
    /// Fills in what follows from the rest.
    pub(super) complete: Option<fn(&mut super::pattern::Fields)>,
}

impl Series {
    pub(super) const fn new(
        office: &'static str,
        id: &'static str,
        words: &'static str,
        what: What,
        eras: &'static [Era],
    ) -> Self {
        Self {
            office,
            id,
            words,
            what,
            right: Right::Patent,
            kinds: &[],
            eras,
            complete: None,
        }
    }

    pub(super) const fn right(mut self, right: Right) -> Self {
        self.right = right;
        self
    }

    pub(super) const fn kinds(mut self, kinds: &'static [&'static str]) -> Self {
        self.kinds = kinds;
        self
    }

    pub(super) const fn complete(mut self, complete: fn(&mut super::pattern::Fields)) -> Self {
        self.complete = Some(complete);
        self
    }
}

/// How numbers of a series were written at a time.
///
/// The templates are explained in [`super::pattern`]. An empty one says that there is no such form.
#[derive(Debug)]
pub(super) struct Era {
    /// What makes two numbers the same.
    pub(super) key: &'static str,
    pub(super) docdb: &'static str,
    /// Without the kind letter at its end.
    pub(super) epodoc: &'static str,
    pub(super) original: &'static str,
    pub(super) display: &'static str,
    pub(super) st13: &'static str,
    /// Other ways to write it that are met.
    pub(super) reads: &'static [&'static str],
    pub(super) years: (u16, u16),
    pub(super) serials: (u64, u64),
    pub(super) types: &'static [&'static str],
    pub(super) check: Check,
    /// The digits that the check digit is made of.
    pub(super) checked: &'static str,
    pub(super) basis: Basis,
}

impl Era {
    /// An era with its key, and its DOCDB, original and displayed form; EPODOC is DOCDB after the office.
    pub(super) const fn new(
        key: &'static str,
        docdb: &'static str,
        original: &'static str,
        display: &'static str,
    ) -> Self {
        Self {
            key,
            docdb,
            epodoc: docdb,
            original,
            display,
            st13: "",
            reads: &[],
            years: (1600, 2199),
            serials: (1, 999_999_999_999_999),
            types: &[],
            check: Check::None,
            checked: "",
            basis: Basis::Verified,
        }
    }

    pub(super) const fn epodoc(mut self, template: &'static str) -> Self {
        self.epodoc = template;
        self
    }

    pub(super) const fn st13(mut self, template: &'static str) -> Self {
        self.st13 = template;
        self
    }

    pub(super) const fn reads(mut self, templates: &'static [&'static str]) -> Self {
        self.reads = templates;
        self
    }

    pub(super) const fn years(mut self, first: u16, last: u16) -> Self {
        self.years = (first, last);
        self
    }

    pub(super) const fn serials(mut self, first: u64, last: u64) -> Self {
        self.serials = (first, last);
        self
    }

    pub(super) const fn types(mut self, types: &'static [&'static str]) -> Self {
        self.types = types;
        self
    }

    pub(super) const fn check(mut self, check: Check, checked: &'static str) -> Self {
        self.check = check;
        self.checked = checked;
        self
    }

    pub(super) const fn recalled(mut self) -> Self {
        self.basis = Basis::Recalled;
        self
    }
}
