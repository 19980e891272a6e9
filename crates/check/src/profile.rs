//! An office's word on how much each rule matters.

mod nearest;
mod outside;

use crate::{Error, rules};
use model::{Finding, Severity};
use nearest::nearest;
use outside::OUTSIDE;
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};

/// The profile that ships with the program: every rule by its name.
const DEFAULT: &str = include_str!("../profiles/default.toml");

/// What a profile may hold at its top.
const KEYS: [&str; 3] = ["name", "version", "severity"];

/// How much each rule matters; `None` is a rule that is off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    name: String,
    version: String,
    /// One for each rule, in the order of [`rules`].
    severities: Vec<Option<Severity>>,
    /// For findings that no rule here makes.
    outside: BTreeMap<String, Option<Severity>>,
}

impl Default for Profile {
    fn default() -> Self {
        Self::parse(DEFAULT).expect("a test reads the profile that ships with the program")
    }
}

impl Profile {
    /// Reads a profile: `name`, `version`, and a table `[severity]` from rules to severities.
    ///
    /// A key is a rule (`claims/numbering`), a group (`claims/*`) or all (`*`); the closer one
    /// counts. A rule that is not named keeps its own severity.
    ///
    /// # Errors
    ///
    /// When the text is no TOML, or names a rule or a severity that does not exist; each names the line.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let table = DeTable::parse(text).map_err(|error| Error::Toml {
            line: error.span().map_or(1, |span| line(text, span.start)),
            problem: error.message().to_owned(),
        })?;
        let mut profile = Self {
            name: String::new(),
            version: String::new(),
            severities: rules().iter().map(|rule| Some(rule.severity())).collect(),
            outside: BTreeMap::new(),
        };
        for (key, value) in table.get_ref() {
            let line = line(text, key.span().start);
            let wanted = |wanted| Error::Value {
                line,
                key: key.get_ref().to_string(),
                wanted,
            };
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("name", DeValue::String(name)) => profile.name = name.to_string(),
                ("version", DeValue::String(version)) => profile.version = version.to_string(),
                ("severity", DeValue::Table(levels)) => profile.levels(text, levels)?,
                ("name" | "version", _) => return Err(wanted("a text, in quotes")),
                ("severity", _) => return Err(wanted("a table, headed [severity]")),
                (key, _) => {
                    return Err(Error::Key {
                        line,
                        key: key.to_owned(),
                        nearest: nearest(key, KEYS.into_iter()).to_owned(),
                    });
                }
            }
        }
        Ok(profile)
    }

    /// The name of the profile.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The version of the profile.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The severity of each rule, in the order of [`rules`]; `None` is off.
    pub(crate) fn severities(&self) -> &[Option<Severity>] {
        &self.severities
    }

    /// Gives findings of readers, writers and schemas the severities of this profile.
    ///
    /// Those that are off are removed; those of which it says nothing stay as they are.
    pub fn apply(&self, findings: &mut Vec<Finding>) {
        findings.retain_mut(|finding| {
            let group = finding.rule.split('/').next().unwrap_or_default();
            let named = self.outside.get(finding.rule.as_str());
            let level = named
                .or_else(|| self.outside.get(&format!("{group}/*")))
                .or_else(|| self.outside.get("*").filter(|_| outside::is_group(group)));
            match level {
                Some(Some(severity)) => finding.severity = *severity,
                Some(None) => return false,
                None => {}
            }
            true
        });
    }

    /// Sets what a table says: groups first, so that single rules come last.
    fn levels(&mut self, text: &str, levels: &DeTable<'_>) -> Result<(), Error> {
        let mut entries: Vec<(&str, usize, &DeValue<'_>)> = levels
            .iter()
            .map(|(key, value)| (key.get_ref().as_ref(), key.span().start, value.get_ref()))
            .collect();
        entries.sort_by_key(|(_, start, _)| *start);
        // What is wrong is told in the order of the file.
        for (key, start, value) in &entries {
            let severity = level(key, line(text, *start), value)?;
            if !Self::knows(key) {
                return Err(Error::UnknownRule {
                    line: line(text, *start),
                    name: (*key).to_owned(),
                    nearest: nearest_rule(key),
                });
            }
            if outside::covers(key) {
                self.outside.insert((*key).to_owned(), severity);
            }
        }
        entries.sort_by_key(|(key, ..)| (!key.ends_with('*'), key.len() > 1));
        for (key, start, value) in entries {
            let severity = level(key, line(text, start), value)?;
            for (rule, slot) in rules().iter().zip(&mut self.severities) {
                if covers(key, rule.id()) {
                    *slot = severity;
                }
            }
        }
        Ok(())
    }

    /// Whether `key` names a rule, a group of rules, or findings that no rule here makes.
    fn knows(key: &str) -> bool {
        outside::covers(key) || rules().iter().any(|rule| covers(key, rule.id()))
    }
}

