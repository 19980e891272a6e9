//! Classifications.
//!
//! Clause: ST.96 V6_0 pat:PatentClassificationBag

mod cpc;
mod symbol;

use super::document::id;
use crate::component::draft::View;
use crate::component::schema::{com, pat};
use model::{Classification, Symbol};

/// Reads the classifications in a bag.
pub(super) fn bag(view: View<'_, '_>) -> Vec<Classification> {
    view.elements().filter_map(classification).collect()
}

fn classification(view: View<'_, '_>) -> Option<Classification> {
    Some(match view.name() {
        pat::IPC_CLASSIFICATION => Classification {
            scheme: "ipc".into(),
            id: id(view),
            edition: view.text_of(com::EDITION),
            main: view
                .child(pat::MAIN_CLASSIFICATION)
                .map(|main| Symbol::of(main.text())),
            symbols: view
                .all(pat::FURTHER_CLASSIFICATION)
                .map(|symbol| Symbol::of(symbol.text()))
                .collect(),
            ..Classification::default()
        },
        pat::IPCR_CLASSIFICATION_BAG => Classification {
            scheme: "ipcr".into(),
            symbols: view
                .all(pat::IPCR_CLASSIFICATION)
                .map(symbol::ipcr)
                .collect(),
            ..Classification::default()
        },
        pat::CPC_CLASSIFICATION_BAG => cpc::classification(view),
        pat::NATIONAL_CLASSIFICATION => Classification {
            scheme: "national".into(),
            id: id(view),
            office: view.text_of(com::IP_OFFICE_CODE),
            edition: view.text_of(com::EDITION),
            main: view
                .child(pat::MAIN_NATIONAL_CLASSIFICATION)
                .map(symbol::national),
            symbols: view
                .all(pat::FURTHER_NATIONAL_CLASSIFICATION)
                .map(symbol::national)
                .collect(),
            ..Classification::default()
        },
        com::LOCARNO_CLASSIFICATION_BAG => locarno(view),
        pat::ECLA_CLASSIFICATION_BAG => Classification {
            scheme: "ecla".into(),
            symbols: view
                .elements()
                .map(|child| symbol::parts(child, pat::SECTION))
                .collect(),
            ..Classification::default()
        },
        _ => return None,
    })
}

/// Reads Locarno classes.
///
/// Clause: ST.96 V6_0 com:LocarnoClassificationBag
fn locarno(view: View<'_, '_>) -> Classification {
    let mut named = view.all(com::LOCARNO_CLASSIFICATION).map(|one| {
        let class = one.text_of(com::LOCARNO_CLASS);
        let text = || one.text_of(com::LOCARNO_CLASSIFICATION_TEXT);
        Symbol::of(if class.is_empty() { text() } else { class })
    });
    let main = named.next();
    let edition = view.text_of(com::LOCARNO_CLASSIFICATION_EDITION);
    let texts = view.all(com::LOCARNO_CLASSIFICATION_TEXT);
    let symbols = named.chain(texts.map(|symbol| Symbol::of(symbol.text())));
    Classification {
        scheme: "locarno".into(),
        id: id(view),
        edition: if edition.is_empty() {
            view.text_of(com::LOCARNO_CLASSIFICATION_DATE)
        } else {
            edition
        },
        symbols: symbols.collect(),
        main,
        ..Classification::default()
    }
}
