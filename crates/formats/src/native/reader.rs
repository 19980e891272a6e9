//! The reader of the native encoding.

use super::VERSION;
use crate::Error;
use model::{Finding, Record, Shape, Str, Value};
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Decodes a record from bytes that [`super::encode`] wrote.
pub fn decode(bytes: &[u8]) -> Result<Record, Error> {
    let Value::Fields(fields) = json(bytes)? else {
        return Err(damaged("it is no object"));
    };
    let mut version = None;
    let mut record = None;
    for (name, value) in fields {
        match (name.as_str(), value) {
            ("version", Value::Number(number)) => version = Some(number),
            ("record", value) => record = Some(value),
            _ => {}
        }
    }
    match version {
        Some(VERSION) => {}
        Some(other) => {
            return Err(damaged(&format!(
                "version {other} is not known; {VERSION} is the newest"
            )));
        }
        None => return Err(damaged("it names no version")),
    }
    let record = record.ok_or_else(|| damaged("it holds no record"))?;
    Record::take(record).map_err(|mismatch| damaged(&mismatch.to_string()))
}

/// Decodes findings from bytes that [`super::encode_findings`] wrote.
pub fn decode_findings(bytes: &[u8]) -> Result<Vec<Finding>, Error> {
    Vec::take(json(bytes)?).map_err(|mismatch| damaged(&mismatch.to_string()))
}

fn damaged(message: &str) -> Error {
    Error::Native {
        message: message.to_owned(),
    }
}

fn json(bytes: &[u8]) -> Result<Value, Error> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    reader.disable_recursion_limit();
    let json = Json::deserialize(&mut reader).map_err(|error| damaged(&error.to_string()))?;
    reader.end().map_err(|error| damaged(&error.to_string()))?;
    Ok(json.0)
}

struct Json(Value);

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor).map(Json)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a whole number, a flag, a list or an object")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(Str::from(text)))
    }

    fn visit_bool<E: de::Error>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
        i64::try_from(number).map(Value::Number).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut out = Vec::new();
        while let Some(Json(value)) = items.next_element()? {
            out.push(value);
        }
        Ok(Value::List(out))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut out = Vec::new();
        while let Some((name, Json(value))) = entries.next_entry::<String, Json>()? {
            out.push((Str::from(name), value));
        }
        Ok(Value::Fields(out))
    }
}
