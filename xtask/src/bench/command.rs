//! The program itself: memory on a large file, two jobs against one, start to first verdict.

use anyhow::Context;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Rounds of the runs on the large file.
const ROUNDS: usize = 3;
/// Bytes of the large file.
const LARGE: usize = 1 << 30;
/// Bytes of the listings that are checked.
const LISTINGS: [usize; 2] = [64 << 20, 512 << 20];

/// Measures the release build of the program.
pub(super) fn run(root: &Path, sample: &[u8], out: &mut impl Write) -> anyhow::Result<()> {
    let program = program(root)?;
    let folder = scratch().join(format!("chancery-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = all(&program, &folder, sample, out);
    std::fs::remove_dir_all(&folder)?;
    measured
}

/// Where files are written: in memory if there is a file system for that, so that no disk is measured.
fn scratch() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        return memory.to_owned();
    }
    std::env::temp_dir()
}

fn all(program: &Path, folder: &Path, sample: &[u8], out: &mut impl Write) -> anyhow::Result<()> {
    listings(program, folder, out)?;
    let small = folder.join("small.xml");
    let document = super::split(sample)
        .into_iter()
        .min_by_key(|document| document.len().abs_diff(138_000));
    let document = document.context("the sample is empty")?;
    std::fs::write(&small, document)?;
    let mut starts: Vec<Duration> = (0..21)
        .map(|_| convert(program, folder, &small, 1).map(|(time, _)| time))
        .collect::<anyhow::Result<_>>()?;
    starts.sort();
    writeln!(
        out,
        "\nstart to first verdict on a document of {} KB: {:.1} ms (median of 21, wall time)",
        document.len() / 1000,
        starts[10].as_secs_f64() * 1e3
    )?;

    let large = folder.join("large.xml");
    let mut file = std::io::BufWriter::new(std::fs::File::create(&large)?);
    let mut written = 0;
    while written < LARGE {
        file.write_all(sample)?;
        written += sample.len();
    }
    file.flush()?;
    let (mut ones, mut twos) = (Vec::new(), Vec::new());
    let (mut memory, mut memory_two) = (0, 0);
    for _ in 0..ROUNDS {
        let (time, most) = convert(program, folder, &large, 1)?;
        ones.push(time);
        memory = memory.max(most);
        let (time, most) = convert(program, folder, &large, 2)?;
        twos.push(time);
        memory_two = memory_two.max(most);
    }
    let (one, two) = (super::median(ones), super::median(twos));
    let rate = super::mega(written) / one.as_secs_f64();
    writeln!(
        out,
        "concatenated file of {:.2} GB: {rate:.0} MB/s with one job, memory at most {memory} MB",
        super::mega(written) / 1e3
    )?;
    writeln!(
        out,
        "two jobs: {:.2} times as fast, memory at most {memory_two} MB (wall time, medians of {ROUNDS})",
        one.as_secs_f64() / two.as_secs_f64()
    )?;
    Ok(())
}

/// Converts a file; gives the wall time, and the most memory that the program held, in MB.
fn convert(
    program: &Path,
    folder: &Path,
    input: &Path,
    jobs: usize,
) -> anyhow::Result<(Duration, u64)> {
    let target = folder.join("out");
    let mut command = Command::new(program);
    command
        .arg("convert")
        .arg(input)
        .args(["--to", "st96", "--jobs", &jobs.to_string(), "--out"])
        .arg(&target)
        .arg("--report")
        .arg(folder.join("report.jsonl"));
    let measured = watch(&mut command)?;
    std::fs::remove_dir_all(&target)?;
    Ok(measured)
}

/// Checks listings of two lengths: the rate, and that memory does not grow with them.
fn listings(program: &Path, folder: &Path, out: &mut impl Write) -> anyhow::Result<()> {
    for size in LISTINGS {
        let path = folder.join("listing.xml");
        let (text, count) = super::listing::generate(size);
        std::fs::write(&path, &text)?;
        let rate = super::mega(text.len());
        drop(text);
        let (one, memory_one) = check(program, &path, 1)?;
        let (two, memory_two) = check(program, &path, 2)?;
        std::fs::remove_file(&path)?;
        writeln!(
            out,
            "check of a listing of {count} sequences, {rate:.0} MB: {:.0} MB/s with one job and {:.0} with two, memory at most \
             {memory_one} and {memory_two} MB (wall time, least of {ROUNDS})",
            rate / one.as_secs_f64(),
            rate / two.as_secs_f64()
        )?;
    }
    Ok(())
}

/// Checks a file; gives the least wall time of the rounds, and the most memory that the program held, in MB.
fn check(program: &Path, input: &Path, jobs: usize) -> anyhow::Result<(Duration, u64)> {
    let (mut least, mut most) = (Duration::MAX, 0);
    for _ in 0..ROUNDS {
        let mut command = Command::new(program);
        command
            .arg("check")
            .arg(input)
            .args(["--jobs", &jobs.to_string()]);
        let (time, memory) = watch(&mut command)?;
        least = least.min(time);
        most = most.max(memory);
    }
    Ok((least, most))
}

/// Runs a command; gives the wall time, and the most memory that it held, in MB.
fn watch(command: &mut Command) -> anyhow::Result<(Duration, u64)> {
    let started = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let mut memory = 0;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        memory = memory.max(high_water(child.id()).unwrap_or(0));
        // Short runs are timed closely; long ones are not disturbed.
        let pause =
            (started.elapsed() / 100).clamp(Duration::from_micros(200), Duration::from_millis(20));
        std::thread::sleep(pause);
    };
    let time = started.elapsed();
    anyhow::ensure!(status.success(), "the program ended with {status}");
    Ok((time, memory / 1000))
}

/// The most memory that a process held so far, in kB.
fn high_water(id: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// The release build, in the target folder that cargo uses.
fn program(root: &Path) -> anyhow::Result<PathBuf> {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let program = target.join("release/chancery");
    anyhow::ensure!(
        program.is_file(),
        "there is no {}; build it with `cargo build --release -p chancery`",
        program.display()
    );
    Ok(program)
}
