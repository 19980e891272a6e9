//! Decoding of the CCITT codings of bilevel images: Group 3 in one and two dimensions, Group 4.
//!
//! A line is a list of the columns at which the color changes; it begins with white. The codes come from the tables
//! of the library `fax`; the lines are read here, because offices use all of these codings.

use super::Problem;
use fax::BitReader;
use fax::maps::{Mode, black, mode, white};

/// A coding of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    /// Runs in one dimension; each line begins with a byte (compression 2).
    Runs,
    /// Group 3: lines end with a mark; a bit says whether the next has two dimensions (compression 3).
    Group3 {
        /// Whether lines may refer to the line above.
        two_dimensional: bool,
    },
    /// Group 4: each line refers to the line above (compression 4).
    Group4,
}

/// Decodes up to `height` lines of `width` pixels into packed rows in which a set bit is black.
///
/// Lines that were left out at the end are white, as senders mean them.
pub(super) fn decode(
    data: &[u8],
    coding: Coding,
    (width, height): (u32, u32),
) -> Result<Vec<u8>, Problem> {
    let stride = width.div_ceil(8) as usize;
    let mut out = vec![0; stride * height as usize];
    let mut lines = Lines {
        bits: Bits { data, at: 0 },
        coding,
        width,
        above: Vec::new(),
        line: Vec::new(),
    };
    for (index, row) in out.chunks_exact_mut(stride.max(1)).enumerate() {
        match lines.next() {
            Some(true) => paint(&lines.above, width, row),
            Some(false) => break,
            None => {
                let what = format!("line {} of {height} cannot be decoded", index + 1);
                return Err(Problem::damaged(what));
            }
        }
    }
    Ok(out)
}

struct Lines<'a> {
    bits: Bits<'a>,
    coding: Coding,
    width: u32,
    above: Vec<u32>,
    line: Vec<u32>,
}

impl Lines<'_> {
    /// Reads a line, which then stands in `above`; `false` at the end, `None` for what is no line.
    fn next(&mut self) -> Option<bool> {
        let flat = match self.coding {
            Coding::Runs => {
                self.bits.align();
                true
            }
            Coding::Group3 { two_dimensional } => {
                let ended = self.line_ends();
                if ended > 1 {
                    return Some(false);
                }
                // The bit is there only behind a mark; a first line without one has one dimension.
                !two_dimensional || ended == 0 || self.bits.take_bit()?
            }
            Coding::Group4 => false,
        };
        if self.bits.is_at_end() {
            return Some(false);
        }
        self.line.clear();
        let more = if flat {
            self.runs()?
        } else {
            self.referring()?
        };
        if more {
            normalize(&mut self.line, self.width);
            std::mem::swap(&mut self.above, &mut self.line);
        }
        Some(more)
    }

    /// Takes the marks of line ends, with zeros before them, and counts them.
    fn line_ends(&mut self) -> usize {
        let mut count = 0;
        loop {
            let start = self.bits.at;
            let mut zeros = 0;
            while !self.bits.is_at_end() && self.bits.peek(1) == Some(0) {
                self.bits.at += 1;
                zeros += 1;
            }
            if zeros < 11 || self.bits.is_at_end() {
                // Zeros which are no mark begin a code, or fill the last byte.
                if !self.bits.is_at_end() {
                    self.bits.at = start;
                }
                return count;
            }
            self.bits.at += 1;
            count += 1;
            if let Coding::Group3 {
                two_dimensional: true,
            } = self.coding
                && self.is_mark_behind_bit()
            {
                self.bits.at += 1;
            }
        }
    }

    /// Whether a further mark follows the bit that says how the next line is coded: the end of the page.
    fn is_mark_behind_bit(&self) -> bool {
        let behind = Bits {
            data: self.bits.data,
            at: self.bits.at + 1,
        };
        behind.peek(12) == Some(1)
    }

    /// Reads a line of runs, white and black in turn.
    fn runs(&mut self) -> Option<bool> {
        let mut at: u32 = 0;
        let mut is_black = false;
        while at < self.width {
            at = at.checked_add(self.run(is_black)?)?;
            self.line.push(at);
            is_black = !is_black;
        }
        Some(true)
    }

    fn run(&mut self, is_black: bool) -> Option<u32> {
        let mut sum: u32 = 0;
        loop {
            let length = if is_black {
                black::decode(&mut self.bits)
            } else {
                white::decode(&mut self.bits)
            };
            let length = u32::from(length?);
            sum = sum.checked_add(length)?;
            if length < 64 {
                return Some(sum);
            }
        }
    }

    /// Reads a line that refers to the one above.
    fn referring(&mut self) -> Option<bool> {
        // Before the first pixel.
        let mut at: Option<u32> = None;
        let mut is_black = false;
        while at.is_none_or(|at| at < self.width) {
            match mode::decode(&mut self.bits)? {
                Mode::Pass => {
                    let (_, after) = self.changes_above(at, is_black);
                    at = Some(after);
                }
                Mode::Vertical(by) => {
                    let (change, _) = self.changes_above(at, is_black);
                    let to = change.checked_add_signed(i32::from(by))?;
                    if at.is_some_and(|at| to < at) {
                        return None;
                    }
                    self.line.push(to);
                    at = Some(to);
                    is_black = !is_black;
                }
                Mode::Horizontal => {
                    let first = at.unwrap_or(0).checked_add(self.run(is_black)?)?;
                    let second = first.checked_add(self.run(!is_black)?)?;
                    self.line.extend([first, second]);
                    at = Some(second);
                }
                Mode::EOF if at.is_none() => return Some(false),
                Mode::EOF | Mode::Extension => return None,
            }
        }
        Some(true)
    }

    /// The next change to the other color in the line above, right of `at`, and the change after it.
    fn changes_above(&self, at: Option<u32>, is_black: bool) -> (u32, u32) {
        let right = |change: u32| at.is_none_or(|at| change > at);
        // Changes to black have even places.
        let first = self.above.partition_point(|change| !right(*change));
        let place = first + usize::from((first % 2 == 1) != is_black);
        let change = |place: usize| self.above.get(place).copied().unwrap_or(self.width);
        (change(place), change(place + 1))
    }
}

