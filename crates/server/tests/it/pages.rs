//! The pages for people: well-formed, protected, with the right words in them.

use crate::client::{Answer, Server};

const PAGES: [&str; 22] = [
    "/",
    "/patents",
    "/patents?page=2",
    "/patents?q=pump",
    "/patents?q=nothing+at+all",
    "/roll",
    "/roll?upto=10",
    "/api",
    "/patents/US-9999999-B2",
    "/patents/US-9999999-B2/claims",
    "/patents/US-9999999-B2/description",
    "/patents/US-9999999-B2/drawings",
    "/patents/US-9999999-B2/drawings/1",
    "/patents/US-9999999-B2/drawings/3?turn=1&size=own",
    "/patents/US-9999999-B2/family",
    "/patents/US-9999999-B2/files",
    "/patents/US-9999999-B2/findings",
    "/patents/EP-3999999-B1",
    "/patents/EP-3999999-B1/claims",
    "/patents/EP-3999999-B1/claims?language=all",
    "/patents/EP-3999999-B1/claims?language=ar",
    "/patents/EP-3999999-B1/files",
];

/// Elements that have no end tag.
const VOID: [&str; 7] = ["meta", "link", "input", "img", "br", "hr", "wbr"];

/// Checks that every start tag has its end tag, every attribute its quotes, and every identifier is the only one.
fn well_formed(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = std::collections::BTreeSet::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(
                open.pop(),
                Some(name),
                "in {}",
                &rest[..rest.len().min(200)]
            );
            continue;
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "<{tag}>");
        let name = tag.split([' ', '/', '\n']).next().unwrap();
        assert!(
            name.bytes().all(|byte| byte.is_ascii_alphanumeric()),
            "<{tag}>"
        );
        if let Some((_, id)) = tag.split_once(" id=\"") {
            let id = id.split_once('"').unwrap().0;
            assert!(ids.insert(id.to_owned()), "{id} is given twice");
        }
        for attribute in tag.split('"').step_by(2) {
            let name = attribute.trim().trim_end_matches('=').trim_end();
            assert!(!name.starts_with("on") && name != "style", "<{tag}>");
        }
        if !VOID.contains(&name) && !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

