//! How fast the main job is, as ratios measured in one run: against raw XML events over the same bytes.
//!
//! Every stage runs on one thread, rounds interleaved, CPU time of that thread; the median of the rounds counts.

mod command;
mod listing;
mod readers;

use anyhow::Context;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

/// Rounds of each stage.
const ROUNDS: usize = 7;
/// Bytes that the sample is repeated to.
const SAMPLE: usize = 48 << 20;

/// One stage of the main job, on all documents.
struct Stage {
    name: &'static str,
    run: fn(&[&[u8]]) -> usize,
}

const STAGES: &[Stage] = &[
    Stage {
        name: "raw events (quick-xml)",
        run: raw_events,
    },
    Stage {
        name: "tree",
        run: tree,
    },
    Stage {
        name: "record",
        run: record,
    },
    Stage {
        name: "record to ST.96",
        run: st96,
    },
];

/// Runs the benchmark and writes its table.
///
/// # Errors
///
/// When no sample is there, or the program cannot be started.
pub fn run(root: &Path, shared: Option<&Path>, out: &mut impl Write) -> anyhow::Result<()> {
    let (name, sample) = sample(root, shared)?;
    let documents = split(&sample);
    let repeated: Vec<&[u8]> = documents
        .iter()
        .copied()
        .cycle()
        .take(documents.len() * (SAMPLE / sample.len()).max(1))
        .collect();
    let bytes: usize = repeated.iter().map(|document| document.len()).sum();
    writeln!(
        out,
        "sample: {name}, {} documents, {:.1} MB, repeated to {:.0} MB",
        documents.len(),
        mega(sample.len()),
        mega(bytes)
    )?;
    let mut times = vec![Vec::new(); STAGES.len()];
    for _ in 0..ROUNDS {
        for (stage, times) in STAGES.iter().zip(&mut times) {
            let before = cpu_time()?;
            std::hint::black_box((stage.run)(&repeated));
            times.push(cpu_time()?.saturating_sub(before));
        }
    }
    let medians: Vec<Duration> = times.into_iter().map(median).collect();
    writeln!(
        out,
        "\n{:<26} {:>9} {:>12}",
        "stage (one thread)", "MB/s CPU", "of raw"
    )?;
    for (stage, time) in STAGES.iter().zip(&medians) {
        let rate = mega(bytes) / time.as_secs_f64();
        let ratio = medians[0].as_secs_f64() / time.as_secs_f64();
        writeln!(out, "{:<26} {rate:>9.0} {ratio:>12.3}", stage.name)?;
    }
    readers(root, shared, &[], out)?;
    listing::run(out)?;
    command::run(root, &sample, out)
}

/// Measures readers by the names of their formats, or all, and `listing` too if it is named.
///
/// # Errors
///
/// When no sample is there.
pub fn readers(
    root: &Path,
    shared: Option<&Path>,
    names: &[&str],
    out: &mut impl Write,
) -> anyhow::Result<()> {
    if names.contains(&"listing") {
        listing::run(out)?;
    }
    if names == ["listing"] {
        return Ok(());
    }
    readers::run(root, shared, names, out)
}

/// The sample: weekly files of the US office where they are, else the project's own corpus.
fn sample(root: &Path, shared: Option<&Path>) -> anyhow::Result<(&'static str, Vec<u8>)> {
    let weekly = "data/us-redbook/concatenated/funginstitute+patentprocessor/ipgxml";
    if let Some(folder) = shared
        .map(|shared| shared.join(weekly))
        .filter(|folder| folder.is_dir())
    {
        return Ok(("weekly files of the US office", read_all(&folder)?));
    }
    let folder = root.join("corpus");
    let all = read_all(&folder).context("there is no sample to measure with")?;
    Ok(("the starter corpus (no shared data here)", all))
}

fn read_all(folder: &Path) -> anyhow::Result<Vec<u8>> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    paths.sort();
    let mut all = Vec::new();
    for path in paths
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "xml"))
    {
        all.extend(std::fs::read(path)?);
        all.push(b'\n');
    }
    anyhow::ensure!(!all.is_empty(), "no XML files in {}", folder.display());
    Ok(all)
}

