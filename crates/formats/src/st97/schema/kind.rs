//! Simple types as JSON Schema.

use super::super::value::{is_boolean, is_number};
use crate::component::schema::kind::{Pattern, Type};
use serde_json::{Value, json};

/// The schema of values of a type; an unknown type takes texts.
pub(super) fn of(kind: Option<&Type>) -> Value {
    let Some(kind) = kind else {
        return json!({ "type": "string" });
    };
    match kind {
        Type::Union(members) => {
            let members: Vec<Value> = members.iter().map(|member| of(Some(member))).collect();
            json!({ "anyOf": members })
        }
        Type::OneOf(values) | Type::Literal(values) => json!({ "enum": values }),
        Type::Exact("true") => json!({ "enum": [true, "true", "1"] }),
        Type::Exact(value) => json!({ "const": value }),
        kind if is_boolean(kind) => json!({ "enum": [true, false, "true", "false", "1", "0"] }),
        kind if is_number(kind) => {
            let number = if matches!(kind, Type::Decimal) {
                "number"
            } else {
                "integer"
            };
            json!({ "anyOf": [{ "type": number }, { "type": "string", "pattern": NUMBER }] })
        }
        other => match pattern(other) {
            Some(pattern) => json!({ "type": "string", "pattern": pattern }),
            None => json!({ "type": "string" }),
        },
    }
}

const NUMBER: &str = r"^\s*[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)\s*$";

fn pattern(kind: &Type) -> Option<&'static str> {
    Some(match kind {
        Type::Blank => r"^\s*$",
        Type::Date => r"^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}(Z|[-+][0-9]{2}:[0-9]{2})?$",
        Type::Year => r"^-?[0-9]{4,}(Z|[-+][0-9]{2}:[0-9]{2})?$",
        Type::YearMonth => r"^-?[0-9]{4,}-[0-9]{2}(Z|[-+][0-9]{2}:[0-9]{2})?$",
        Type::DateTime => {
            r"^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})?$"
        }
        Type::Id | Type::IdRef | Type::NcName | Type::NmToken => r"^\S+$",
        Type::Pattern(pattern) => match pattern {
            Pattern::AccessCode => "^[a-zA-Z0-9,]{4}$",
            Pattern::ClassDigits => "^([0-9][1-9]|[1-9][0-9])$",
            Pattern::FifteenDigits => "^[0-9]{15}$",
            Pattern::Letter => "^[A-Z]$",
            Pattern::NotificationNumber => "^[A-Z]{3}[0-9]{6}$",
            Pattern::ReferenceNumber => "^[0-9]{9}[0-9]?$",
            Pattern::SixDigits => "^[0-9]{6}$",
            _ => return None,
        },
        _ => return None,
    })
}