/// Takes out runs without length, and what lies behind the end of the line.
fn normalize(line: &mut Vec<u32>, width: u32) {
    let mut kept = 0;
    for index in 0..line.len() {
        let change = line[index];
        if kept > 0 && line[kept - 1] == change {
            kept -= 1;
        } else {
            line[kept] = change;
            kept += 1;
        }
    }
    line.truncate(kept);
    while line.last().is_some_and(|change| *change >= width) {
        line.pop();
    }
}

/// Sets the bits of the black runs.
fn paint(line: &[u32], width: u32, row: &mut [u8]) {
    for run in line.chunks(2) {
        let start = run[0].min(width) as usize;
        let end = run.get(1).copied().unwrap_or(width).min(width) as usize;
        if start >= end {
            continue;
        }
        let (first, last) = (start / 8, (end - 1) / 8);
        let head = 0xff_u8 >> (start % 8);
        let tail = 0xff_u8 << (7 - (end - 1) % 8);
        if first == last {
            row[first] |= head & tail;
        } else {
            row[first] |= head;
            row[first + 1..last].fill(0xff);
            row[last] |= tail;
        }
    }
}

/// Bits of a strip; behind its end stand zeros, which are no code.
struct Bits<'a> {
    data: &'a [u8],
    /// The next bit.
    at: usize,
}

impl Bits<'_> {
    fn is_at_end(&self) -> bool {
        self.at >= self.data.len() * 8
    }

    fn align(&mut self) {
        self.at = self.at.next_multiple_of(8);
    }

    fn take_bit(&mut self) -> Option<bool> {
        let bit = self.peek(1)?;
        self.consume(1).ok()?;
        Some(bit == 1)
    }
}

impl BitReader for Bits<'_> {
    type Error = ();

    fn peek(&self, bits: u8) -> Option<u16> {
        let byte = self.at / 8;
        let at = |index: usize| u32::from(self.data.get(index).copied().unwrap_or(0));
        let window = at(byte) << 16 | at(byte + 1) << 8 | at(byte + 2);
        let shifted = (window << (self.at % 8)) & 0x00ff_ffff;
        u16::try_from(shifted >> (24 - u32::from(bits))).ok()
    }

    fn consume(&mut self, bits: u8) -> Result<(), ()> {
        self.at += usize::from(bits);
        if self.at > self.data.len() * 8 {
            return Err(());
        }
        Ok(())
    }

    fn bits_to_byte_boundary(&self) -> u8 {
        u8::try_from(self.at.next_multiple_of(8) - self.at).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_painted() {
        let mut row = [0; 3];
        paint(&[3, 5, 7, 18], 20, &mut row);
        assert_eq!(row, [0b0001_1001, 0xff, 0b1100_0000]);
        let mut row = [0; 1];
        paint(&[2], 6, &mut row);
        assert_eq!(row, [0b0011_1100]);
    }

    #[test]
    fn runs_without_length_vanish() {
        let mut line = vec![0, 5, 5, 8, 20, 20];
        normalize(&mut line, 20);
        assert_eq!(line, [0, 8]);
    }

    #[test]
    fn a_line_of_group_3() {
        // 4 white (1011), 3 black (10), 1 white (000111): 8 pixels.
        let data = [0b1011_1000, 0b0111_0000];
        let rows = decode(&data, Coding::Runs, (8, 1)).unwrap();
        assert_eq!(rows, [0b0000_1110]);
    }

    #[test]
    fn nonsense_is_told() {
        let noise: Vec<u8> = (0..200_u8).map(|byte| byte.wrapping_mul(37)).collect();
        for coding in [
            Coding::Runs,
            Coding::Group3 {
                two_dimensional: true,
            },
            Coding::Group3 {
                two_dimensional: false,
            },
            Coding::Group4,
        ] {
            for width in [1, 7, 64, 2000] {
                let _either = decode(&noise, coding, (width, 50));
            }
        }
        assert!(decode(&[0xff, 0x02, 0x00], Coding::Group4, (4, 40)).is_err());
    }
}
