//! Text of documents stays text, and what is inside stays inside.

use crate::client::Server;
use std::io::{Seek, SeekFrom, Write};

#[tokio::test]
async fn text_never_becomes_markup() {
    let server = Server::start().await;
    for page in [
        "",
        "/claims",
        "/description",
        "/drawings",
        "/drawings/3",
        "/family",
        "/files",
        "/findings",
    ] {
        let answer = server.get(&format!("/patents/US-9999999-B2{page}")).await;
        let html = answer.text();
        assert_eq!(html.matches("<script").count(), 1, "only our own on {page}");
        for bad in [
            "<img src=x",
            "<b onmouseover",
            "href=\"javascript",
            "src=\"javascript",
            "</main><script",
        ] {
            assert!(!html.contains(bad), "{bad} on {page}");
        }
    }
    for page in [
        "/",
        "/patents",
        "/roll",
        "/patents?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/patents/%3Cscript%3E",
        "/%22%3E%3Cscript%3E",
    ] {
        let answer = server.get(page).await;
        assert_eq!(answer.text().matches("<script").count(), 1, "{page}");
    }
    let page = server
        .get("/api/v1/patents/publications/US-9999999-B2?as=html")
        .await;
    assert!(!page.text().contains("<script") && !page.text().contains("f=\"javascript"));
}

#[tokio::test]
async fn a_damaged_store_says_nothing_of_itself() {
    let server = Server::start().await;
    let content = server.folder.path().join("content");
    for entry in std::fs::read_dir(&content).unwrap() {
        let path = entry.unwrap().path();
        let length = std::fs::metadata(&path).unwrap().len();
        let mut file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
        file.seek(SeekFrom::Start(16)).unwrap();
        file.write_all(&vec![0x55; usize::try_from(length - 16).unwrap()])
            .unwrap();
    }
    for target in [
        "/patents/US-9999999-B2",
        "/patents/US-9999999-B2/claims",
        "/api/v1/patents/publications/US-9999999-B2",
        "/api/v1/patents/publications/US-9999999-B2/source",
    ] {
        let answer = server.get(target).await;
        assert_eq!(answer.status, 500, "{target}");
        let text = answer.text().to_lowercase();
        let folder = server.folder.path().to_string_lossy().to_lowercase();
        for inside in [
            "sqlite",
            "pack",
            "sql",
            "backup",
            "damaged",
            "/tmp",
            "thread",
            "panick",
            ".rs",
            folder.as_str(),
        ] {
            assert!(!text.contains(inside), "{inside} in {text}");
        }
        let log = server.log.lock().unwrap();
        let line = log.last().unwrap();
        assert!(
            line.starts_with(answer.field("correlation-id")) && line.contains("damaged"),
            "{line}"
        );
    }
}