fn protected(answer: &Answer) {
    let policy = answer.field("content-security-policy");
    assert!(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"));
    assert!(!policy.contains("unsafe"));
    assert_eq!(answer.field("x-content-type-options"), "nosniff");
    assert!(!answer.field("referrer-policy").is_empty());
}

#[tokio::test]
async fn every_page_is_whole() {
    let server = Server::start().await;
    for page in PAGES {
        let answer = server.get(page).await;
        assert_eq!(answer.status, 200, "{page}");
        assert_eq!(answer.field("content-type"), "text/html; charset=utf-8");
        assert_eq!(answer.field("etag"), answer.digest());
        protected(&answer);
        let html = answer.text();
        println!("{page}");
        well_formed(html);
        assert_eq!(html.matches("<h1").count(), 1, "{page}");
        assert!(
            html.starts_with("<!doctype html>\n<html lang=\"en\">"),
            "{page}"
        );
        assert!(
            html.contains("class=\"skip\"")
                && html.contains("id=\"main\"")
                && html.contains("id=\"q\""),
            "{page}"
        );
        let again = server
            .send("GET", page, &[("If-None-Match", answer.field("etag"))])
            .await;
        assert_eq!(again.status, 304, "{page}");
    }
}

#[tokio::test]
async fn pages_travel_packed() {
    let server = Server::start().await;
    let page = "/patents/US-9999999-B2/description";
    let plain = server.get(page).await;
    let packed = server
        .send("GET", page, &[("Accept-Encoding", "br, gzip;q=0.8")])
        .await;
    assert_eq!(packed.field("content-encoding"), "gzip");
    assert_eq!(packed.field("vary"), "Accept-Encoding");
    assert!(packed.bytes.starts_with(&[0x1f, 0x8b]) && packed.bytes.len() < plain.bytes.len());
    assert_ne!(packed.field("etag"), plain.field("etag"));
    let fields = [
        ("Accept-Encoding", "gzip"),
        ("If-None-Match", packed.field("etag")),
    ];
    assert_eq!(server.send("GET", page, &fields).await.status, 304);
    for refused in ["gzip;q=0", "identity", "*;q=0.5"] {
        let answer = server
            .send("GET", page, &[("Accept-Encoding", refused)])
            .await;
        assert_eq!(answer.field("content-encoding"), "", "{refused}");
    }
}

#[tokio::test]
async fn every_link_leads_somewhere() {
    let server = Server::start().await;
    let mut seen = std::collections::BTreeSet::new();
    let mut waiting: Vec<String> = vec![
        "/".into(),
        "/patents/US-9999999-B2".into(),
        "/patents/EP-3999999-B1".into(),
    ];
    while let Some(target) = waiting.pop() {
        // One of the many alike stands for all.
        if !seen.insert(target.clone()) || target.contains("US-80") || target.contains("broken") {
            continue;
        }
        let answer = server.get(&target).await;
        assert_eq!(answer.status, 200, "{target}");
        if !answer.field("content-type").starts_with("text/html") || target.starts_with("/api/") {
            continue;
        }
        let html = answer.text();
        for attribute in [" href=\"", " src=\""] {
            for link in html.split(attribute).skip(1) {
                let link = link.split_once('"').unwrap().0.replace("&amp;", "&");
                let (page, anchor) = link.split_once('#').unwrap_or((&link, ""));
                assert!(
                    page.is_empty() || page.starts_with('/'),
                    "{link} on {target}"
                );
                if page.is_empty() {
                    assert!(
                        html.contains(&format!("id=\"{anchor}\"")),
                        "{link} on {target}"
                    );
                } else {
                    waiting.push(page.to_owned());
                }
            }
        }
    }
    assert!(seen.len() > 60, "{}", seen.len());
}

#[tokio::test]
async fn a_document_in_plain_words() {
    let server = Server::start().await;
    let overview = server.get("/patents/US-9999999-B2").await;
    for words in [
        "US 9,999,999 B2",
        "Patent (kind B2), published by the United States Patent and Trademark Office",
        "<time datetime=\"2020-01-07\">7 January 2020</time>",
        ">Act 1</a>",
        "<i>slanted</i>",
        "title=\"INID code 57\"",
    ] {
        assert!(overview.text().contains(words), "{words}");
    }
    // Dates within the data are in words as well, and paragraphs of number zero have none.
    assert!(
        overview
            .text()
            .contains("<time datetime=\"2018-01-02\">2 January 2018</time>")
    );
    assert!(!overview.text().contains("[0000]"));
    let claims = server.get("/patents/US-9999999-B2/claims").await;
    assert!(claims.text().contains(
        "3 claims, 2 independent: <a href=\"#s-CLM-00001\">1</a>, <a href=\"#s-CLM-00003\">3</a>"
    ));
    assert!(claims.text().contains("<details"));
    let description = server.get("/patents/US-9999999-B2/description").await;
    for words in [
        "<a href=\"#h-1\">TECHNICAL FIELD</a>",
        "<a class=\"number\" id=\"p-1\" href=\"#p-1\">[0001]</a>",
        "href=\"/patents/US-9999999-B2/drawings\"",
        "href=\"/patents/US-9999999-B2/drawings/2\"",
        "href=\"/patents/US-9999999-B2/claims#s-CLM-00001\"",
    ] {
        assert!(description.text().contains(words), "{words}");
    }
    let findings = server.get("/patents/US-9999999-B2/findings").await;
    assert!(findings.text().contains("Every claim says something."));
    assert!(findings.text().contains("What to do:"));
    let drawing = server.get("/patents/US-9999999-B2/drawings/2").await;
    assert!(
        drawing.text().contains("Sheet 1")
            && drawing.text().contains("description#p-1\">[0001]</a>")
    );
}

#[tokio::test]
async fn languages() {
    let server = Server::start().await;
    let claims = server.get("/patents/EP-3999999-B1/claims").await;
    assert!(
        claims.text().contains("A valve with two seats.") && !claims.text().contains("Ventil mit")
    );
    let beside = server
        .get("/patents/EP-3999999-B1/claims?language=all")
        .await;
    assert!(
        beside.text().contains("lang=\"ar\" dir=\"rtl\"")
            && beside.text().contains("lang=\"de\" dir=\"ltr\"")
    );
    assert!(beside.text().contains("no claim of this number"));
    let odd = server
        .get("/patents/EP-3999999-B1/claims?language=xx")
        .await;
    assert_eq!(odd.status, 400);
    let head = server.get("/patents/EP-3999999-B1").await;
    assert!(
        head.text().contains("corrects 1 earlier version") && head.text().contains("First claim")
    );
}

#[tokio::test]
async fn problems_as_pages() {
    let server = Server::start().await;
    for (target, status, words) in [
        ("/patents/US-9999998-B2", 404, "Perhaps you look for"),
        ("/nowhere", 404, "Not in this register"),
        (
            "/patents/US-9999999-B2/drawings/9",
            404,
            "This document has 3 drawings.",
        ),
        (
            "/patents/US-9999999-B2/drawings/x",
            404,
            "This document has 3 drawings.",
        ),
        (
            "/patents/US-9999999-B2/drawings/1?turn=9",
            400,
            "whole number from 0 to 3",
        ),
        ("/patents?page=99", 400, "a number from 1 to 4"),
        ("/patents?page=x", 400, "page"),
        (
            "/patents/US-9999999-B2/images/US09999999-20200107-D00000.TIF.png?width=7",
            400,
            "240 or 960",
        ),
        (
            "/patents/US-9999999-B2/images/evil.svg",
            404,
            "no drawing of this name",
        ),
        ("/assets/..%2Fsite.css", 404, "Not in this register"),
    ] {
        let answer = server.get(target).await;
        assert_eq!(answer.status, status, "{target}");
        assert!(answer.text().contains(words), "{target}: {}", answer.text());
        well_formed(answer.text());
        protected(&answer);
    }
    let moved = server.get("/patents/us9999999b2/claims?language=en").await;
    assert_eq!(
        (moved.status, moved.field("location")),
        (308, "/patents/US-9999999-B2/claims?language=en")
    );
}
