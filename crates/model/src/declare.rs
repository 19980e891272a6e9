//! The macros by which every type of the model is declared, once.

use std::fmt;

/// Who may read a field, before an office's policy says more.
///
/// A field without a class does not compile: the class is part of its declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Publicity {
    /// Part of the publication; anyone may read it.
    Public,
    /// Published, but about a person: subject to the office's policy on personal data.
    Personal,
    /// Kept by the office; never in a public sink.
    Restricted,
}

impl fmt::Display for Publicity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Public => "public",
            Self::Personal => "personal",
            Self::Restricted => "restricted",
        })
    }
}

/// A type whose fields are declared with their publicity class.
pub trait Declared {
    /// The name of the type.
    const NAME: &'static str;
    /// Each field, in order, with its class.
    const FIELDS: &'static [(&'static str, Publicity)];
}

macro_rules! publicity {
    (public) => {
        $crate::Publicity::Public
    };
    (personal) => {
        $crate::Publicity::Personal
    };
    (restricted) => {
        $crate::Publicity::Restricted
    };
}

/// Declares a struct of the model: fields with their publicity class, and the shape.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident {
        $($(#[$field_meta:meta])* $class:ident $field:ident : $type:ty),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name { $($(#[$field_meta])* pub $field: $type),* }

        impl $crate::Shape for $name {
            fn put<S: $crate::Sink>(&self, sink: &mut S) {
                sink.begin_fields();
                $(if !$crate::Shape::is_blank(&self.$field) {
                    sink.field(stringify!($field));
                    $crate::Shape::put(&self.$field, sink);
                })*
                sink.end_fields();
            }

            fn take(value: $crate::Value) -> Result<Self, $crate::Mismatch> {
                let mut fields = $crate::shape::Fields::open(value, stringify!($name))?;
                let record = Self { $($field: fields.take(stringify!($field))?),* };
                fields.close()?;
                Ok(record)
            }
        }

        impl $crate::Declared for $name {
            const NAME: &'static str = stringify!($name);
            const FIELDS: &'static [(&'static str, $crate::Publicity)] =
                &[$((stringify!($field), publicity!($class))),*];
        }
    };
}

/// Declares an enum whose variants carry one value each, and its shape: a tagged value.
macro_rules! choice {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident($type:ty) = $tag:literal),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$variant_meta])* $variant($type)),* }

        impl $crate::Shape for $name {
            fn put<S: $crate::Sink>(&self, sink: &mut S) {
                sink.begin_fields();
                match self {
                    $(Self::$variant(value) => {
                        sink.field($tag);
                        $crate::Shape::put(value, sink);
                    })*
                }
                sink.end_fields();
            }

            fn take(value: $crate::Value) -> Result<Self, $crate::Mismatch> {
                let (tag, value) = value.into_tagged(stringify!($name))?;
                match tag.as_str() {
                    $($tag => Ok(Self::$variant($crate::Shape::take(value)?)),)*
                    _ => Err($crate::Mismatch::tag(stringify!($name), &tag)),
                }
            }
        }
    };
}

/// Declares an enum of plain names, and its shape: the name as text.
macro_rules! names {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident = $tag:literal),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant),* }

        impl $name {
            /// The name by which the encoding knows it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $tag),* }
            }
        }

        impl $crate::Shape for $name {
            fn put<S: $crate::Sink>(&self, sink: &mut S) {
                sink.text(self.as_str());
            }

            fn take(value: $crate::Value) -> Result<Self, $crate::Mismatch> {
                let text = value.into_text(stringify!($name))?;
                match text.as_str() {
                    $($tag => Ok(Self::$variant),)*
                    _ => Err($crate::Mismatch::tag(stringify!($name), &text)),
                }
            }
        }
    };
}
