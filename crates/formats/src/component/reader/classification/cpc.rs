//! The Cooperative Patent Classification.
//!
//! Clause: ST.96 V6_0 pat:CPCClassificationBag

use super::symbol;
use crate::component::draft::View;
use crate::component::reader::document::id;
use crate::component::schema::pat;
use model::{Classification, Combination, CombinationRank, Symbol};

/// Reads the symbols and their sets.
pub(super) fn classification(view: View<'_, '_>) -> Classification {
    let mut out = Classification {
        scheme: "cpc".into(),
        id: id(view),
        ..Classification::default()
    };
    for child in view.elements() {
        match child.name() {
            pat::MAIN_CPC => out.main = child.child(pat::CPC_CLASSIFICATION).map(symbol),
            pat::FURTHER_CPC => {
                for inner in child.elements() {
                    match inner.name() {
                        pat::CPC_CLASSIFICATION => out.symbols.push(symbol(inner)),
                        pat::CPC_COMBINATION_SET => out.combinations.push(combination(inner)),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    out
}

/// Reads a symbol.
///
/// Clause: ST.96 V6_0 pat:CPCClassification
fn symbol(view: View<'_, '_>) -> Symbol {
    Symbol {
        value: view.text_of(pat::CPC_CLASSIFICATION_VALUE_CODE),
        status: view.text_of(pat::CPC_CLASSIFICATION_STATUS_CODE),
        ..symbol::parts(view, pat::CPC_SECTION)
    }
}

fn combination(view: View<'_, '_>) -> Combination {
    let ranks = view
        .all(pat::CPC_COMBINATION_RANK)
        .map(|rank| CombinationRank {
            id: id(rank),
            rank: rank.text_of(pat::CPC_RANK_NUMBER),
            symbol: rank
                .child(pat::CPC_CLASSIFICATION)
                .map(symbol)
                .unwrap_or_default(),
        });
    Combination {
        id: id(view),
        number: view.text_of(pat::CPC_GROUP_NUMBER),
        ranks: ranks.collect(),
    }
}
