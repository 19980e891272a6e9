//! Literature in parts: which part of ST.36 stands in which element of ST.96.
//!
//! Clause: ST.96 V6_0 com:NPLCitation

use crate::component::schema::{Name, com};

/// A kind of literature: what it is called in ST.36, its element, and the places of its parts.
pub(super) struct Form {
    /// The kind in ST.36.
    pub(super) kind: &'static str,
    /// A part that only this form of the kind has, or nothing.
    pub(super) told_by: &'static str,
    /// The element.
    pub(super) name: Name,
    /// What must be known of it; literature of which less is known stays text.
    pub(super) needs: &'static [Name],
    /// Paths of ST.36 and the elements for them; the first path of an element is the one that it is read as.
    pub(super) places: &'static [(&'static str, Name)],
}

const CONTRIBUTION: &[Name] = &[com::AUTHOR_NAME, com::CITED_CONTRIBUTION_TITLE_TEXT];

const SERIAL: &[Name] = &[
    com::AUTHOR_NAME,
    com::CITED_CONTRIBUTION_TITLE_TEXT,
    com::CITED_JOURNAL_TITLE_TEXT,
];

/// All forms; the first that fits is taken.
pub(super) const FORMS: &[Form] = &[
    Form {
        kind: "article",
        told_by: "",
        name: com::CITED_JOURNAL_ARTICLE,
        needs: SERIAL,
        places: ARTICLE,
    },
    Form {
        kind: "book",
        told_by: "conference",
        name: com::CITED_CONFERENCE_PROCEEDINGS_ARTICLE,
        needs: CONTRIBUTION,
        places: PROCEEDINGS,
    },
    Form {
        kind: "book",
        told_by: "",
        name: com::CITED_BOOK,
        needs: CONTRIBUTION,
        places: BOOK,
    },
    Form {
        kind: "online",
        told_by: "serial",
        name: com::CITED_JOURNAL_ARTICLE,
        needs: SERIAL,
        places: ONLINE_ARTICLE,
    },
    Form {
        kind: "online",
        told_by: "conference",
        name: com::CITED_CONFERENCE_PROCEEDINGS_ARTICLE,
        needs: CONTRIBUTION,
        places: ONLINE_PROCEEDINGS,
    },
    Form {
        kind: "online",
        told_by: "book",
        name: com::CITED_BOOK,
        needs: CONTRIBUTION,
        places: ONLINE_BOOK,
    },
];

const ARTICLE: &[(&str, Name)] = &[
    ("author", com::AUTHOR_NAME),
    ("atl", com::CITED_CONTRIBUTION_TITLE_TEXT),
    ("subname", com::SUBORDINATE),
    ("serial/sertitle", com::CITED_JOURNAL_TITLE_TEXT),
    ("serial/alttitle", com::SERIAL_ALT_TITLE_TEXT),
    ("serial/ino", com::ISSUE_NUMBER),
    ("serial/issue", com::NPL_ISSUE_DESIGNATION_TEXT),
    ("serial/vid", com::VOLUME_NUMBER),
    ("serial/pubdate", com::CITED_DOCUMENT_DATE),
    ("serial/issn", com::NPL_STANDARD_NUMBER),
    ("serial/isbn", com::NPL_STANDARD_NUMBER),
    ("serial/imprint/name", com::PUBLISHER_NAME),
    ("serial/imprint/address", com::PUBLICATION_PLACE),
    ("serial/imprint/text", com::PUBLICATION_TEXT),
    ("serial/notes", com::NOTES),
    ("absno", com::ABSTRACT_NUMBER),
    ("class", com::NPL_CLASS),
    ("cpyrt", com::NPL_COPYRIGHT_TEXT),
    ("refno", com::NPL_REFERENCE_NUMBER),
];

