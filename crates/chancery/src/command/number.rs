//! `chancery number`: what a number means, in all its forms.

use crate::arguments::Number;
use crate::output::{Status, say, say_aside};
use anyhow::Context as _;
use model::number::{Hints, Reading, readings};
use serde_json::{Map, Value, json};
use std::io::BufRead;

/// Gives all readings of each text.
pub(crate) fn run(arguments: &Number) -> anyhow::Result<Status> {
    let mut seen = Seen::default();
    for text in &arguments.texts {
        if text != "-" {
            seen.text(text, arguments);
            continue;
        }
        for line in std::io::stdin().lock().split(b'\n') {
            let line = line.context("cannot read standard input; look whether it is open")?;
            let line = String::from_utf8_lossy(&line);
            if !line.trim().is_empty() {
                seen.text(line.trim(), arguments);
            }
        }
    }
    if seen.texts == 0 {
        say_aside("no number was given; write one on each line of standard input");
        return Ok(Status::Unread);
    }
    Ok(if seen.unknown > 0 {
        Status::Unread
    } else {
        Status::Fine
    })
}

/// What was given.
#[derive(Default)]
struct Seen {
    texts: u64,
    unknown: u64,
}

impl Seen {
    fn text(&mut self, text: &str, arguments: &Number) {
        let hints = Hints {
            office: arguments.office.as_deref().unwrap_or_default(),
            what: arguments.what.map(Into::into),
            ..Hints::default()
        };
        let all = readings(text, &hints);
        let is_known = all.iter().any(Reading::is_known);
        if arguments.json {
            let all: Vec<Value> = all.iter().map(object).collect();
            say(&json!({ "text": text, "known": is_known, "readings": all }).to_string());
        } else {
            if self.texts > 0 {
                say("");
            }
            say(text);
            for (index, reading) in all.iter().enumerate() {
                table(index, all.len(), reading);
            }
        }
        self.texts += 1;
        if !is_known {
            self.unknown += 1;
            say_aside(&unknown(text, all.is_empty(), hints.office));
        }
    }
}

fn unknown(text: &str, is_empty: bool, office: &str) -> String {
    if is_empty {
        return format!("{text}: this is no number; write one such as US-7272630-B2");
    }
    let remedy = if office.is_empty() {
        "name its office with --office, or look for its form in docs/numbers.md"
    } else {
        "look for its form in docs/numbers.md"
    };
    format!("{text}: no number of this form is known; {remedy}")
}

/// The forms of a reading with their names.
fn forms(reading: &Reading) -> Vec<(&'static str, String)> {
    let docdb = reading.docdb().map(|docdb| {
        let parts = [docdb.office.as_str(), &docdb.number, &docdb.kind];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    });
    let forms = [
        ("display", Some(reading.display())),
        ("docdb", docdb),
        ("epodoc", reading.epodoc()),
        ("original", reading.original()),
        ("st13", reading.st13()),
        ("key", Some(reading.key())),
    ];
    let there = forms.into_iter();
    there
        .filter_map(|(name, form)| form.map(|form| (name, form)))
        .collect()
}

fn table(index: usize, count: usize, reading: &Reading) {
    let place = if count > 1 {
        format!("{}. ", index + 1)
    } else {
        String::new()
    };
    say(&format!("  {place}{}", headline(reading)));
    for (name, form) in forms(reading) {
        say(&format!("    {name:<9} {form}"));
    }
    if let Some(check) = reading.check_digit() {
        let words = match (check.given, check.right) {
            (Some(given), Some(right)) if given == right => format!("{given}, which is right"),
            (Some(given), Some(right)) => format!("{given}, but it should be {right}"),
            (Some(given), None) => format!("{given}, not verified: its rule is not known"),
            (None, Some(right)) => format!("{right}, which was not written"),
            (None, None) => return,
        };
        say(&format!("    {:<9} {words}", "check"));
    }
    let mut why = reading.reasons().join(", ");
    for doubt in reading.doubts() {
        why.push_str("; but ");
        why.push_str(doubt);
    }
    say(&format!("    {:<9} {why}", "why"));
}

/// Office, kind of number and right in one line.
fn headline(reading: &Reading) -> String {
    let mut out = format!("{} {}", reading.office(), reading.words());
    if reading.is_known() && !reading.words().contains(reading.what().as_str()) {
        out.push_str(&format!(" ({})", reading.what().as_str()));
    }
    if !reading.kind().is_empty() {
        out.push_str(&format!(", kind code {}", reading.kind()));
    }
    if let Some(basis) = reading.basis() {
        out.push_str(&format!(" [{}]", basis.as_str()));
    }
    out.trim_start().to_owned()
}

fn object(reading: &Reading) -> Value {
    let mut out = Map::new();
    let mut put = |name: &str, value: Value| {
        out.insert(name.to_owned(), value);
    };
    put("office", reading.office().into());
    put("of", reading.what().as_str().into());
    put("right", reading.right().as_str().into());
    put("words", reading.words().into());
    put("kind", reading.kind().into());
    put("known", reading.is_known().into());
    for (name, form) in forms(reading) {
        put(name, form.into());
    }
    if let Some(year) = reading.year() {
        put("year", year.into());
    }
    if let Some(check) = reading.check_digit() {
        let text = |digit: Option<char>| digit.map(String::from);
        put(
            "check",
            json!({ "given": text(check.given), "right": text(check.right) }),
        );
    }
    if let Some(basis) = reading.basis() {
        put("basis", basis.as_str().into());
    }
    put("reasons", reading.reasons().into());
    put("doubts", reading.doubts().into());
    Value::Object(out)
}
