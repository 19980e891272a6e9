//! The tree as the checks see it: its files, its crates and its settings.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

use super::cargo::Workspace;
use super::settings::Settings;

/// One file of the tree, tracked or about to be.
#[derive(Debug)]
pub(crate) struct File {
    /// Path relative to the root, with forward slashes.
    pub(crate) path: String,
    pub(crate) bytes: Vec<u8>,
}

impl File {
    /// The content as text, or nothing when it is not UTF-8.
    pub(crate) fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    pub(crate) fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Whether the first line says that a generator wrote the file.
    pub(crate) fn is_generated(&self) -> bool {
        self.bytes.starts_with(b"// @generated")
    }

    /// Whether the file belongs to tests, benchmarks or their data.
    pub(crate) fn is_test(&self) -> bool {
        self.path
            .split('/')
            .any(|part| matches!(part, "tests" | "benches" | "fuzz" | "corpus"))
    }
}

/// Everything that the checks look at.
#[derive(Debug)]
pub struct House {
    root: PathBuf,
    files: Vec<File>,
    settings: Settings,
    workspace: Workspace,
}

impl House {
    /// Reads the tree at the root.
    pub fn open(root: &Path) -> anyhow::Result<Self> {
        let mut files = Vec::new();
        for path in list(root)? {
            // A file may be deleted between the listing and the reading.
            if let Ok(bytes) = std::fs::read(root.join(&path)) {
                files.push(File { path, bytes });
            }
        }
        Ok(Self {
            root: root.to_path_buf(),
            settings: Settings::read(root)?,
            workspace: Workspace::members(root)?,
            files,
        })
    }

    /// A tree out of memory, for the tests of the checks.
    #[cfg(test)]
    pub(crate) fn pretend(files: &[(&str, &str)], workspace: Workspace) -> Self {
        let files = files.iter().map(|(path, text)| File {
            path: (*path).to_owned(),
            bytes: text.as_bytes().to_vec(),
        });
        Self {
            root: PathBuf::new(),
            files: files.collect(),
            settings: Settings::for_tests(),
            workspace,
        }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    pub(crate) fn files(&self) -> &[File] {
        &self.files
    }

    pub(crate) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// The text of a file that must be there.
    pub(crate) fn text(&self, path: &str) -> anyhow::Result<&str> {
        let file = self
            .file(path)
            .with_context(|| format!("{path} is missing; the check reads its rules there"))?;
        file.text().with_context(|| format!("{path} is not UTF-8"))
    }
}

/// Lists the files that git tracks or would track; walks the folder where git cannot help.
fn list(root: &Path) -> anyhow::Result<Vec<String>> {
    let git = Command::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .current_dir(root)
        .output();
    let mut paths: Vec<String> = match git {
        Ok(output) if output.status.success() => String::from_utf8(output.stdout)
            .context("git lists a path that is not UTF-8")?
            .split_terminator('\0')
            .map(str::to_owned)
            .collect(),
        _ => walk(root)?,
    };
    paths.sort();
    paths.dedup();
    Ok(paths)
}

fn walk(root: &Path) -> anyhow::Result<Vec<String>> {
    let mut paths = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            let relative = path
                .strip_prefix(root)?
                .to_string_lossy()
                .replace('\\', "/");
            if matches!(relative.as_str(), ".git" | "target" | "data") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                paths.push(relative);
            }
        }
    }
    Ok(paths)
}
