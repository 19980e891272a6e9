//! Drawings of real documents, and variants of them by libtiff; `ImageMagick` gives a second opinion.

use super::pixels;
use office::drawing::{self, Format, Limits};
use std::path::{Path, PathBuf};
use std::process::Command;

fn tiffs(folder: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            tiffs(&path, out);
        } else if path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("tif"))
        {
            out.push(path);
        }
    }
    out.sort();
}

fn corpus() -> Vec<PathBuf> {
    let mut out = Vec::new();
    tiffs(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus")),
        &mut out,
    );
    out
}

#[expect(clippy::print_stdout, reason = "a test tells what it skips")]
fn shared() -> Vec<PathBuf> {
    let shared = std::env::var_os("CHANCERY_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        PathBuf::from,
    );
    let mut out = Vec::new();
    tiffs(&shared.join("data/epo/ep-package"), &mut out);
    if out.is_empty() {
        println!("skipped: no shared data");
    }
    out
}

fn decoded(path: &Path) -> (u32, u32, usize, Vec<u8>) {
    let bytes = std::fs::read(path).unwrap();
    let png = drawing::png(&bytes, &Limits::default())
        .unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
    pixels(&png.bytes)
}

#[test]
fn every_drawing_is_shown() {
    let all = [corpus(), shared()].concat();
    for path in &all {
        let bytes = std::fs::read(path).unwrap();
        let described = drawing::describe(&bytes).unwrap();
        assert_eq!(described.format, Format::Tiff);
        let (width, height, _, data) = decoded(path);
        assert_eq!((width, height), (described.width, described.height));
        let black = data.iter().filter(|sample| **sample == 0).count();
        assert!(black > 0, "{} is empty", path.display());
        assert!(black * 2 < data.len(), "{} is mostly black", path.display());
    }
    println!("{} drawings shown", all.len());
}

/// The pixels that `ImageMagick` sees, or `None` when it is not there.
fn second_opinion(path: &Path) -> Option<Vec<u8>> {
    let candidates = ["magick", "convert-im6.q16", "convert"];
    candidates.iter().find_map(|program| {
        let mut page = path.as_os_str().to_owned();
        page.push("[0]");
        let output = Command::new(program)
            .arg(page)
            .args(["-depth", "8", "gray:-"])
            .output()
            .ok()?;
        (output.status.success() && !output.stdout.is_empty()).then_some(output.stdout)
    })
}

#[test]
fn imagemagick_sees_the_same() {
    let mut compared = 0;
    for path in shared().iter().chain(corpus().iter().take(4)) {
        let Some(wanted) = second_opinion(path) else {
            println!("skipped: no ImageMagick");
            return;
        };
        let (.., channels, data) = decoded(path);
        assert_eq!(channels, 1);
        assert!(data == wanted, "{} differs", path.display());
        compared += 1;
    }
    println!("{compared} drawings are the same");
}

#[test]
fn every_coding_of_libtiff_gives_the_same_pixels() {
    let all = [shared(), corpus()].concat();
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.tif");
    for path in all.iter().take(3) {
        let wanted = decoded(path);
        for options in VARIANTS {
            let done = Command::new("tiffcp")
                .args(*options)
                .args([path, &copy])
                .output();
            match done {
                Err(_) => {
                    println!("skipped: no tiffcp");
                    return;
                }
                Ok(output) if !output.status.success() => {
                    panic!(
                        "tiffcp {options:?}: {}",
                        String::from_utf8_lossy(&output.stderr)
                    );
                }
                Ok(_) => {}
            }
            let name = path.file_name().unwrap().display();
            assert!(decoded(&copy) == wanted, "{name} with {options:?}");
        }
    }
}

const VARIANTS: &[&[&str]] = &[
    &["-c", "none"],
    &["-c", "none", "-f", "lsb2msb"],
    &["-c", "none", "-B"],
    &["-c", "packbits"],
    &["-c", "packbits", "-r", "17", "-f", "lsb2msb"],
    &["-c", "lzw"],
    &["-c", "lzw", "-f", "lsb2msb"],
    &["-c", "zip", "-r", "100"],
    &["-c", "g3:1d"],
    &["-c", "g3:1d", "-f", "lsb2msb", "-r", "64"],
    &["-c", "g3:1d:fill"],
    &["-c", "g3:2d"],
    &["-c", "g3:2d:fill"],
    &["-c", "g3:2d:fill", "-f", "lsb2msb", "-r", "33"],
    &["-c", "g4"],
    &["-c", "g4", "-f", "lsb2msb"],
    &["-c", "g4", "-r", "1"],
    &["-c", "g4", "-t", "-w", "256", "-l", "128"],
    &["-c", "lzw", "-t", "-w", "64", "-l", "64"],
];
