//! Schema files in memory and how one names another.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use xsd_schema::{
    EmbeddedLoader, LoaderChain, LocationRequest, ResolverConfig, SchemaError, SchemaLoader,
    SchemaResolver, SchemaResult, SchemaSetBuilder, XsdVersion, has_embedded_schema,
};

use super::failure::{dangling, failure, plain};
use super::scan::{Outline, scan};
use super::{Error, Limits, Missing, Schema};

/// Files are known to the compiler as this, their number, a stroke and their base name.
pub(super) const SCHEME: &str = "memory:///";

/// The files of one schema set, or of several that share no file names.
///
/// Holds the bytes once, however many threads compile them. A location in an import or include
/// finds the file that ends most like it: the folder it names need not exist, the base name must.
#[derive(Clone)]
pub struct Library {
    files: Arc<BTreeMap<String, File>>,
    limits: Limits,
}

struct File {
    bytes: Vec<u8>,
    outline: Outline,
}

impl fmt::Debug for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Library")
            .field("files", &self.files.keys())
            .finish_non_exhaustive()
    }
}

impl Library {
    /// Takes the files, name to bytes; names may have folders, divided by `/`.
    pub fn new(files: BTreeMap<String, Vec<u8>>, limits: Limits) -> Self {
        let file = |bytes: Vec<u8>| File {
            outline: scan(&bytes),
            bytes,
        };
        let files = files
            .into_iter()
            .map(|(name, bytes)| (name, file(bytes)))
            .collect();
        Self {
            files: Arc::new(files),
            limits,
        }
    }

    /// Names the files that declare a document's root element, the best entry file first.
    ///
    /// Best is the file called like the element, then the one that declares the fewest elements:
    /// in a flattened set that is the schema made for this document.
    pub fn candidates(&self, namespace: &str, local: &str) -> Vec<&str> {
        let mut found: Vec<_> = self
            .files
            .iter()
            .filter(|(_, file)| file.outline.namespace == namespace)
            .filter(|(_, file)| file.outline.elements.iter().any(|element| element == local))
            .map(|(name, file)| {
                let rest = base_name(name).strip_prefix(local);
                let whole = rest.is_some_and(|r| !r.starts_with(|c: char| c.is_alphanumeric()));
                (
                    !whole,
                    rest.is_none(),
                    file.outline.elements.len(),
                    name.as_str(),
                )
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(.., name)| name).collect()
    }

    /// Compiles the schema that begins in the file `root` and all that it includes and imports.
    ///
    /// # Errors
    ///
    /// When a file is missing, is not XML or is no valid schema.
    pub fn compile(&self, root: &str) -> Result<Schema, Error> {
        let unknown = || Error::Unknown {
            name: root.to_owned(),
        };
        let number = self.find(root, "").ok_or_else(unknown)?;
        let (name, file) = self.files.iter().nth(number).ok_or_else(unknown)?;
        if let Some(reason) = &file.outline.trouble {
            return Err(Error::NotSchema {
                file: name.clone(),
                reason: reason.clone(),
            });
        }
        let missing = Arc::new(Mutex::new(BTreeSet::new()));
        let url = self.url(number);
        let compiled = self
            .builder(file.outline.version_1_1, Arc::clone(&missing))
            .add_source(&text(&file.bytes), &url)
            .and_then(SchemaSetBuilder::compile);
        let missing: Vec<_> = std::mem::take(&mut *lock(&missing)).into_iter().collect();
        if !missing.is_empty() {
            return Err(Error::Missing {
                root: name.clone(),
                missing,
            });
        }
        let compiled = compiled.map_err(|error| failure(name, &error))?;
        if let Some(failure) = compiled.directive_failures().first() {
            let reason = plain(&failure.to_string());
            return Err(Error::Invalid {
                root: name.clone(),
                reason,
            });
        }
        let mut set = compiled.into_schema_set();
        if let Some(reason) = dangling(&set) {
            return Err(Error::Invalid {
                root: name.clone(),
                reason,
            });
        }
        set.source_maps.compact();
        Ok(Schema {
            set,
            limits: self.limits.clone(),
        })
    }

    fn builder(
        &self,
        version_1_1: bool,
        missing: Arc<Mutex<BTreeSet<Missing>>>,
    ) -> SchemaSetBuilder {
        let mut chain = LoaderChain::new();
        chain.add(Box::new(Loader(self.clone())));
        chain.add(Box::new(EmbeddedLoader::new()));
        let config = ResolverConfig {
            allow_network: false,
            ..ResolverConfig::default()
        };
        let mut resolver = SchemaResolver::with_config_and_loader(config, Box::new(chain));
        let catalog = resolver.catalog_mut();
        catalog.add("http://www.w3.org/XML/1998/namespace", "embedded://xml.xsd");
        catalog.add("http://www.w3.org/1999/xlink", "embedded://xlink.xsd");
        let library = self.clone();
        let rewrite = move |request: &LocationRequest<'_>, _: &SchemaResolver| {
            library.rewrite(request, &missing)
        };
        resolver.set_location_rewriter(rewrite);
        let version = if version_1_1 {
            XsdVersion::V1_1
        } else {
            XsdVersion::V1_0
        };
        SchemaSetBuilder::with_resolver(resolver, version)
    }

