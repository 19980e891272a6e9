//! The B codes of ST.32, which number bibliographic items by their INID codes: what EP documents and the older grants
//! of the US office read alike.
//!
//! Clause: ST.9

use super::{once, statement, text, value};
use model::{Classification, PartyRole, Symbol};
use xml::tree::Element;

/// Reads `B510`: IPC editions 1 to 7.
pub(crate) fn ipc(element: &Element<'_, '_>) -> Classification {
    let mut out = Classification {
        scheme: "ipc".into(),
        id: value(element, "id"),
        ..Classification::default()
    };
    for part in element.elements() {
        match part.name() {
            "B516" => once(&mut out.edition, &part),
            "B511" if out.main.is_none() => out.main = Some(Symbol::of(text(&part))),
            "B512" | "B513" | "B514" | "B515" => out.symbols.push(symbol(&part)),
            "B517EP" => out.statements.push(statement::statement(&part)),
            _ => {}
        }
    }
    out
}

/// Reads `B520`: a national classification.
pub(crate) fn national(element: &Element<'_, '_>) -> Classification {
    let mut out = Classification {
        scheme: "national".into(),
        ..Classification::default()
    };
    for part in element.elements() {
        match part.name() {
            "B527" => once(&mut out.office, &part),
            "B526" => once(&mut out.edition, &part),
            "B521" if out.main.is_none() => out.main = Some(Symbol::of(text(&part))),
            "B522" | "B522US" | "B523" | "B524" | "B525" => out.symbols.push(symbol(&part)),
            _ => {}
        }
    }
    out
}

/// A further symbol, with the code that says which kind of symbol it is.
fn symbol(element: &Element<'_, '_>) -> Symbol {
    Symbol {
        scheme: element.name().into(),
        ..Symbol::of(text(element))
    }
}

/// The part of a party by its code.
pub(crate) fn role(code: &str) -> Option<PartyRole> {
    Some(match code {
        "B711" => PartyRole::Applicant,
        "B721" => PartyRole::Inventor,
        "B731" => PartyRole::Owner,
        "B741" => PartyRole::Agent,
        "B746" => PartyRole::PrimaryExaminer,
        "B747" => PartyRole::AssistantExaminer,
        "B781" => PartyRole::Opponent,
        "B784" => PartyRole::OpponentAgent,
        "B791" => PartyRole::Licensee,
        "B794" => PartyRole::Other,
        _ => return None,
    })
}
