//! Long sequence listings, checked part by part: memory holds one part and not the listing.

mod examiner;

use super::{Checked, Settings, checked, examine, unread};
use crate::error::Error;
use crate::input::{Document, Part};
use check::listing::leave_to_rules;
use examiner::{Desk, Examiner};
use formats::st26::{Finished, Stream};
use model::{Record, Sequence};

/// Checks long listings, one at a time.
pub(super) struct Listings<'s> {
    settings: &'s Settings,
    running: Option<Running>,
}

/// A listing under way.
struct Running {
    stream: Stream,
    examiner: Examiner,
    /// Why the rest of it is not looked at.
    failed: Option<formats::Error>,
}

impl<'s> Listings<'s> {
    /// Stands before the first listing.
    pub(super) fn new(settings: &'s Settings) -> Self {
        Self {
            settings,
            running: None,
        }
    }

    /// Checks the next part; the last one of a listing gives what was found.
    pub(super) fn part(
        &mut self,
        document: &Document<'_>,
        part: Part,
    ) -> Option<Result<Vec<Checked>, Error>> {
        if part == Part::First {
            self.running = Some(Running {
                stream: Stream::new(&self.settings.limits.of_document()),
                examiner: Examiner::new(&self.settings.profile, self.settings.jobs),
                failed: None,
            });
        }
        if part == Part::Last {
            let running = self.running.take()?;
            return Some(self.last(running, document));
        }
        let running = self.running.as_mut()?;
        if running.failed.is_none() {
            let examiner = &mut running.examiner;
            let mut take = |sequence: Sequence| examiner.take(sequence);
            running.failed = running.stream.push(document.bytes, &mut take).err();
            running.examiner.part();
        }
        None
    }

    fn last(&self, running: Running, document: &Document<'_>) -> Result<Vec<Checked>, Error> {
        let Running {
            stream,
            mut examiner,
            failed,
        } = running;
        if let Some(error) = failed {
            return Ok(vec![unread(document.place, &error)]);
        }
        let mut take = |sequence: Sequence| examiner.take(sequence);
        let mut reading = match stream.finish(document.bytes, &mut take) {
            Ok(Finished::Listing(reading)) => reading.entries.into_iter(),
            Ok(Finished::Whole(bytes)) => {
                let whole = Document {
                    bytes: &bytes,
                    ..*document
                };
                return examine(&whole, self.settings);
            }
            Err(error) => return Ok(vec![unread(document.place, &error)]),
        };
        let mut all = Vec::new();
        let Desk {
            mut checker,
            mut found,
        } = *examiner.finish();
        if let Some(mut first) = reading.next() {
            if let Some(Record::Listing(listing)) = &first.record {
                // The general information is complete only now; it comes first all the same.
                let mut told = Vec::new();
                checker.head(listing, &mut told);
                told.append(&mut found);
                checker.end(listing, &mut told);
                told.sort_by_key(|finding| finding.span.offset);
                leave_to_rules(&mut first.findings, &told);
                first.findings.append(&mut told);
            }
            let record = first.record.as_ref();
            all.push(checked(
                first.findings,
                record,
                document.place,
                self.settings,
            ));
        }
        for entry in reading {
            all.push(super::entry(entry, document, self.settings));
        }
        Ok(all)
    }
}