const BOOK: &[(&str, Name)] = &[
    ("author", com::AUTHOR_NAME),
    ("book-title", com::CITED_CONTRIBUTION_TITLE_TEXT),
    ("subname", com::SUBORDINATE),
    ("subtitle", com::CITED_BOOK_SUBTITLE_TEXT),
    ("edition", com::CITED_BOOK_EDITION_STATEMENT_TEXT),
    ("bookno", com::CITED_BOOK_NUMBER),
    ("vid", com::VOLUME_NUMBER),
    ("ino", com::ISSUE_NUMBER),
    ("series/mst", com::SERIES_TEXT),
    ("imprint/name", com::PUBLISHER_NAME),
    ("imprint/address", com::PUBLICATION_PLACE),
    ("imprint/pubdate", com::CITED_DOCUMENT_DATE),
    ("imprint/text", com::PUBLICATION_TEXT),
    ("issn", com::NPL_STANDARD_NUMBER),
    ("isbn", com::NPL_STANDARD_NUMBER),
    ("notes", com::NOTES),
    ("absno", com::ABSTRACT_NUMBER),
    ("class", com::NPL_CLASS),
    ("cpyrt", com::NPL_COPYRIGHT_TEXT),
    ("refno", com::NPL_REFERENCE_NUMBER),
    ("book-title", com::CITED_BOOK_TITLE_TEXT),
    ("author", com::CITED_BOOK_AUTHOR_NAME),
];

const PROCEEDINGS: &[(&str, Name)] = &[
    ("author", com::AUTHOR_NAME),
    ("book-title", com::CITED_CONTRIBUTION_TITLE_TEXT),
    ("subname", com::SUBORDINATE),
    ("conference/text", com::CONFERENCE_TEXT),
    ("conference/conftitle", com::CONFERENCE_TITLE_TEXT),
    ("conference/confno", com::CONFERENCE_NUMBER),
    ("conference/confplace", com::CONFERENCE_PLACE),
    ("conference/confdate/date", com::CONFERENCE_DATE),
    ("conference/confdate/sdate", com::CONFERENCE_START_DATE),
    ("conference/confdate/edate", com::CONFERENCE_END_DATE),
    ("edition", com::EDITORSHIP_DESIGNATION_TEXT),
    ("imprint/name", com::PUBLISHER_NAME),
    ("imprint/address", com::PUBLICATION_PLACE),
    ("imprint/pubdate", com::CITED_DOCUMENT_DATE),
    ("imprint/text", com::PUBLICATION_TEXT),
    ("issn", com::NPL_STANDARD_NUMBER),
    ("isbn", com::NPL_STANDARD_NUMBER),
    ("notes", com::NOTES),
    ("absno", com::ABSTRACT_NUMBER),
    ("class", com::NPL_CLASS),
    ("cpyrt", com::NPL_COPYRIGHT_TEXT),
    ("refno", com::NPL_REFERENCE_NUMBER),
];

const ONLINE_ARTICLE: &[(&str, Name)] = &[
    ("author", com::AUTHOR_NAME),
    ("online-title", com::CITED_CONTRIBUTION_TITLE_TEXT),
    ("subname", com::SUBORDINATE),
    ("serial/sertitle", com::CITED_JOURNAL_TITLE_TEXT),
    ("serial/alttitle", com::SERIAL_ALT_TITLE_TEXT),
    ("ino", com::ISSUE_NUMBER),
    ("serial/ino", com::ISSUE_NUMBER),
    ("serial/issue", com::NPL_ISSUE_DESIGNATION_TEXT),
    ("vid", com::VOLUME_NUMBER),
    ("serial/vid", com::VOLUME_NUMBER),
    ("pubdate", com::CITED_DOCUMENT_DATE),
    ("serial/pubdate", com::CITED_DOCUMENT_DATE),
    ("issn", com::NPL_STANDARD_NUMBER),
    ("isbn", com::NPL_STANDARD_NUMBER),
    ("imprint/name", com::PUBLISHER_NAME),
    ("imprint/address", com::PUBLICATION_PLACE),
    ("imprint/text", com::PUBLICATION_TEXT),
    ("notes", com::NOTES),
    ("absno", com::ABSTRACT_NUMBER),
    ("class", com::NPL_CLASS),
    ("cpyrt", com::NPL_COPYRIGHT_TEXT),
    ("refno", com::NPL_REFERENCE_NUMBER),
    ("datecit", com::RETRIEVAL_DATE),
    ("doi", com::DOI),
    ("avail", com::ONLINE_LOCATION_URI),
    ("location", com::DATA_BASE_HOST_URI),
    ("hosttitle", com::DATA_BASE_NAME),
    ("hostno", com::ACCESSION_NUMBER),
];

