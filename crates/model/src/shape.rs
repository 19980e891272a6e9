//! The walk through a record's declared fields, from which an encoding is written and read.
//!
//! The model knows no encoding: a format implements [`Sink`] to write one and makes a [`Value`] to read one.

use crate::Str;
use std::fmt;

/// What an encoding was read into: the five kinds of value a record is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(Str),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// Values in order.
    List(Vec<Self>),
    /// Named values, in order.
    Fields(Vec<(Str, Self)>),
}

impl Value {
    /// The text, or a mismatch naming `what` was expected.
    pub fn into_text(self, what: &'static str) -> Result<Str, Mismatch> {
        match self {
            Self::Text(text) => Ok(text),
            other => Err(Mismatch::kind(what, "a text", &other)),
        }
    }

    /// The one tag and its value.
    pub fn into_tagged(self, what: &'static str) -> Result<(Str, Self), Mismatch> {
        match self {
            Self::Fields(mut fields) if fields.len() == 1 => {
                Ok(fields.pop().expect("one field was counted"))
            }
            other => Err(Mismatch::kind(what, "one tagged value", &other)),
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Number(_) => "a number",
            Self::Flag(_) => "a flag",
            Self::List(_) => "a list",
            Self::Fields(_) => "fields",
        }
    }
}

/// Where an encoding is written to, value by value.
pub trait Sink {
    /// Writes a text.
    fn text(&mut self, text: &str);
    /// Writes a whole number.
    fn number(&mut self, number: i64);
    /// Writes a flag.
    fn flag(&mut self, flag: bool);
    /// Begins a list; its values follow.
    fn begin_list(&mut self);
    /// Ends the list.
    fn end_list(&mut self);
    /// Begins named values; each is announced by [`Sink::field`].
    fn begin_fields(&mut self);
    /// Names the value that follows.
    fn field(&mut self, name: &'static str);
    /// Ends the named values.
    fn end_fields(&mut self);
}

/// A part of a record that an encoding can carry and give back unchanged.
pub trait Shape: Sized {
    /// Writes itself.
    fn put<S: Sink>(&self, sink: &mut S);
    /// Reads itself back.
    fn take(value: Value) -> Result<Self, Mismatch>;
    /// The value that an absent field stands for.
    fn absent(what: &'static str) -> Result<Self, Mismatch> {
        Err(Mismatch::missing(what))
    }
    /// Whether the field can be left out, because [`Shape::absent`] gives it back.
    fn is_blank(&self) -> bool {
        false
    }
}

/// An encoding that does not hold the record it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    message: String,
}

impl Mismatch {
    pub(crate) fn kind(what: &str, wanted: &str, found: &Value) -> Self {
        Self {
            message: format!("{what}: {wanted} was expected, {} was found", found.kind()),
        }
    }

    pub(crate) fn tag(what: &str, tag: &str) -> Self {
        Self {
            message: format!("{what}: '{tag}' is not known; was it written by a newer version?"),
        }
    }

    fn missing(what: &str) -> Self {
        Self {
            message: format!("'{what}' is missing"),
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Mismatch {}

/// The named values of one struct while it is read.
#[derive(Debug)]
pub struct Fields {
    what: &'static str,
    fields: Vec<(Str, Value)>,
    next: usize,
}

impl Fields {
    /// Opens the named values of `what`.
    pub fn open(value: Value, what: &'static str) -> Result<Self, Mismatch> {
        match value {
            Value::Fields(fields) => Ok(Self {
                what,
                fields,
                next: 0,
            }),
            other => Err(Mismatch::kind(what, "fields", &other)),
        }
    }

    /// Takes the value called `name`, or what its absence stands for.
    ///
    /// Fields are written in the order of declaration, so the next one is looked at first.
    pub fn take<T: Shape>(&mut self, name: &'static str) -> Result<T, Mismatch> {
        let found = match self.fields.get(self.next) {
            Some((key, _)) if key == name => Some(self.next),
            _ => self.fields.iter().position(|(key, _)| key == name),
        };
        let Some(index) = found else {
            return T::absent(name);
        };
        self.next = index + 1;
        let entry = &mut self.fields[index];
        entry.0 = Str::default();
        T::take(std::mem::replace(&mut entry.1, Value::Flag(false)))
    }

    /// Refuses values that nobody took: they would be lost.
    pub fn close(self) -> Result<(), Mismatch> {
        match self.fields.iter().find(|(key, _)| !key.is_empty()) {
            Some((key, _)) => Err(Mismatch::tag(self.what, key)),
            None => Ok(()),
        }
    }
}

impl Shape for Str {
    fn put<S: Sink>(&self, sink: &mut S) {
        sink.text(self);
    }

    fn take(value: Value) -> Result<Self, Mismatch> {
        value.into_text("a text")
    }

    fn absent(_: &'static str) -> Result<Self, Mismatch> {
        Ok(Self::default())
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl Shape for bool {
    fn put<S: Sink>(&self, sink: &mut S) {
        sink.flag(*self);
    }

    fn take(value: Value) -> Result<Self, Mismatch> {
        match value {
            Value::Flag(flag) => Ok(flag),
            other => Err(Mismatch::kind("a flag", "true or false", &other)),
        }
    }

    fn absent(_: &'static str) -> Result<Self, Mismatch> {
        Ok(false)
    }

    fn is_blank(&self) -> bool {
        !self
    }
}

impl Shape for u64 {
    fn put<S: Sink>(&self, sink: &mut S) {
        sink.number(i64::try_from(*self).unwrap_or(i64::MAX));
    }

    fn take(value: Value) -> Result<Self, Mismatch> {
        match value {
            Value::Number(number) => Self::try_from(number).map_err(|_| Mismatch {
                message: format!("{number} is below zero"),
            }),
            other => Err(Mismatch::kind("a count", "a number", &other)),
        }
    }

    fn absent(_: &'static str) -> Result<Self, Mismatch> {
        Ok(0)
    }

    fn is_blank(&self) -> bool {
        *self == 0
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn put<S: Sink>(&self, sink: &mut S) {
        sink.begin_list();
        for item in self {
            item.put(sink);
        }
        sink.end_list();
    }

    fn take(value: Value) -> Result<Self, Mismatch> {
        match value {
            Value::List(items) => items.into_iter().map(T::take).collect(),
            other => Err(Mismatch::kind("a list", "a list", &other)),
        }
    }

    fn absent(_: &'static str) -> Result<Self, Mismatch> {
        Ok(Self::new())
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Shape> Shape for Option<T> {
    fn put<S: Sink>(&self, sink: &mut S) {
        if let Some(value) = self {
            value.put(sink);
        }
    }

    fn take(value: Value) -> Result<Self, Mismatch> {
        T::take(value).map(Some)
    }

    fn absent(_: &'static str) -> Result<Self, Mismatch> {
        Ok(None)
    }

    fn is_blank(&self) -> bool {
        self.is_none()
    }
}

impl<T: Shape> Shape for Box<T> {
    fn put<S: Sink>(&self, sink: &mut S) {
        (**self).put(sink);
    }

    fn take(value: Value) -> Result<Self, Mismatch> {
        T::take(value).map(Self::new)
    }

    fn absent(what: &'static str) -> Result<Self, Mismatch> {
        T::absent(what).map(Self::new)
    }

    fn is_blank(&self) -> bool {
        (**self).is_blank()
    }
}