/// The line, counted from 1, in which a byte of a text stands.
fn line(text: &str, offset: usize) -> usize {
    let before = &text.as_bytes()[..offset.min(text.len())];
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

fn level(name: &str, line: usize, value: &DeValue<'_>) -> Result<Option<Severity>, Error> {
    match value.as_str() {
        Some("error") => Ok(Some(Severity::Error)),
        Some("warning") => Ok(Some(Severity::Warning)),
        Some("info") => Ok(Some(Severity::Info)),
        Some("off") => Ok(None),
        other => Err(Error::Level {
            line,
            name: name.to_owned(),
            level: other.unwrap_or(value.type_str()).to_owned(),
        }),
    }
}

fn covers(key: &str, id: &str) -> bool {
    match key.strip_suffix('*') {
        Some("") => true,
        Some(group) => group.ends_with('/') && id.starts_with(group),
        None => key == id,
    }
}

/// The rule or group whose name is most like `name`.
fn nearest_rule(name: &str) -> String {
    let ids: Vec<&str> = rules()
        .iter()
        .map(|rule| rule.id())
        .chain(OUTSIDE)
        .collect();
    // A name without its group is often all that people remember.
    let is_end = |id: &&&str| id.split_once('/').is_some_and(|(_, end)| end == name);
    if let Some(id) = ids.iter().find(is_end) {
        return (*id).to_owned();
    }
    let group = |id: &&str| id.split_once('/').map(|(group, _)| format!("{group}/*"));
    let groups: Vec<String> = ids.iter().filter_map(group).collect();
    let all = ids
        .iter()
        .copied()
        .chain(groups.iter().map(String::as_str))
        .chain(["schema/*"]);
    nearest(name, all).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use toml::{Table, Value};

    #[test]
    fn the_default_names_every_rule_with_its_own_severity() {
        let table: Table = DEFAULT.parse().unwrap();
        let levels = table["severity"].as_table().unwrap();
        for rule in rules() {
            let level = levels.get(rule.id()).and_then(Value::as_str);
            assert_eq!(level, Some(rule.severity().as_str()), "{}", rule.id());
        }
        let profile = Profile::default();
        assert_eq!(profile.name(), "default");
    }

    #[test]
    fn the_closer_key_counts() {
        let text = "[severity]\n'part/title'='error'\n'part/*'='off'\n'*'='info'\n'xml/*'='off'";
        let profile = Profile::parse(text).unwrap();
        for (rule, severity) in rules().iter().zip(profile.severities()) {
            let wanted = match rule.id() {
                "part/title" => Some(Severity::Error),
                id if id.starts_with("part/") => None,
                _ => Some(Severity::Info),
            };
            assert_eq!(*severity, wanted, "{}", rule.id());
        }
        let mut findings = vec![
            Finding::new("xml/encoding", Severity::Warning, "x"),
            Finding::new("source/unmapped", Severity::Warning, "x"),
            Finding::new("other/thing", Severity::Warning, "x"),
        ];
        profile.apply(&mut findings);
        let left: Vec<_> = findings
            .iter()
            .map(|f| (f.rule.as_str(), f.severity))
            .collect();
        assert_eq!(
            left,
            [
                ("source/unmapped", Severity::Info),
                ("other/thing", Severity::Warning)
            ]
        );
    }

    #[test]
    fn errors_tell_line_and_remedy() {
        let error = |text: &str| Profile::parse(text).unwrap_err().to_string();
        assert_eq!(
            error("[severity]\n'part/titel'='error'"),
            "line 2: there is no rule `part/titel`; did you mean `part/title`?"
        );
        assert_eq!(
            error("[severity]\n'claim/*'='error'"),
            "line 2: there is no rule `claim/*`; did you mean `claims/*`?"
        );
        assert_eq!(
            error("[severity]\n\n'xml/ampersant'='off'"),
            "line 3: there is no rule `xml/ampersant`; did you mean `xml/ampersand`?"
        );
        assert_eq!(
            error("[severity]\nnumbering='off'"),
            "line 2: there is no rule `numbering`; did you mean `claims/numbering`?"
        );
        assert_eq!(
            error("name = 'x'\n[severity]\n'part/title'='fatal'"),
            "line 3: `fatal` is no severity for `part/title`; write error, warning, info or off"
        );
        assert_eq!(
            error("[severity]\n'part/title'=1"),
            "line 2: `integer` is no severity for `part/title`; write error, warning, info or off"
        );
        assert_eq!(
            error("nmae = 'x'"),
            "line 1: a profile has no `nmae`; did you mean `name`? It may hold name, version and the table [severity]"
        );
        assert_eq!(
            error("\nname = 1"),
            "line 2: `name` must be a text, in quotes"
        );
        let toml = error("[severity]\npart/title = 'error'");
        assert!(
            toml.starts_with("line 2: this is no TOML: ")
                && toml.contains("names of rules stand in quotes"),
            "{toml}"
        );
    }

    #[test]
    fn the_first_mistake_is_told() {
        let text = "[severity]\n'part/title'='off'\n'zzz/a'='off'\n'a*'='off'";
        let error = Profile::parse(text).unwrap_err().to_string();
        assert!(
            error.starts_with("line 3: there is no rule `zzz/a`"),
            "{error}"
        );
    }
}
