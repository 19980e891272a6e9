//! Parties: who they are, what they are called, where they live.

use crate::number::DocumentId;
use crate::statement::{Attribute, Statement};
use crate::{Date, Str};

names! {
    /// The part that a party has in the document.
    pub enum PartyRole {
        /// Applicant (INID 71).
        #[default]
        Applicant = "applicant",
        /// Inventor (INID 72).
        Inventor = "inventor",
        /// Inventor who has died.
        DeceasedInventor = "deceased-inventor",
        /// Assignee, grantee or owner (INID 73).
        Owner = "owner",
        /// Assignee at the time of publication.
        Assignee = "assignee",
        /// Agent or attorney (INID 74).
        Agent = "agent",
        /// Where to write to.
        Correspondent = "correspondent",
        /// Primary examiner.
        PrimaryExaminer = "primary-examiner",
        /// Assistant examiner.
        AssistantExaminer = "assistant-examiner",
        /// Authorized officer.
        AuthorizedOfficer = "authorized-officer",
        /// Searcher.
        Searcher = "searcher",
        /// Opponent.
        Opponent = "opponent",
        /// Agent of an opponent.
        OpponentAgent = "opponent-agent",
        /// Licensee.
        Licensee = "licensee",
        /// Agent of a licensee.
        LicenseeAgent = "licensee-agent",
        /// Any other; the kind says which.
        Other = "other",
    }
}

record! {
    /// A party to the document.
    pub struct Party {
        /// Its part.
        public role: PartyRole,
        /// Its kind as written (`applicant-inventor`, `attorney`, an INID or B code).
        public kind: Str,
        /// Sequence as written.
        public sequence: Str,
        /// Format of the source (`docdb`, `docdba`, `original`), or empty.
        public format: Str,
        /// Identifier.
        public id: Str,
        /// Designation as written (`us-only`).
        public designation: Str,
        /// Names and addresses: one, or one a language or script.
        public contacts: Vec<Contact>,
        /// Nationality, country code.
        personal nationality: Str,
        /// Residence, country code.
        personal residence: Str,
        /// Countries for which the party stands.
        public countries: Vec<Str>,
        /// A document of this party, such as an opposition.
        public document: Option<DocumentId>,
        /// Dates of this party, named by their codes.
        public dates: Vec<PartyDate>,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// Further facts: rights, signatures, designations.
        public statements: Vec<Statement>,
    }
}

record! {
    /// A date that belongs to a party.
    pub struct PartyDate {
        /// The office's name of it.
        public code: Str,
        /// The date.
        public date: Date,
    }
}

record! {
    /// A name with the ways to reach it.
    pub struct Contact {
        /// Identifier.
        public id: Str,
        /// Language or script as written.
        public language: Str,
        /// The name.
        personal name: Name,
        /// The address.
        personal address: Option<Address>,
        /// Telephone numbers.
        personal phones: Vec<Str>,
        /// Telefax numbers.
        personal faxes: Vec<Str>,
        /// E-mail addresses.
        personal emails: Vec<Str>,
        /// What e-mail addresses are for: each address with its purpose as written.
        personal purposes: Vec<Attribute>,
        /// Web addresses.
        public urls: Vec<Str>,
        /// Other electronic addresses.
        personal electronic: Vec<Str>,
        /// Notes.
        public notes: Vec<Str>,
        /// The whole in free text, when that is all there is.
        personal text: Str,
    }
}

record! {
    /// A name, in the parts in which it was given.
    pub struct Name {
        /// The whole name in one.
        personal full: Str,
        /// Kind of the whole name as written.
        public kind: Str,
        /// Title or prefix.
        personal prefix: Str,
        /// Last name.
        personal last: Str,
        /// First of two last names.
        personal first_last: Str,
        /// Second of two last names.
        personal second_last: Str,
        /// First name.
        personal first: Str,
        /// Middle name.
        personal middle: Str,
        /// Suffix.
        personal suffix: Str,
        /// Organizations.
        public organizations: Vec<Str>,
        /// Role as written, an office's code.
        public role: Str,
        /// Department.
        public department: Str,
        /// Other names.
        personal synonyms: Vec<Str>,
        /// Identifiers given by offices and registers, named by their source name (`iid`, `registered-number`).
        personal identifiers: Vec<Attribute>,
        /// The party's own reference (`irf`).
        public reference: Str,
    }
}

record! {
    /// A postal address.
    pub struct Address {
        /// Lines, each with its source name (`street`, `address-1`, `pobox`).
        personal lines: Vec<AddressLine>,
        /// City.
        public city: Str,
        /// County.
        public county: Str,
        /// State or region.
        public state: Str,
        /// Postal code.
        personal postcode: Str,
        /// Country code.
        public country: Str,
        /// The address in free text.
        personal text: Str,
    }
}

record! {
    /// A line of an address.
    pub struct AddressLine {
        /// Its name in the source.
        public kind: Str,
        /// The line.
        personal text: Str,
    }
}
