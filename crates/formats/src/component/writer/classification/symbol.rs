//! A symbol with all parts that `pat:CPCClassification` demands.
//!
//! Clause: ST.8

use crate::component::schema::{Name, com, pat};
use model::{Date, Symbol};

/// The parts of a symbol: as the source gives them one by one, or cut from its text by position.
pub(super) struct Parts<'r> {
    pub(super) symbol: &'r Symbol,
    pub(super) section: &'r str,
    pub(super) class: &'r str,
    pub(super) subclass: &'r str,
    pub(super) main_group: &'r str,
    pub(super) subgroup: &'r str,
    /// In its ISO form.
    pub(super) version: String,
    pub(super) position: &'r str,
    pub(super) value: &'r str,
    /// In its ISO form.
    pub(super) action_date: String,
    pub(super) office: &'r str,
    pub(super) status: &'r str,
    pub(super) source: &'r str,
}

impl<'r> Parts<'r> {
    /// The parts; `None` when one that is mandatory is not given, or is not what its element may hold.
    pub(super) fn of(symbol: &'r Symbol) -> Option<Self> {
        let parts = if symbol.section.is_empty() {
            cut(symbol)?
        } else if symbol.text.is_empty() {
            given(symbol)?
        } else {
            return None;
        };
        parts.is_whole().then_some(parts)
    }

    /// Whether each mandatory element may hold what is given for it.
    fn is_whole(&self) -> bool {
        let is = |name: Name, text: &str| {
            !text.is_empty() && (name.accepts(text) || name.accepts(&text.to_ascii_uppercase()))
        };
        is(pat::CPC_SECTION, self.section)
            && is(pat::CLASS, self.class)
            && is(pat::SUBCLASS, self.subclass)
            && is(pat::MAIN_GROUP, self.main_group)
            && is(pat::SUBGROUP, self.subgroup)
            && is(com::SYMBOL_POSITION_CODE, self.position)
            && is(pat::CPC_CLASSIFICATION_VALUE_CODE, self.value)
            && is(pat::GENERATING_OFFICE_CODE, self.office)
    }
}

fn given(symbol: &Symbol) -> Option<Parts<'_>> {
    Some(Parts {
        symbol,
        section: &symbol.section,
        class: &symbol.class,
        subclass: &symbol.subclass,
        main_group: &symbol.main_group,
        subgroup: &symbol.subgroup,
        version: symbol.version.iso()?,
        position: &symbol.position,
        value: &symbol.value,
        action_date: symbol.action_date.iso()?,
        office: &symbol.office,
        status: &symbol.status,
        source: &symbol.source,
    })
}

/// Cuts a text of fixed positions, as EP documents give with all indicators and DOCDB without them.
///
/// Section at 1, class at 2 to 3, subclass at 4, main group at 5 to 8, a slash at 9, subgroup at 10 to 15; version at
/// 20 to 27, level at 28, position at 29, value at 30, action date at 31 to 38, status at 39, source at 40, office at
/// 41 to 42. All else is blank.
///
/// Clause: ST.8
fn cut(symbol: &Symbol) -> Option<Parts<'_>> {
    let text = symbol.text.trim_end();
    let at = |from: usize, to: usize| text.get(from..text.len().min(to)).unwrap_or("").trim();
    let is_fixed = text.is_ascii()
        && at(8, 9) == "/"
        && at(15, 19).is_empty()
        && at(27, 28).is_empty()
        && at(42, text.len()).is_empty()
        && ![at(0, 1), at(1, 3), at(3, 4), at(4, 8), at(9, 15)].contains(&"");
    if !is_fixed {
        return None;
    }
    let indicated = if text.len() <= 19 {
        given(symbol)?
    } else if has_indicators(symbol) {
        return None;
    } else {
        Parts {
            symbol,
            version: Date::new(at(19, 27)).iso()?,
            position: at(28, 29),
            value: at(29, 30),
            action_date: Date::new(at(30, 38)).iso()?,
            status: at(38, 39),
            source: at(39, 40),
            office: at(40, 42),
            section: "",
            class: "",
            subclass: "",
            main_group: "",
            subgroup: "",
        }
    };
    Some(Parts {
        section: at(0, 1),
        class: at(1, 3),
        subclass: at(3, 4),
        main_group: at(4, 8),
        subgroup: at(9, 15),
        ..indicated
    })
}

/// Whether an indicator is given beside the text.
fn has_indicators(symbol: &Symbol) -> bool {
    let texts = [
        &symbol.version.raw,
        &symbol.position,
        &symbol.value,
        &symbol.action_date.raw,
        &symbol.office,
        &symbol.status,
        &symbol.source,
    ];
    texts.iter().any(|text| !text.is_empty())
}