    /// The address of the file that a location means; a missing one is noted.
    fn rewrite(
        &self,
        request: &LocationRequest<'_>,
        missing: &Mutex<BTreeSet<Missing>>,
    ) -> Option<String> {
        let location = request.location;
        if location.starts_with(SCHEME) || location.starts_with("embedded:") {
            return None;
        }
        let base = self.name(request.base_uri).unwrap_or_default();
        if let Some(number) = self.find(location, base) {
            return Some(self.url(number));
        }
        if !request.namespace.is_some_and(has_embedded_schema) {
            lock(missing).insert(Missing {
                file: base.to_owned(),
                location: location.to_owned(),
                namespace: request.namespace.map(str::to_owned),
            });
        }
        Some(format!("{SCHEME}none/"))
    }

    /// The number of the file with the base name of `location` whose path ends most like it.
    fn find(&self, location: &str, base: &str) -> Option<usize> {
        let location = location.split(['?', '#']).next().unwrap_or_default();
        let wanted = path(location, base);
        let score = |name: &str| {
            let name = name.split('/').rev();
            name.zip(wanted.iter().rev())
                .take_while(|(a, b)| a == *b)
                .count()
        };
        let scores = self
            .files
            .keys()
            .enumerate()
            .map(|(number, name)| (score(name), number));
        let best = scores.max_by_key(|(score, number)| (*score, usize::MAX - number))?;
        (best.0 > 0).then_some(best.1)
    }

    fn url(&self, number: usize) -> String {
        let name = self
            .files
            .keys()
            .nth(number)
            .map_or("", |name| base_name(name));
        let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
        let name: String = name
            .chars()
            .map(|c| if safe(c) { c } else { '_' })
            .collect();
        format!("{SCHEME}{number}/{name}")
    }

    fn number(url: &str) -> Option<usize> {
        url.strip_prefix(SCHEME)?.split('/').next()?.parse().ok()
    }

    fn name(&self, url: &str) -> Option<&str> {
        Some(self.files.keys().nth(Self::number(url)?)?.as_str())
    }
}

/// Gives the compiler the files of the library and no others.
#[derive(Debug)]
struct Loader(Library);

impl SchemaLoader for Loader {
    fn load(&self, location: &str) -> SchemaResult<String> {
        let file = Library::number(location).and_then(|n| self.0.files.values().nth(n));
        let missing = || SchemaError::resolution("the file is not in the set".to_owned());
        Ok(text(&file.ok_or_else(missing)?.bytes))
    }

    fn can_load(&self, location: &str) -> bool {
        location.starts_with(SCHEME)
    }

    fn priority(&self) -> i32 {
        1
    }
}

fn text(bytes: &[u8]) -> String {
    crate::encoding::decode(bytes).text.into_owned()
}

fn lock(missing: &Mutex<BTreeSet<Missing>>) -> MutexGuard<'_, BTreeSet<Missing>> {
    missing.lock().unwrap_or_else(PoisonError::into_inner)
}

fn base_name(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// The segments of a location, seen from the file that names it.
fn path<'a>(location: &'a str, base: &'a str) -> Vec<&'a str> {
    let absolute = location.contains(':') || location.starts_with('/');
    let mut segments: Vec<&str> = if absolute {
        Vec::new()
    } else {
        base.split('/').collect()
    };
    segments.pop();
    for segment in location.split(['/', '\\']) {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            other => segments.push(other),
        }
    }
    segments
}