const ONLINE_BOOK: &[(&str, Name)] = &[
    ("author", com::AUTHOR_NAME),
    ("online-title", com::CITED_CONTRIBUTION_TITLE_TEXT),
    ("subname", com::SUBORDINATE),
    ("book/author", com::CITED_BOOK_AUTHOR_NAME),
    ("book/book-title", com::CITED_BOOK_TITLE_TEXT),
    ("book/subtitle", com::CITED_BOOK_SUBTITLE_TEXT),
    ("edition", com::CITED_BOOK_EDITION_STATEMENT_TEXT),
    ("book/edition", com::CITED_BOOK_EDITION_STATEMENT_TEXT),
    ("book/bookno", com::CITED_BOOK_NUMBER),
    ("book/vid", com::VOLUME_NUMBER),
    ("book/ino", com::ISSUE_NUMBER),
    ("ino", com::NPL_ISSUE_DESIGNATION_TEXT),
    ("series", com::SERIES_TEXT),
    ("book/imprint/name", com::PUBLISHER_NAME),
    ("book/imprint/address", com::PUBLICATION_PLACE),
    ("book/imprint/pubdate", com::CITED_DOCUMENT_DATE),
    ("book/imprint/text", com::PUBLICATION_TEXT),
    ("issn", com::NPL_STANDARD_NUMBER),
    ("isbn", com::NPL_STANDARD_NUMBER),
    ("book/notes", com::NOTES),
    ("absno", com::ABSTRACT_NUMBER),
    ("class", com::NPL_CLASS),
    ("cpyrt", com::NPL_COPYRIGHT_TEXT),
    ("refno", com::NPL_REFERENCE_NUMBER),
    ("datecit", com::RETRIEVAL_DATE),
    ("doi", com::DOI),
    ("avail", com::ONLINE_LOCATION_URI),
    ("location", com::DATA_BASE_HOST_URI),
    ("hosttitle", com::DATA_BASE_NAME),
    ("hostno", com::ACCESSION_NUMBER),
];

const ONLINE_PROCEEDINGS: &[(&str, Name)] = &[
    ("author", com::AUTHOR_NAME),
    ("online-title", com::CITED_CONTRIBUTION_TITLE_TEXT),
    ("subname", com::SUBORDINATE),
    ("book/conference/text", com::CONFERENCE_TEXT),
    ("book/conference/conftitle", com::CONFERENCE_TITLE_TEXT),
    ("book/conference/confno", com::CONFERENCE_NUMBER),
    ("book/conference/confplace", com::CONFERENCE_PLACE),
    ("book/conference/confdate/date", com::CONFERENCE_DATE),
    ("book/conference/confdate/sdate", com::CONFERENCE_START_DATE),
    ("book/conference/confdate/edate", com::CONFERENCE_END_DATE),
    ("edition", com::EDITORSHIP_DESIGNATION_TEXT),
    ("imprint/name", com::PUBLISHER_NAME),
    ("imprint/address", com::PUBLICATION_PLACE),
    ("imprint/text", com::PUBLICATION_TEXT),
    ("pubdate", com::CITED_DOCUMENT_DATE),
    ("issn", com::NPL_STANDARD_NUMBER),
    ("isbn", com::NPL_STANDARD_NUMBER),
    ("notes", com::NOTES),
    ("absno", com::ABSTRACT_NUMBER),
    ("class", com::NPL_CLASS),
    ("cpyrt", com::NPL_COPYRIGHT_TEXT),
    ("refno", com::NPL_REFERENCE_NUMBER),
    ("datecit", com::RETRIEVAL_DATE),
    ("doi", com::DOI),
    ("avail", com::ONLINE_LOCATION_URI),
    ("location", com::DATA_BASE_HOST_URI),
    ("hosttitle", com::DATA_BASE_NAME),
    ("hostno", com::ACCESSION_NUMBER),
];

impl Form {
    /// The elements for a path, the likeliest first.
    pub(super) fn places_of(&self, path: &str) -> impl Iterator<Item = Name> {
        let all = self.places.iter();
        all.filter(move |(own, _)| *own == path)
            .map(|(_, name)| *name)
    }

    /// Whether places lie below a path.
    pub(super) fn leads_on(&self, path: &str) -> bool {
        let mut all = self.places.iter();
        all.any(|(own, _)| {
            own.strip_prefix(path)
                .is_some_and(|rest| rest.starts_with('/'))
        })
    }

    /// The path that an element is read as.
    pub(super) fn path_of(&self, name: Name) -> Option<&'static str> {
        let mut all = self.places.iter();
        all.find(|(_, own)| *own == name).map(|(path, _)| *path)
    }
}
