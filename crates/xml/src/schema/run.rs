//! One document through the validator.

use std::cell::RefCell;

use xsd_schema::SchemaSet;
use xsd_schema::validation::errors::PathStep;
use xsd_schema::validation::{
    DriveWithError, SchemaValidator, ValidationError, ValidationEventHandler, ValidationFlags,
    ValidationSink, ValidationWarning, drive_quick_xml_with_in,
};
use xsd_schema::xml::ParseLimits;

use super::place::{Places, find};
use super::{Limits, NOT_WELL_FORMED, OVER_LIMIT, STOPPED, Violation, entities};

/// Checks documents one after the other with one schema, in constant memory.
pub struct Validator<'a> {
    set: &'a SchemaSet,
    limits: &'a Limits,
    inner: SchemaValidator<'a>,
    buffer: Vec<u8>,
}

impl std::fmt::Debug for Validator<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Validator")
            .field("limits", self.limits)
            .finish_non_exhaustive()
    }
}

impl<'a> Validator<'a> {
    pub(super) fn new(set: &'a SchemaSet, limits: &'a Limits) -> Self {
        let flags = ValidationFlags::PROCESS_ASSERTIONS;
        Self {
            set,
            limits,
            inner: SchemaValidator::new(set, flags),
            buffer: Vec::new(),
        }
    }

    /// Checks one document and lists what is wrong, in document order.
    ///
    /// An empty list means: the document is valid and its root is an element of the schema.
    pub fn validate(&mut self, text: &str) -> Vec<Violation> {
        let plain = entities::plain(text);
        let found = RefCell::new(Found::new(self.limits.violations));
        let mut runtime = self.inner.start_run(Sink(&found));
        runtime.set_parse_limits(parse_limits(self.limits));
        let mut handler = Handler(&found);
        let bytes = plain.text.as_bytes();
        self.buffer.clear();
        let driven = drive_quick_xml_with_in(
            bytes,
            &mut runtime,
            self.set,
            &mut handler,
            &mut self.buffer,
        );
        let finish = driven.map(|_| {
            found.borrow_mut().open.clear();
            runtime.end_validation()
        });
        drop(runtime);
        let mut found = found.into_inner();
        match finish {
            Ok(Ok(())) => {}
            Ok(Err(error)) => found.error(&error),
            Err(error) => found.refusal(&error),
        }
        found
            .list
            .iter_mut()
            .for_each(|(offset, _)| *offset = offset.map(|o| plain.original(o)));
        placed(text, found)
    }
}

fn parse_limits(limits: &Limits) -> ParseLimits {
    ParseLimits::none()
        .with_max_depth(limits.depth)
        .with_max_attributes(limits.attributes)
        .with_max_attribute_value_bytes(limits.value_bytes)
        .with_max_text_bytes(limits.text_bytes)
        .with_max_name_bytes(limits.name_bytes)
        .with_max_namespace_uri_bytes(limits.name_bytes)
        .with_max_namespace_declarations(limits.attributes)
}

/// What the validator said, with the offset of the element it was in.
struct Found {
    /// Offsets of the open elements.
    open: Vec<usize>,
    list: Vec<(Option<usize>, Violation)>,
    most: usize,
}

impl Found {
    fn new(most: usize) -> Self {
        Self {
            open: Vec::new(),
            list: Vec::new(),
            most,
        }
    }

    fn error(&mut self, error: &ValidationError) {
        if self.list.len() < self.most {
            let mut path = String::new();
            for step in error.instance_path().iter().flat_map(|path| path.steps()) {
                path.push_str(&match step {
                    PathStep::Element { name, position, .. } => {
                        format!("/{}[{position}]", name.local_name())
                    }
                    PathStep::Attribute { name, .. } => format!("/@{}", name.local_name()),
                    _ => "/?".to_owned(),
                });
            }
            self.push(
                self.open.last().copied(),
                error.constraint,
                &error.message,
                path,
            );
        } else {
            self.stop();
        }
    }

    fn refusal(&mut self, error: &DriveWithError<Stop>) {
        let (code, offset) = match error {
            DriveWithError::NotWellFormed(error) => (NOT_WELL_FORMED, Some(error.position())),
            DriveWithError::LimitExceeded(error) => (OVER_LIMIT, Some(error.position())),
            DriveWithError::Hook(Stop) => return self.stop(),
            _ => (NOT_WELL_FORMED, None),
        };
        let offset = offset.and_then(|offset| usize::try_from(offset).ok());
        self.push(offset, code, &error.to_string(), String::new());
    }

    fn stop(&mut self) {
        if self
            .list
            .last()
            .is_none_or(|(_, last)| last.code != STOPPED)
        {
            let message = format!("more than {} violations; the rest is not listed", self.most);
            self.push(self.open.last().copied(), STOPPED, &message, String::new());
        }
    }

    fn push(&mut self, offset: Option<usize>, code: &str, message: &str, path: String) {
        let violation = Violation {
            code: code.to_owned(),
            message: message.to_owned(),
            path,
            line: 0,
            column: 0,
        };
        self.list.push((offset, violation));
    }
}

/// Gives every violation its line and column. What is found at the end only (references without
/// target) has a path and no offset: a second look at the document finds it.
fn placed(text: &str, mut found: Found) -> Vec<Violation> {
    let lost = |(offset, violation): &(Option<usize>, Violation)| {
        (offset.is_none() && !violation.path.is_empty()).then(|| {
            let path = &violation.path;
            path.split("/@").next().unwrap_or(path).to_owned()
        })
    };
    let paths: Vec<String> = found.list.iter().filter_map(lost).collect();
    if !paths.is_empty() {
        let mut offsets = find(text, &paths).into_iter();
        for entry in found.list.iter_mut().filter(|entry| lost(entry).is_some()) {
            entry.0 = offsets.next().flatten();
        }
    }
    let mut places = Places::new(text);
    found.list.sort_by_key(|(offset, violation)| {
        (violation.code == STOPPED, offset.unwrap_or(usize::MAX))
    });
    let place = |(offset, mut violation): (Option<usize>, Violation)| {
        if let Some(offset) = offset {
            (violation.line, violation.column) = places.of(offset);
        }
        violation
    };
    found.list.into_iter().map(place).collect()
}

struct Sink<'f>(&'f RefCell<Found>);

impl ValidationSink for Sink<'_> {
    fn on_error(&mut self, error: ValidationError) {
        self.0.borrow_mut().error(&error);
    }

    fn on_warning(&mut self, _: ValidationWarning) {}
}

/// The list is full.
#[derive(Debug)]
struct Stop;

struct Handler<'f>(&'f RefCell<Found>);

impl ValidationEventHandler for Handler<'_> {
    type Error = Stop;

    fn on_element_start_offset(&mut self, offset: usize) -> Result<(), Stop> {
        let mut found = self.0.borrow_mut();
        found.open.push(offset);
        if found.list.len() > found.most {
            Err(Stop)
        } else {
            Ok(())
        }
    }

    fn on_element_end_offset(&mut self, _: usize) -> Result<(), Stop> {
        self.0.borrow_mut().open.pop();
        Ok(())
    }
}
