//! What `cargo metadata` says about the crates.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};
use serde::Deserialize;

/// The packages that `cargo metadata` lists.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Workspace {
    pub(crate) packages: Vec<Package>,
}

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) version: String,
    #[serde(default)]
    pub(crate) license: Option<String>,
    #[serde(default)]
    pub(crate) source: Option<String>,
    #[serde(default)]
    pub(crate) dependencies: Vec<Dependency>,
    #[serde(default)]
    pub(crate) targets: Vec<Target>,
    #[serde(default)]
    pub(crate) manifest_path: String,
}

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    /// Nothing for a normal dependency, else `dev` or `build`.
    #[serde(default)]
    pub(crate) kind: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Target {
    pub(crate) name: String,
    pub(crate) kind: Vec<String>,
    pub(crate) src_path: String,
}

impl Package {
    /// The name of the room: `model` for `chancery-model`.
    pub(crate) fn room(&self) -> &str {
        room(&self.name)
    }

    /// The manifest's path relative to the root.
    pub(crate) fn manifest(&self, root: &Path) -> String {
        relative(&self.manifest_path, root)
    }
}

impl Dependency {
    pub(crate) fn is_dev(&self) -> bool {
        self.kind.as_deref() == Some("dev")
    }
}

/// The name of the room that a package fills.
pub(crate) fn room(package: &str) -> &str {
    package.strip_prefix("chancery-").unwrap_or(package)
}

/// A path of cargo's, relative to the root.
pub(crate) fn relative(path: &str, root: &Path) -> String {
    let path = Path::new(path);
    let short = path.strip_prefix(root).unwrap_or(path);
    short.to_string_lossy().replace('\\', "/")
}

impl Workspace {
    /// The members of the workspace, without their dependencies' packages.
    pub(crate) fn members(root: &Path) -> anyhow::Result<Self> {
        metadata(root, &["--no-deps", "--offline"])
    }

    /// All packages that are built for this machine, dependencies included.
    pub(crate) fn closure(root: &Path) -> anyhow::Result<Self> {
        let host = host()?;
        let filter = ["--filter-platform", &host];
        // Whoever has built the workspace has everything; a partial build may need the registry.
        metadata(root, &[&filter[..], &["--offline"]].concat()).or_else(|_| metadata(root, &filter))
    }
}

fn metadata(root: &Path, options: &[&str]) -> anyhow::Result<Workspace> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1"])
        .args(options)
        .current_dir(root)
        .output()
        .context("cargo metadata did not start")?;
    if !output.status.success() {
        bail!(
            "cargo metadata failed: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    serde_json::from_slice(&output.stdout).context("cargo metadata wrote something unexpected")
}

/// The target triple of this machine.
fn host() -> anyhow::Result<String> {
    let output = Command::new("rustc").arg("-vV").output()?;
    let text = String::from_utf8(output.stdout)?;
    text.lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .context("rustc -vV names no host")
}
