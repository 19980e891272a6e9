//! The writer of the native encoding.

use super::VERSION;
use model::{Finding, Record, Shape, Sink};

/// Encodes a record.
#[must_use]
pub fn encode(record: &Record) -> Vec<u8> {
    let mut out = Json::default();
    out.begin_fields();
    out.field("chancery");
    out.text("native");
    out.field("version");
    out.number(VERSION);
    out.field("record");
    record.put(&mut out);
    out.end_fields();
    out.bytes.push(b'\n');
    out.bytes
}

/// Encodes findings, to be kept beside a record.
#[must_use]
pub fn encode_findings(findings: &[Finding]) -> Vec<u8> {
    let mut out = Json::default();
    out.begin_list();
    for finding in findings {
        finding.put(&mut out);
    }
    out.end_list();
    out.bytes
}

/// JSON as it is written: no blanks, fields in the order of declaration.
#[derive(Debug, Default)]
pub(super) struct Json {
    bytes: Vec<u8>,
    /// Whether a comma is due before the next value or name.
    comma: bool,
}

impl Json {
    fn before_value(&mut self) {
        if self.comma {
            self.bytes.push(b',');
        }
        self.comma = true;
    }

    fn string(&mut self, text: &str) {
        self.bytes.push(b'"');
        let mut from = 0;
        for (index, byte) in text.bytes().enumerate() {
            if byte >= 0x20 && byte != b'"' && byte != b'\\' {
                continue;
            }
            self.bytes.extend_from_slice(&text.as_bytes()[from..index]);
            from = index + 1;
            match byte {
                b'"' => self.bytes.extend_from_slice(b"\\\""),
                b'\\' => self.bytes.extend_from_slice(b"\\\\"),
                b'\n' => self.bytes.extend_from_slice(b"\\n"),
                b'\r' => self.bytes.extend_from_slice(b"\\r"),
                b'\t' => self.bytes.extend_from_slice(b"\\t"),
                _ => self
                    .bytes
                    .extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
            }
        }
        self.bytes.extend_from_slice(&text.as_bytes()[from..]);
        self.bytes.push(b'"');
    }
}

impl Sink for Json {
    fn text(&mut self, text: &str) {
        self.before_value();
        self.string(text);
    }

    fn number(&mut self, number: i64) {
        self.before_value();
        self.bytes.extend_from_slice(number.to_string().as_bytes());
    }

    fn flag(&mut self, flag: bool) {
        self.before_value();
        self.bytes
            .extend_from_slice(if flag { b"true" } else { b"false" });
    }

    fn begin_list(&mut self) {
        self.before_value();
        self.bytes.push(b'[');
        self.comma = false;
    }

    fn end_list(&mut self) {
        self.bytes.push(b']');
        self.comma = true;
    }

    fn begin_fields(&mut self) {
        self.before_value();
        self.bytes.push(b'{');
        self.comma = false;
    }

    fn field(&mut self, name: &'static str) {
        self.before_value();
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.extend_from_slice(b"\":");
        self.comma = false;
    }

    fn end_fields(&mut self) {
        self.bytes.push(b'}');
        self.comma = true;
    }
}
