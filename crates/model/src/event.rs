//! Legal events: what happened to an application or a right, as an office recorded it.

use crate::biblio::Gazette;
use crate::number::DocumentId;
use crate::party::Party;
use crate::statement::{Attribute, Statement};
use crate::{Date, Str};

names! {
    /// What a date of a legal event means.
    pub enum EventDateRole {
        /// When it happened.
        #[default]
        Event = "event",
        /// When it takes effect.
        Effective = "effective",
        /// When it was published or announced.
        Publication = "publication",
        /// When it was written into a register.
        Recorded = "recorded",
        /// Any other; the name says which.
        Other = "other",
    }
}

record! {
    /// A date of a legal event.
    pub struct EventDate {
        /// What it means.
        public role: EventDateRole,
        /// Name in the source.
        public code: Str,
        /// The date.
        public date: Date,
    }
}

record! {
    /// What a standard for legal status data says of an event; a part that nobody gave is empty.
    ///
    /// Clause: ST.27
    pub struct StandardEvent {
        /// State of the right after the event: `A` active, `N` not active, `T` terminated, `U` unspecified.
        public state: Str,
        /// Stage before the event, `0` to `6`.
        public previous_stage: Str,
        /// Stage after the event, `0` to `6`.
        public current_stage: Str,
        /// Key event (`H10`); its letter is the category.
        public key: Str,
        /// Detailed event (`H13`).
        public detailed: Str,
        /// Procedure in which it happened (`OPP`).
        public indicator: Str,
    }
}

record! {
    /// An event in the life of an application or a right.
    ///
    /// The office's own code and words always stay; the codes of a standard stand beside them when they are known.
    pub struct LegalEvent {
        /// Identifier in the source.
        public id: Str,
        /// Office that recorded it, ST.3 code.
        public office: Str,
        /// Which list of events of the office the code is from, by its name in the source.
        public list: Str,
        /// Code as written.
        public code: Str,
        /// What it is in words, as written.
        public description: Str,
        /// Language of the words, as written.
        public language: Str,
        /// Its dates.
        public dates: Vec<EventDate>,
        /// Gazette in which it was announced.
        public gazette: Option<Gazette>,
        /// States in which it has effect.
        public countries: Vec<Str>,
        /// Documents concerned.
        public documents: Vec<DocumentId>,
        /// Parties to it; their kinds say how they take part.
        public parties: Vec<Party>,
        /// The event in the codes of a standard.
        public standard: Option<StandardEvent>,
        /// Further facts, each under its name in the source.
        public statements: Vec<Statement>,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
    }
}

impl StandardEvent {
    /// An event of which the standard's codes are not known.
    pub const EMPTY: Self = Self {
        state: Str::const_new(""),
        previous_stage: Str::const_new(""),
        current_stage: Str::const_new(""),
        key: Str::const_new(""),
        detailed: Str::const_new(""),
        indicator: Str::const_new(""),
    };
}

impl LegalEvent {
    /// The date by which the event has its place in time: when it happened, else the next best that it has.
    #[must_use]
    pub fn date(&self) -> Option<&Date> {
        let of = |role: EventDateRole| {
            let mut dates = self.dates.iter();
            dates.find(|date| date.role == role && date.date.ymd().is_some())
        };
        of(EventDateRole::Event)
            .or_else(|| of(EventDateRole::Effective))
            .or_else(|| of(EventDateRole::Recorded))
            .or_else(|| of(EventDateRole::Publication))
            .or_else(|| of(EventDateRole::Other))
            .map(|date| &date.date)
            .or_else(|| {
                let gazette = self.gazette.as_ref();
                gazette
                    .map(|gazette| &gazette.date)
                    .filter(|date| date.ymd().is_some())
            })
    }

    /// Adds a date under its name in the source, unless it is empty.
    pub fn dated(&mut self, role: EventDateRole, code: impl Into<Str>, raw: impl Into<Str>) {
        let date = Date::new(raw);
        if !date.is_empty() {
            let code = code.into();
            self.dates.push(EventDate { role, code, date });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_stands_at_the_date_on_which_it_happened() {
        let mut event = LegalEvent::default();
        assert_eq!(event.date(), None);
        event.dated(EventDateRole::Publication, "gazette", "20200102");
        event.dated(EventDateRole::Event, "date", "soon");
        event.dated(EventDateRole::Effective, "effective", "");
        assert_eq!(event.dates.len(), 2);
        assert_eq!(event.date().map(|date| date.raw.as_str()), Some("20200102"));
        event.dated(EventDateRole::Event, "date", "20191231");
        assert_eq!(event.date().map(|date| date.raw.as_str()), Some("20191231"));
    }
}
