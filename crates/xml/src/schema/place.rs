//! Lines and columns of byte offsets, and offsets of paths.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::Event;

/// Line and column, in characters, of a byte offset; both from 1.
pub(super) fn of(text: &str, offset: usize) -> (u32, u32) {
    let mut places = Places::new(text);
    places.of(offset)
}

/// Finds places one after the other; offsets that grow cost one pass together.
pub(super) struct Places<'a> {
    text: &'a str,
    line: u32,
    line_start: usize,
    seen: usize,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            line: 1,
            line_start: 0,
            seen: 0,
        }
    }

    pub(super) fn of(&mut self, offset: usize) -> (u32, u32) {
        let offset = self.text.floor_char_boundary(offset);
        if offset < self.seen {
            *self = Self::new(self.text);
        }
        let passed = &self.text.as_bytes()[self.seen..offset];
        for (index, _) in passed
            .iter()
            .enumerate()
            .filter(|(_, byte)| **byte == b'\n')
        {
            self.line = self.line.saturating_add(1);
            self.line_start = self.seen + index + 1;
        }
        self.seen = offset;
        let column = self.text[self.line_start..offset].chars().count() + 1;
        (self.line, u32::try_from(column).unwrap_or(u32::MAX))
    }
}

/// Finds the elements at these paths (`/a[1]/b[2]`, local names), giving their offsets.
pub(super) fn find(text: &str, paths: &[String]) -> Vec<Option<usize>> {
    let mut found = vec![None; paths.len()];
    let mut reader = Reader::from_str(text);
    let mut path = String::new();
    // For each open element: length of its path, and how many children of each name it had.
    let mut open: Vec<(usize, HashMap<String, usize>)> = vec![(0, HashMap::new())];
    loop {
        let start = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let (tag, empty) = match reader.read_event() {
            Ok(Event::Start(tag)) => (tag, false),
            Ok(Event::Empty(tag)) => (tag, true),
            Ok(Event::End(_)) if open.len() > 1 => {
                open.pop();
                path.truncate(open.last().map_or(0, |(length, _)| *length));
                continue;
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => continue,
        };
        let name = tag.local_name();
        let name: &str = name.as_ref();
        let Some((length, children)) = open.last_mut() else {
            return found;
        };
        let position = children.entry(name.to_owned()).or_default();
        *position += 1;
        path.truncate(*length);
        path.push_str(&format!("/{name}[{position}]"));
        for (offset, _) in found
            .iter_mut()
            .zip(paths)
            .filter(|(_, wanted)| **wanted == path)
        {
            *offset = Some(start);
        }
        if !empty {
            open.push((path.len(), HashMap::new()));
        }
    }
}
