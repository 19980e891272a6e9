//! Symbols with their indicators.
//!
//! Clause: ST.8

use crate::component::draft::View;
use crate::component::reader::date;
use crate::component::reader::document::id;
use crate::component::schema::{Name, attr, com, pat};
use model::Symbol;

/// Reads what symbols of all schemes have in common.
pub(super) fn parts(view: View<'_, '_>, section: Name) -> Symbol {
    Symbol {
        id: id(view),
        sequence: view.value(attr::SEQUENCE_NUMBER).into(),
        text: view.text_of(pat::PATENT_CLASSIFICATION_TEXT),
        section: view.text_of(section),
        class: view.text_of(pat::CLASS),
        subclass: view.text_of(pat::SUBCLASS),
        main_group: view.text_of(pat::MAIN_GROUP),
        subgroup: view.text_of(pat::SUBGROUP),
        version: date::of(view, pat::CLASSIFICATION_VERSION_DATE),
        position: view.text_of(com::SYMBOL_POSITION_CODE),
        action_date: date::of(view, pat::ACTION_DATE),
        office: view.text_of(pat::GENERATING_OFFICE_CODE),
        source: view.text_of(pat::PATENT_CLASSIFICATION_DATA_SOURCE_CODE),
        ..Symbol::default()
    }
}

/// Reads a symbol of the reformed IPC.
///
/// Clause: ST.96 V6_0 pat:IPCRClassification
pub(super) fn ipcr(view: View<'_, '_>) -> Symbol {
    Symbol {
        level: view.text_of(pat::PATENT_CLASSIFICATION_LEVEL_CODE),
        value: view.text_of(pat::IPC_CLASSIFICATION_VALUE_CODE),
        status: view.text_of(pat::IPC_CLASSIFICATION_STATUS_CODE),
        ..parts(view, pat::SECTION)
    }
}

/// Reads a symbol of a national classification.
///
/// Clause: ST.96 V6_0 pat:NationalClassification
pub(super) fn national(view: View<'_, '_>) -> Symbol {
    let class = view.text_of(pat::NATIONAL_CLASS);
    let subclass = view.text_of(pat::NATIONAL_SUBCLASS);
    let text = view.text_of(pat::PATENT_CLASSIFICATION_TEXT);
    let parts = [class.as_str(), subclass.as_str()];
    let text = if text.is_empty() {
        parts.join("/").trim_end_matches('/').into()
    } else {
        text
    };
    Symbol {
        id: id(view),
        class,
        subclass,
        ..Symbol::of(text)
    }
}
