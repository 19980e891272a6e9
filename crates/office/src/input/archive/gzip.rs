//! Reads gzip data of one or more members, with nothing but zeros behind them.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::GzDecoder;

use crate::input::guard::{Budget, Guard, Packed};
use crate::input::problem::Cause;
use crate::input::source::{Counted, Meter};
use crate::input::{Event, Flow, Node, Origin, Walk};

const BLOCK: usize = 64 * 1024;

impl<V: FnMut(Event<'_>) -> Flow> Walk<'_, V> {
    /// Reads what is compressed in `reader`, in the place of the compressed file itself.
    pub(crate) fn gzip(&mut self, node: &Node, reader: &mut dyn Read) -> Flow {
        let budget = self.budget();
        let packed = Meter::default();
        let counted = Counted::new(reader, Meter::clone(&packed));
        let members = Members::new(BufReader::with_capacity(BLOCK, counted), &budget);
        let limit = self.limits.entry_bytes;
        let mut guard =
            Guard::new(members, &budget, limit, "gzip data").packed(Packed::Counted(packed));
        self.enter(&node.inside("gzip data"), Origin::Stream(&mut guard))
    }
}

/// The members of gzip data, one after the other.
struct Members<'a, R> {
    /// The decoder of the current member; `None` behind the last.
    decoder: Option<GzDecoder<R>>,
    budget: &'a Budget,
}

impl<'a, R: BufRead> Members<'a, R> {
    fn new(reader: R, budget: &'a Budget) -> Self {
        Self {
            decoder: Some(GzDecoder::new(reader)),
            budget,
        }
    }

    /// Goes on to the next member; an error if something else follows.
    fn next_member(&mut self) -> io::Result<()> {
        let Some(decoder) = self.decoder.take() else {
            return Ok(());
        };
        let mut reader = decoder.into_inner();
        loop {
            let rest = reader.fill_buf()?;
            match rest.iter().position(|byte| *byte != 0) {
                _ if rest.is_empty() => return Ok(()),
                Some(0) if rest[0] == 0x1F => {
                    self.decoder = Some(GzDecoder::new(reader));
                    return Ok(());
                }
                Some(_) => return Err(self.budget.trip(Cause::TrailingData)),
                None => {
                    let count = rest.len();
                    reader.consume(count);
                }
            }
        }
    }
}

impl<R: BufRead> Read for Members<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(decoder) = &mut self.decoder {
            let count = decoder.read(buffer)?;
            if count > 0 {
                return Ok(count);
            }
            self.next_member()?;
        }
        Ok(0)
    }
}
