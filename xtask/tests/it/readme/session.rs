//! A folder in which the commands of one block run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use tempfile::TempDir;

use super::server::Server;

/// How long one command may take.
const PATIENCE: Duration = Duration::from_secs(120);
/// Programs that change the machine, or ask the network: they are not run.
const NOT_RUN: [&str; 5] = ["sudo", "apt-get", "apt", "rustup", "docker"];

/// The folder of a block, what was started in it, and where its next command runs.
pub(crate) struct Session {
    root: PathBuf,
    folder: TempDir,
    here: PathBuf,
    server: Option<Server>,
    /// The folder of the last `git clone`, which stands for the folder of the session.
    clone: Option<String>,
    binary: Option<PathBuf>,
}

impl Session {
    /// Makes the folder with a copy of the corpus.
    pub(crate) fn open(root: &Path) -> anyhow::Result<Self> {
        let folder = TempDir::new()?;
        let corpus = root.join("corpus");
        if corpus.is_dir() {
            copy(&corpus, &folder.path().join("corpus"))?;
        }
        Ok(Self {
            root: root.to_path_buf(),
            here: folder.path().to_path_buf(),
            folder,
            server: None,
            clone: None,
            binary: None,
        })
    }

    /// Runs or examines one command line.
    pub(crate) fn run(&mut self, line: &str) -> anyhow::Result<()> {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["git", "clone", rest @ ..] => self.note_clone(rest),
            ["cd", folder] => self.enter(folder),
            ["make", goals @ ..] => self.dry_run(goals),
            ["cargo", rest @ ..] => self.examine_cargo(rest),
            [program, ..] if NOT_RUN.contains(program) => {
                eprintln!("not run: `{program}` changes the machine");
                Ok(())
            }
            [program, "serve", rest @ ..] if is_chancery(program) => self.serve(rest),
            ["curl" | "wget", ..] if line.contains("https://") => {
                eprintln!("not run: it asks the network");
                Ok(())
            }
            ["curl" | "wget" | "jq" | "xmllint", ..] if !exists(words[0]) => {
                eprintln!("not run: {} is not installed", words[0]);
                Ok(())
            }
            _ => self.shell(line),
        }
    }

    fn note_clone(&mut self, rest: &[&str]) -> anyhow::Result<()> {
        let last = rest.last().context("git clone needs an address")?;
        let name = last
            .trim_end_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or(last);
        self.clone = Some(name.trim_end_matches(".git").to_owned());
        Ok(())
    }

    fn enter(&mut self, folder: &str) -> anyhow::Result<()> {
        if self.clone.as_deref() == Some(folder) {
            self.here = self.folder.path().to_path_buf();
            return Ok(());
        }
        let target = self.here.join(folder);
        ensure!(target.is_dir(), "there is no such folder");
        self.here = target;
        Ok(())
    }

    /// Lets `make` say what it would do, which fails for a goal that does not exist.
    fn dry_run(&self, goals: &[&str]) -> anyhow::Result<()> {
        let mut command = Command::new("make");
        command.arg("-n").args(goals).current_dir(&self.root);
        finish(command)
    }

    /// Looks whether the packages, folders and chores that a cargo command names exist.
    fn examine_cargo(&self, words: &[&str]) -> anyhow::Result<()> {
        let subcommand = words.first().context("cargo needs a subcommand")?;
        if *subcommand == "xtask" {
            let known = ["tidy", "codegen", "help"];
            let chore = words.get(1).copied().unwrap_or("help");
            ensure!(known.contains(&chore), "there is no chore `{chore}`");
        }
        for pair in words.windows(2) {
            match pair {
                ["-p" | "--package", package] => {
                    let mut command = Command::new(env!("CARGO"));
                    command
                        .args(["pkgid", "--offline", "-p", package])
                        .current_dir(&self.root);
                    finish(command)?;
                }
                ["--path", folder] => {
                    let manifest = self.root.join(folder).join("Cargo.toml");
                    ensure!(manifest.is_file(), "{folder} holds no package");
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn serve(&mut self, rest: &[&str]) -> anyhow::Result<()> {
        let arguments: Vec<&str> = rest.iter().copied().filter(|word| *word != "&").collect();
        let binary = self.binary()?;
        self.server = None;
        let mut command = Command::new(binary);
        command.arg("serve").args(arguments).current_dir(&self.here);
        self.server = Some(Server::start(command)?);
        Ok(())
    }

    fn shell(&mut self, line: &str) -> anyhow::Result<()> {
        let mut command = Command::new("sh");
        let words = line.split_whitespace().next().unwrap_or_default();
        if line.split_whitespace().any(is_chancery) {
            let binary = self.binary()?;
            let folder = binary.parent().context("a binary has a folder")?;
            let mut paths = vec![folder.to_path_buf()];
            paths.extend(std::env::split_paths(
                &std::env::var_os("PATH").unwrap_or_default(),
            ));
            command.env("PATH", std::env::join_paths(paths)?);
        }
        // `target/release/chancery` is the same program as `chancery` here.
        let line = match is_chancery(words) {
            true => line.replacen(words, "chancery", 1),
            false => line.to_owned(),
        };
        command.args(["-e", "-c", &line]).current_dir(&self.here);
        finish(command)
    }

    /// The development build of the binary, made when it is first needed.
    fn binary(&mut self) -> anyhow::Result<PathBuf> {
        if let Some(binary) = &self.binary {
            return Ok(binary.clone());
        }
        let status = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--package", "chancery"])
            .current_dir(&self.root)
            .status()?;
        ensure!(status.success(), "cargo build -p chancery failed");
        let output = Command::new(env!("CARGO"))
            .args([
                "metadata",
                "--no-deps",
                "--offline",
                "--format-version",
                "1",
            ])
            .current_dir(&self.root)
            .output()?;
        let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
        let target = metadata["target_directory"]
            .as_str()
            .context("no target directory")?;
        let binary = Path::new(target).join("debug").join("chancery");
        ensure!(
            binary.is_file(),
            "the binary is not at {}",
            binary.display()
        );
        self.binary = Some(binary.clone());
        Ok(binary)
    }
}

fn is_chancery(word: &str) -> bool {
    word == "chancery" || word.ends_with("/chancery")
}

fn exists(program: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(program).is_file())
}

/// Runs a command to its end, with no input, and fails with its output when it fails.
fn finish(mut command: Command) -> anyhow::Result<()> {
    let output = tempfile::tempfile()?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(output.try_clone()?)
        .stderr(output.try_clone()?)
        .spawn()?;
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if start.elapsed() > PATIENCE {
            child.kill()?;
            child.wait()?;
            bail!("it did not end within {} s", PATIENCE.as_secs());
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    if !status.success() {
        bail!("{status}\n{}", rewound(output)?);
    }
    Ok(())
}

fn rewound(mut file: std::fs::File) -> anyhow::Result<String> {
    use std::io::{Read, Seek};
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
