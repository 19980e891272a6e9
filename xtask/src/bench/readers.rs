//! Each reader on samples of its own format, against the raw events of the same text.

use super::{ROUNDS, cpu_time, mega, raw_text};
use anyhow::Context;
use formats::Format;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

/// Bytes of a sample at most, and bytes that it is repeated to.
const MOST: usize = 8 << 20;
const REPEATED: usize = 48 << 20;
/// Files that are larger are left out.
const LARGE: u64 = 24 << 20;

/// Documents of one format.
#[derive(Default)]
struct Sample {
    documents: Vec<Vec<u8>>,
    bytes: usize,
    is_own: bool,
}

/// Measures all readers and writes their table.
pub(super) fn run(
    root: &Path,
    shared: Option<&Path>,
    names: &[&str],
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let mut samples = BTreeMap::new();
    if let Some(shared) = shared {
        collect(&shared.join("data"), true, &mut samples)?;
    }
    written_json(&mut samples);
    let mut own = BTreeMap::new();
    collect(&root.join("corpus"), false, &mut own)?;
    for (name, sample) in own {
        samples.entry(name).or_insert(sample);
    }
    writeln!(
        out,
        "\n{:<14} {:>6} {:>8} {:>9} {:>9} {:>9}",
        "reader", "files", "MB", "MB/s CPU", "raw MB/s", "of raw"
    )?;
    samples.retain(|name, _| names.is_empty() || names.contains(&name.as_str()));
    for (name, sample) in &samples {
        let (raw, read, bytes) = measure(sample)?;
        let place = if sample.is_own { "" } else { " (corpus)" };
        writeln!(
            out,
            "{name:<14} {:>6} {:>8.2} {:>9.0} {:>9.0} {:>9.3}{place}",
            sample.documents.len(),
            mega(sample.bytes),
            mega(bytes) / read,
            mega(bytes) / raw,
            raw / read
        )?;
    }
    Ok(())
}

/// Seconds of raw events and of the reader over the sample, repeated, and its bytes: the least of the rounds, as a small
/// sample takes little time and all else that the machine does only adds to it.
fn measure(sample: &Sample) -> anyhow::Result<(f64, f64, usize)> {
    let times = (REPEATED / sample.bytes.max(1)).max(1);
    let texts: Vec<_> = sample
        .documents
        .iter()
        .map(|document| xml::encoding::decode(document).text)
        .collect();
    let limits = formats::Limits::default();
    let (mut raws, mut reads) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let before = cpu_time()?;
        for _ in 0..times {
            let events = texts.iter().map(|text| raw_text(text));
            std::hint::black_box(events.sum::<usize>());
        }
        let between = cpu_time()?;
        for _ in 0..times {
            for document in &sample.documents {
                drop(std::hint::black_box(formats::read(document, &limits)));
            }
        }
        raws.push(between.saturating_sub(before));
        reads.push(cpu_time()?.saturating_sub(between));
    }
    let bytes = sample.bytes * times;
    let least = |times: Vec<Duration>| times.into_iter().min().unwrap_or(Duration::MAX);
    Ok((least(raws).as_secs_f64(), least(reads).as_secs_f64(), bytes))
}

/// Takes the documents in ST.96 as ST.97 too: offices do not publish it yet.
fn written_json(samples: &mut BTreeMap<String, Sample>) {
    let Some(sources) = samples.get(Format::St96.as_str()) else {
        return;
    };
    let limits = formats::Limits::default();
    let mut sample = Sample {
        is_own: true,
        ..Sample::default()
    };
    for source in &sources.documents {
        let Ok(document) = formats::read(source, &limits) else {
            continue;
        };
        let entries = document.reading.entries.iter();
        for record in entries.filter_map(|entry| entry.record.as_ref()) {
            let mut json = Vec::new();
            formats::st97::write(record, &mut json);
            sample.bytes += json.len();
            sample.documents.push(json);
        }
    }
    samples.insert(Format::St97.as_str().to_owned(), sample);
}

/// Adds the documents below a folder to the samples of their formats.
fn collect(
    folder: &Path,
    is_own: bool,
    samples: &mut BTreeMap<String, Sample>,
) -> anyhow::Result<()> {
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut paths: Vec<_> = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, is_own, samples)?;
        } else if path.metadata().is_ok_and(|about| about.len() < LARGE) {
            let bytes = std::fs::read(&path)?;
            for document in documents(&bytes) {
                add(document, is_own, samples);
            }
        }
    }
    Ok(())
}

/// Cuts at XML declarations, where there is more than one.
fn documents(bytes: &[u8]) -> Vec<&[u8]> {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.matches("<?xml ").nth(1).is_some() => super::split(bytes),
        _ => vec![bytes],
    }
}

fn add(document: &[u8], is_own: bool, samples: &mut BTreeMap<String, Sample>) {
    let Some(format) = formats::sniff_bytes(document).format else {
        return;
    };
    if matches!(format, Format::Companion | Format::Native) {
        return;
    }
    let is_json = matches!(format, Format::OpsJson | Format::Odp);
    let name = format.as_str().to_owned() + if is_json { " json" } else { "" };
    let sample = samples.entry(name).or_default();
    if sample.bytes < MOST {
        sample.is_own = is_own;
        sample.bytes += document.len();
        sample.documents.push(document.to_vec());
    }
}
