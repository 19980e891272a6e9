//! How a rule of sequence listings is declared.

/// Declares a rule of sequence listings: `Head`, `Sequence`, `End`, or `All` for each of them.
macro_rules! listing_rule {
    ($(#[doc = $line:literal])* All struct $name:ident = $id:literal, $severity:ident, $hint:literal;) => {
        listing_rule!(@rule $name, $id, $severity, $hint, [$($line),*], $(#[doc = $line])*);

        impl $crate::listing::Review for $name {
            fn stages(&self) -> &'static [$crate::listing::Kind] {
                use $crate::listing::Kind;
                &[Kind::Head, Kind::Sequence, Kind::End]
            }

            fn review(&self, stage: &$crate::listing::Stage<'_>, out: &mut Vec<model::Finding>) {
                check(stage, &mut $crate::rule::Found::new(self, out));
            }
        }
    };
    ($(#[doc = $line:literal])* $stage:ident struct $name:ident = $id:literal, $severity:ident, $hint:literal;) => {
        listing_rule!(@rule $name, $id, $severity, $hint, [$($line),*], $(#[doc = $line])*);

        impl $crate::listing::Review for $name {
            fn stages(&self) -> &'static [$crate::listing::Kind] {
                &[$crate::listing::Kind::$stage]
            }

            fn review(&self, stage: &$crate::listing::Stage<'_>, out: &mut Vec<model::Finding>) {
                if let $crate::listing::Stage::$stage(part) = stage {
                    check(part, &mut $crate::rule::Found::new(self, out));
                }
            }
        }
    };
    (@rule $name:ident, $id:literal, $severity:ident, $hint:literal, [$($line:literal),*], $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub(crate) struct $name;

        impl $crate::Rule for $name {
            fn id(&self) -> &'static str {
                $id
            }

            fn severity(&self) -> model::Severity {
                model::Severity::$severity
            }

            fn hint(&self) -> &'static str {
                $hint
            }

            fn lines(&self) -> &'static [&'static str] {
                &[$($line),*]
            }

            fn check(&self, _context: &$crate::Context<'_>, _out: &mut Vec<model::Finding>) {}
        }
    };
}
