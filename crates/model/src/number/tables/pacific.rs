//! Australia, New Zealand, Hong Kong, India.

use crate::number::series::{Era, Right, Series, What};

pub(super) const NOTE: &str = "\
Since 2002 an Australian application and its publication carry the same number, year first; before, DOCDB \
puts the year last (`8685498` is 86854/98), and patents have six digits. Verified by DOCDB; numbers of India \
are recalled.";

const APPLICATION: What = What::Application;
const PUBLICATION: What = What::Publication;

pub(super) const SERIES: &[Series] = &[
    Series::new(
        "AU",
        "publication",
        "publication",
        PUBLICATION,
        &[
            Era::new("{y}.{n}", "{y}{n:6}", "{y}{n:6}", "{y}{n:6}")
                .reads(&["{y}/{n:1-6}"])
                .years(2000, 2099)
                .serials(1, 999_999),
            Era::new("{y}.{n}", "{n}{yy}", "{n}/{yy}", "{n}/{yy}")
                .years(1930, 2003)
                .serials(1, 99_999),
        ],
    )
    .kinds(&["A", "B"]),
    Series::new(
        "AU",
        "patent",
        "patent",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n}")
            .reads(&["{n:4-6}"])
            .serials(1, 999_999)],
    )
    .kinds(&["B"]),
    Series::new(
        "AU",
        "application",
        "application",
        APPLICATION,
        &[
            Era::new("{y}.{n}", "{y}{n:6}", "{y}{n:6}", "{y}{n:6}")
                .epodoc("{y}{n:7}")
                .st13("10{y}{n:9}")
                .reads(&["{y}/{n:1-6}"])
                .years(2000, 2099)
                .serials(1, 999_999),
            Era::new("{y}.{n}", "{n}{yy}", "{n}/{yy}", "{n}/{yy}")
                .epodoc("{y}{n:7}")
                .years(1930, 2003)
                .serials(1, 99_999),
        ],
    )
    .kinds(&["A", "D", "P"]),
    Series::new(
        "NZ",
        "publication",
        "publication",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n}")
            .reads(&["{n:4-6}"])
            .serials(1, 999_999)],
    )
    .kinds(&["A", "B"]),
    Series::new(
        "NZ",
        "application",
        "application",
        APPLICATION,
        &[Era::new("{n}", "{n:6}{yy}", "{n}", "{n}")
            .epodoc("{y}{n:7}")
            .reads(&["{n:4-6}"])
            .years(1950, 2049)
            .serials(1, 999_999)],
    )
    .kinds(&["A"]),
    Series::new(
        "HK",
        "application",
        "application",
        APPLICATION,
        &[
            Era::new("{y}.{n}", "{yy}{n:6}", "{yy}{n:6}[.{c}]", "{yy}{n:6}[.{c}]")
                .epodoc("{y}{n:7}")
                .years(1980, 2019)
                .serials(1, 999_999),
        ],
    )
    .kinds(&["A"]),
    Series::new(
        "IN",
        "application",
        "application",
        APPLICATION,
        &[
            Era::new("{l:2-6}.{y}.{n}", "", "{n}/{l:2-6}/{y}", "{n}/{l:2-6}/{y}")
                .epodoc("")
                .years(1900, 2016)
                .recalled(),
            Era::new(
                "{t:2}.{y}.{n}",
                "{y}{t:2}{n:6}",
                "{y}{t:2}{n:6}",
                "{y}{t:2}{n:6}",
            )
            .types(&[
                "11", "12", "14", "17", "18", "21", "22", "23", "24", "27", "28", "31", "32", "34",
                "37", "38", "41", "42", "43", "44", "47", "48",
            ])
            .years(2016, 2099)
            .serials(1, 999_999)
            .recalled(),
        ],
    )
    .kinds(&["A"]),
    Series::new(
        "IN",
        "patent",
        "patent",
        PUBLICATION,
        &[Era::new("{n}", "{n}", "{n}", "{n}")
            .reads(&["{n:4-6}"])
            .serials(1, 999_999)
            .recalled()],
    )
    .right(Right::Patent)
    .kinds(&["B", "A1"]),
];
