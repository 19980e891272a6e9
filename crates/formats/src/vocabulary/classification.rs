//! Classifications.
//!
//! Clause: ST.36 classification-ipcr

use super::{attributes, document, once, statement, text, value};
use model::{Attribute, Classification, Combination, CombinationRank, Symbol};
use xml::tree::Element;

/// Reads a classification element of any scheme; `None` when it is none that is known.
pub(crate) fn classification(element: &Element<'_, '_>) -> Option<Classification> {
    let scheme = match element.name() {
        "classification-ipc" => "ipc",
        "classification-national" => "national",
        "classification-locarno" => "locarno",
        "classification-udc" => "udc",
        "classification-ecla" => "ecla",
        "classifications-ipcr" => "ipcr",
        "classifications-cpc" => "cpc",
        "classification-ipcr" => {
            return Some(single("ipcr", symbol(element)));
        }
        "classification-cpc" => return Some(single("cpc", symbol(element))),
        name @ ("classification-cpc-text"
        | "classification-cpc-combination-text"
        | "us-classifications-ipcr") => {
            let mut classification = of(name.trim_start_matches("classification-"), element);
            classification.texts.push(text(element));
            return Some(classification);
        }
        _ => return None,
    };
    let mut out = of(scheme, element);
    if !element.has_elements() && !element.is_blank() {
        out.texts.push(text(element));
    }
    for child in element.elements() {
        part(&child, &mut out);
    }
    out.attributes.extend(attributes(element));
    Some(out)
}

fn of(scheme: &str, element: &Element<'_, '_>) -> Classification {
    Classification {
        scheme: scheme.into(),
        id: value(element, "id"),
        ..Classification::default()
    }
}

fn single(scheme: &str, symbol: Symbol) -> Classification {
    Classification {
        scheme: scheme.into(),
        symbols: vec![symbol],
        ..Classification::default()
    }
}

fn part(element: &Element<'_, '_>, out: &mut Classification) {
    match element.name() {
        "country" => once(&mut out.office, element),
        "edition" => once(&mut out.edition, element),
        "main-classification" if out.main.is_none() => out.main = Some(plain(element)),
        "further-classification" => out.symbols.push(plain(element)),
        "classification-symbol" => {
            let scheme = value(element, "scheme");
            out.symbols.push(Symbol {
                scheme,
                ..plain(element)
            });
        }
        "classification-ipcr" | "classification-cpc" => out.symbols.push(symbol(element)),
        "main-cpc" => {
            for child in element.elements() {
                match child.name() {
                    "classification-cpc" if out.main.is_none() => out.main = Some(symbol(&child)),
                    "classification-cpc" => out.symbols.push(symbol(&child)),
                    _ => {}
                }
            }
            out.attributes.extend(attributes(element));
        }
        "further-cpc" => {
            for child in element.elements() {
                match child.name() {
                    "classification-cpc" => out.symbols.push(symbol(&child)),
                    "combination-set" => combination(&child, out),
                    _ => {}
                }
            }
            out.attributes.extend(attributes(element));
        }
        "combination-set" => combination(element, out),
        "text" => out.texts.push(text(element)),
        "additional-info"
        | "linked-indexing-code-group"
        | "unlinked-indexing-code"
        | "main-classification" => out.statements.push(statement::statement(element)),
        _ => {}
    }
}

fn plain(element: &Element<'_, '_>) -> Symbol {
    Symbol {
        id: value(element, "id"),
        sequence: value(element, "sequence"),
        attributes: attributes(element),
        ..Symbol::of(raw(element))
    }
}

/// The text of a symbol with its inner blanks: they stand for columns.
fn raw(element: &Element<'_, '_>) -> model::Str {
    text(element)
}

/// Reads a combination set; its other attributes stay with the classification.
pub(crate) fn combination(element: &Element<'_, '_>, classification: &mut Classification) {
    let mut out = Combination {
        id: value(element, "id"),
        ..Combination::default()
    };
    for child in element.elements() {
        match child.name() {
            "group-number" => once(&mut out.number, &child),
            "combination-rank" => out.ranks.push(rank(&child)),
            _ => {}
        }
    }
    let others = attributes(element).into_iter().map(|attribute| {
        let name = format!("combination-set/@{}", attribute.name);
        Attribute::new(name, attribute.value)
    });
    classification.attributes.extend(others);
    classification.combinations.push(out);
}

fn rank(element: &Element<'_, '_>) -> CombinationRank {
    let mut out = CombinationRank {
        id: value(element, "id"),
        ..CombinationRank::default()
    };
    for part in element.elements() {
        match part.name() {
            "rank-number" => once(&mut out.rank, &part),
            "classification-cpc" | "patent-classification" if out.symbol == Symbol::default() => {
                out.symbol = symbol(&part);
            }
            _ => {}
        }
    }
    out
}

/// The scheme of a symbol with its office, when one is named: `EP/CPCI`, `CPC`.
fn scheme(office: &str, scheme: &str) -> model::Str {
    if office.is_empty() {
        scheme.into()
    } else {
        [office, scheme].join("/").into()
    }
}

/// Reads a symbol with its indicators.
///
/// Clause: ST.8
pub(crate) fn symbol(element: &Element<'_, '_>) -> Symbol {
    let mut symbol = Symbol {
        id: value(element, "id"),
        sequence: value(element, "sequence"),
        ..Symbol::default()
    };
    for child in element.elements() {
        let slot = match child.name() {
            "section" => &mut symbol.section,
            "class" => &mut symbol.class,
            "subclass" => &mut symbol.subclass,
            "main-group" => &mut symbol.main_group,
            "subgroup" => &mut symbol.subgroup,
            "classification-level" => &mut symbol.level,
            "symbol-position" => &mut symbol.position,
            "classification-value" => &mut symbol.value,
            "classification-status" => &mut symbol.status,
            "classification-data-source" => &mut symbol.source,
            "scheme-origination-code" => &mut symbol.origin,
            "text" | "classification-symbol" => &mut symbol.text,
            "ipc-version-indicator" | "cpc-version-indicator" => {
                document::date_once(&mut symbol.version, &child);
                continue;
            }
            "action-date" => {
                document::date_once(&mut symbol.action_date, &child);
                continue;
            }
            "generating-office" => {
                document::country_once(&mut symbol.office, &child);
                continue;
            }
            "classification-scheme" if symbol.scheme.is_empty() => {
                symbol.scheme = scheme(child.value("office"), child.value("scheme"));
                document::date_once(&mut symbol.version, &child);
                continue;
            }
            _ => continue,
        };
        if slot.is_empty() {
            *slot = text(&child);
        }
    }
    if !element.has_elements() {
        symbol.text = text(element);
    }
    symbol.attributes = attributes(element);
    symbol
}
