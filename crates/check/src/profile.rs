//! An office's word on how much each rule matters.

use crate::{Error, rules};
use model::{Finding, Severity};
use std::collections::BTreeMap;
use toml::{Table, Value};

/// The profile that ships with the program: every rule by its name.
const DEFAULT: &str = include_str!("../profiles/default.toml");

/// Groups of findings that come from readers, writers and schemas and not from the rules here.
const OUTSIDE: [&str; 5] = ["package", "schema", "source", "st96", "xml"];

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
    /// When the text is no TOML, or names a rule or a severity that does not exist.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let table: Table = text.parse()?;
        let mut profile = Self {
            name: String::new(),
            version: String::new(),
            severities: rules().iter().map(|rule| Some(rule.severity())).collect(),
            outside: BTreeMap::new(),
        };
        for (key, value) in &table {
            match (key.as_str(), value) {
                ("name", Value::String(name)) => profile.name.clone_from(name),
                ("version", Value::String(version)) => profile.version.clone_from(version),
                ("severity", Value::Table(levels)) => profile.levels(levels)?,
                ("name" | "version", _) => return Err(key_error(key, "a text")),
                ("severity", _) => return Err(key_error(key, "a table")),
                _ => return Err(key_error(key, "name, version or severity")),
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
                .or_else(|| self.outside.get("*").filter(|_| OUTSIDE.contains(&group)));
            match level {
                Some(Some(severity)) => finding.severity = *severity,
                Some(None) => return false,
                None => {}
            }
            true
        });
    }

    /// Sets what a table says: groups first, so that single rules come last.
    fn levels(&mut self, levels: &Table) -> Result<(), Error> {
        let mut keys: Vec<(&String, &Value)> = levels.iter().collect();
        keys.sort_by_key(|(key, _)| (!key.ends_with('*'), key.len() > 1));
        for (key, value) in keys {
            let severity = level(key, value)?;
            let mut is_known = self.outside(key, severity);
            for (rule, slot) in rules().iter().zip(&mut self.severities) {
                if covers(key, rule.id()) {
                    *slot = severity;
                    is_known = true;
                }
            }
            if !is_known {
                return Err(Error::UnknownRule {
                    name: key.clone(),
                    nearest: nearest(key),
                });
            }
        }
        Ok(())
    }

    /// Notes a severity for findings from outside; says whether `key` covers any.
    fn outside(&mut self, key: &str, severity: Option<Severity>) -> bool {
        let group = key.split('/').next().unwrap_or_default();
        let is_outside = key == "*" || (OUTSIDE.contains(&group) && key.len() > group.len() + 1);
        if is_outside {
            self.outside.insert(key.to_owned(), severity);
        }
        is_outside
    }
}

fn key_error(key: &str, wanted: &'static str) -> Error {
    Error::Key {
        key: key.to_owned(),
        wanted,
    }
}

fn level(name: &str, value: &Value) -> Result<Option<Severity>, Error> {
    match value.as_str() {
        Some("error") => Ok(Some(Severity::Error)),
        Some("warning") => Ok(Some(Severity::Warning)),
        Some("info") => Ok(Some(Severity::Info)),
        Some("off") => Ok(None),
        other => Err(Error::Level {
            name: name.to_owned(),
            level: other.map_or_else(|| value.to_string(), str::to_owned),
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
fn nearest(name: &str) -> String {
    let groups = rules()
        .iter()
        .filter_map(|rule| rule.id().split('/').next())
        .chain(OUTSIDE)
        .map(|group| format!("{group}/*"));
    let ids = rules().iter().map(|rule| rule.id().to_owned());
    ids.chain(groups)
        .min_by_key(|known| distance(name, known))
        .unwrap_or_default()
}

/// How many characters must be changed, added or taken away to make `b` of `a`.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.chars().enumerate() {
            let change = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.chars().count()]
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn errors_tell_the_remedy() {
        let error = |text: &str| Profile::parse(text).unwrap_err().to_string();
        assert_eq!(
            error("[severity]\n'part/titel'='error'"),
            "there is no rule `part/titel`; did you mean `part/title`?"
        );
        assert_eq!(
            error("[severity]\n'claim/*'='error'"),
            "there is no rule `claim/*`; did you mean `claims/*`?"
        );
        assert_eq!(
            error("[severity]\n'part/title'='fatal'"),
            "`fatal` is no severity for `part/title`; write error, warning, info or off"
        );
        assert_eq!(
            error("nmae = 'x'"),
            "the profile has `nmae`, which must be name, version or severity"
        );
        assert_eq!(error("["), "the profile is not readable as TOML");
    }
}