/// Cuts at XML declarations; the sample has none within its documents.
fn split(bytes: &[u8]) -> Vec<&[u8]> {
    let text = std::str::from_utf8(bytes).expect("the sample is UTF-8");
    let mut starts: Vec<usize> = text.match_indices("<?xml ").map(|(at, _)| at).collect();
    starts.push(bytes.len());
    starts
        .windows(2)
        .map(|pair| &bytes[pair[0]..pair[1]])
        .collect()
}

fn raw_events(documents: &[&[u8]]) -> usize {
    let texts = documents
        .iter()
        .map(|document| std::str::from_utf8(document).expect("the sample is UTF-8"));
    texts.map(raw_text).sum()
}

/// Events of XML, values of JSON or words of plain text.
fn raw_text(text: &str) -> usize {
    match text.trim_start_matches('\u{feff}').trim_start().as_bytes() {
        [b'<', sign, ..] if !sign.is_ascii_digit() => {}
        [b'{' | b'[', ..] => return values(text),
        _ => return text.lines().filter(|line| !line.is_empty()).count(),
    }
    let mut events = 0;
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    while !matches!(
        reader.read_event(),
        Ok(quick_xml::events::Event::Eof) | Err(_)
    ) {
        events += 1;
    }
    events
}

/// The tokens of JSON, each as `quick-xml` gives an event: looked at, and not kept.
fn values(text: &str) -> usize {
    let mut jiter = jiter::Jiter::new(text.as_bytes());
    let first = jiter.peek().expect("the sample is JSON");
    value(&mut jiter, first).expect("the sample is JSON")
}

fn value(jiter: &mut jiter::Jiter<'_>, peek: jiter::Peek) -> jiter::JiterResult<usize> {
    use jiter::Peek;
    let mut count = 1;
    match peek {
        Peek::Array => {
            let mut next = jiter.known_array()?;
            while let Some(peek) = next {
                count += value(jiter, peek)?;
                next = jiter.array_step()?;
            }
        }
        Peek::Object => {
            let mut next = jiter.known_object()?.map(str::len);
            while next.is_some() {
                let peek = jiter.peek()?;
                count += 1 + value(jiter, peek)?;
                next = jiter.next_key()?.map(str::len);
            }
        }
        Peek::String => {
            std::hint::black_box(jiter.known_str()?.len());
        }
        _ => jiter.known_skip(peek)?,
    }
    Ok(count)
}

fn tree(documents: &[&[u8]]) -> usize {
    let limits = xml::tree::Limits::default();
    let words = documents.iter().map(|document| {
        let text = std::str::from_utf8(document).expect("the sample is UTF-8");
        let tree = xml::tree::parse(text, &limits).expect("the sample is within all limits");
        tree.troubles().len()
    });
    words.sum()
}

fn record(documents: &[&[u8]]) -> usize {
    let limits = formats::Limits::default();
    let entries = documents
        .iter()
        .filter_map(|document| formats::read(document, &limits).ok());
    entries.map(|document| document.reading.entries.len()).sum()
}

fn st96(documents: &[&[u8]]) -> usize {
    let limits = formats::Limits::default();
    let mut out = Vec::new();
    let mut written = 0;
    for document in documents {
        let Ok(document) = formats::read(document, &limits) else {
            continue;
        };
        for record in document
            .reading
            .entries
            .iter()
            .filter_map(|entry| entry.record.as_ref())
        {
            out.clear();
            std::hint::black_box(formats::st96::write(record, &mut out));
            written += out.len();
        }
    }
    written
}

/// CPU time of this thread.
fn cpu_time() -> anyhow::Result<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat")
        .context("CPU time is read from /proc, which is there on Linux only")?;
    let nanos = text
        .split_whitespace()
        .next()
        .context("the scheduler tells no time")?;
    Ok(Duration::from_nanos(nanos.parse()?))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a rate is shown with three digits"
)]
fn mega(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
