//! A cheap look at a schema file: its namespace and its global elements.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

const XSD: &str = "http://www.w3.org/2001/XMLSchema";

/// What a schema file declares.
#[derive(Default)]
pub(super) struct Outline {
    pub(super) namespace: String,
    pub(super) elements: Vec<String>,
    pub(super) version_1_1: bool,
    /// Why the file is no schema.
    pub(super) trouble: Option<String>,
}

pub(super) fn scan(bytes: &[u8]) -> Outline {
    let text = crate::encoding::decode(bytes).text;
    let mut reader = Reader::from_str(&text);
    let mut outline = Outline::default();
    outline.trouble = read(&mut reader, &mut outline).err().map(|reason| {
        let (line, column) = super::place::of(&text, reader.error_position() as usize);
        if line > 1 {
            format!("line {line}, column {column}: {reason}")
        } else {
            reason
        }
    });
    outline
}

fn read(reader: &mut Reader<&[u8]>, outline: &mut Outline) -> Result<(), String> {
    // The name of global elements: `element` with the prefix of the root.
    let mut element = None;
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) => {
                open(&tag, depth, &mut element, outline)?;
                depth += 1;
            }
            Event::Empty(tag) => open(&tag, depth, &mut element, outline)?,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Eof if element.is_none() => return Err("it has no root element".to_owned()),
            Event::Eof if depth > 0 => return Err("it ends inside an element".to_owned()),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn open(
    tag: &BytesStart<'_>,
    depth: usize,
    element: &mut Option<String>,
    outline: &mut Outline,
) -> Result<(), String> {
    let name = tag.name();
    let name: &str = name.as_ref();
    if depth == 0 {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let declaration = if prefix.is_empty() {
            "xmlns".to_owned()
        } else {
            format!("xmlns:{prefix}")
        };
        if local != "schema" || attribute(tag, &declaration).as_deref() != Some(XSD) {
            return Err(format!(
                "its root element is {name}, not the schema of {XSD}"
            ));
        }
        outline.namespace = attribute(tag, "targetNamespace").unwrap_or_default();
        outline.version_1_1 = attribute(tag, "vc:minVersion").is_some_and(|v| v != "1.0");
        let colon = if prefix.is_empty() { "" } else { ":" };
        *element = Some(format!("{prefix}{colon}element"));
    } else if depth == 1 && element.as_deref() == Some(name) {
        outline.elements.extend(attribute(tag, "name"));
    }
    Ok(())
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    let value = attribute.normalized_value(XmlVersion::default()).ok()?;
    Some(value.trim().to_owned())
}
