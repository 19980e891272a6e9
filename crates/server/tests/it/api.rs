//! The interface for programs: negotiation, tags, ranges, lists, problems.

use crate::client::Server;
use crate::register::{COUNT, HOSTILE, tiff};

const ONE: &str = "/api/v1/patents/publications/US-9999999-B2";
const LIST: &str = "/api/v1/patents/publications";

#[tokio::test]
async fn the_form_that_a_client_likes_best() {
    let server = Server::start().await;
    for (accept, media_type, start) in [
        ("", "application/xml", "<?xml"),
        ("*/*", "application/xml", "<?xml"),
        ("application/xml", "application/xml", "<?xml"),
        ("application/st96+xml", "application/st96+xml", "<?xml"),
        ("text/html", "text/html; charset=utf-8", "<!doctype html>"),
        ("text/plain", "text/plain; charset=utf-8", ""),
        ("text/markdown", "text/markdown; charset=utf-8", "#"),
        ("application/json", "application/json", "{"),
        (
            "text/plain;q=0.2, text/markdown;q=0.9",
            "text/markdown; charset=utf-8",
            "#",
        ),
        (
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "text/html; charset=utf-8",
            "<!doctype",
        ),
        (
            "application/*;q=0.5, application/xml;q=0",
            "application/st96+xml",
            "<?xml",
        ),
        ("image/png, */*;q=0.1", "application/xml", "<?xml"),
    ] {
        let fields: &[(&str, &str)] = if accept.is_empty() {
            &[]
        } else {
            &[("Accept", accept)]
        };
        let answer = server.send("GET", ONE, fields).await;
        assert_eq!(answer.status, 200, "{accept}");
        assert_eq!(answer.field("content-type"), media_type, "{accept}");
        assert_eq!(answer.field("vary"), "Accept", "{accept}");
        assert!(answer.text().starts_with(start), "{accept}");
        assert!(
            answer
                .field("etag")
                .starts_with(answer.digest().trim_end_matches('"')),
            "{accept}"
        );
    }
    let answer = server.send("GET", ONE, &[("Accept", "image/png")]).await;
    assert_eq!(answer.status, 406);
    assert!(
        answer.text().contains("not-acceptable") && answer.text().contains("text/markdown"),
        "{}",
        answer.text()
    );
}

#[tokio::test]
async fn st96_is_well_formed_and_names_the_document() {
    let server = Server::start().await;
    let answer = server.get(ONE).await;
    let tree = xml::tree::parse(answer.text(), &xml::tree::Limits::default()).unwrap();
    assert!(tree.is_well_formed());
    assert_eq!(tree.root().unwrap().name(), "PatentPublication");
    assert!(answer.text().contains("9999999"));
    assert_eq!(answer.field("etag"), answer.digest());
}

#[tokio::test]
async fn the_form_in_the_address() {
    let server = Server::start().await;
    let text = server.get(&format!("{ONE}?as=text")).await;
    assert_eq!(text.field("content-type"), "text/plain; charset=utf-8");
    let native = server.get(&format!("{ONE}?as=native")).await;
    assert!(formats::native::decode(&native.bytes).is_ok());
    let odd = server.get(&format!("{ONE}?as=pdf")).await;
    assert_eq!(odd.status, 400);
    assert!(
        odd.text().contains("pdf") && odd.text().contains("st96"),
        "{}",
        odd.text()
    );
    let page = server.get(&format!("{ONE}?as=html")).await;
    assert!(
        page.field("content-security-policy")
            .contains("style-src 'sha256-")
    );
    assert!(
        page.text()
            .contains("/patents/US-9999999-B2/images/US09999999-20200107-D00000.TIF.png")
    );
}

#[tokio::test]
async fn conditions() {
    let server = Server::start().await;
    let whole = server.get(ONE).await;
    let (tag, modified) = (whole.field("etag"), whole.field("last-modified"));
    let weak = format!("W/{tag}");
    let several = format!("\"x\", {tag}");
    for (name, value, status) in [
        ("If-None-Match", tag, 304),
        ("If-None-Match", weak.as_str(), 304),
        ("If-None-Match", several.as_str(), 304),
        ("If-None-Match", "*", 304),
        ("If-None-Match", "\"x\"", 200),
        ("If-Match", tag, 200),
        ("If-Match", "*", 200),
        ("If-Match", "\"x\"", 412),
        ("If-Match", weak.as_str(), 412),
        ("If-Modified-Since", modified, 304),
        ("If-Modified-Since", "Sun, 06 Nov 1994 08:49:37 GMT", 200),
        ("If-Modified-Since", "soon", 200),
        ("If-Unmodified-Since", modified, 200),
        ("If-Unmodified-Since", "Sun, 06 Nov 1994 08:49:37 GMT", 412),
    ] {
        let answer = server.send("GET", ONE, &[(name, value)]).await;
        assert_eq!(answer.status, status, "{name}: {value}");
        if status == 304 {
            assert!(answer.bytes.is_empty());
            assert_eq!(answer.field("etag"), tag);
        }
    }
}

#[tokio::test]
async fn ranges() {
    let server = Server::start().await;
    let whole = server.get(ONE).await;
    let (tag, length) = (whole.field("etag").to_owned(), whole.bytes.len());
    assert_eq!(whole.field("accept-ranges"), "bytes");
    let part = server.send("GET", ONE, &[("Range", "bytes=5-9")]).await;
    assert_eq!((part.status, &part.bytes[..]), (206, &whole.bytes[5..10]));
    assert_eq!(part.field("content-range"), format!("bytes 5-9/{length}"));
    assert_eq!(part.field("etag"), tag);
    let end = server.send("GET", ONE, &[("Range", "bytes=-7")]).await;
    assert_eq!(
        (end.status, &end.bytes[..]),
        (206, &whole.bytes[length - 7..])
    );
    let rest = server
        .send("GET", ONE, &[("Range", "bytes=10-"), ("If-Range", &tag)])
        .await;
    assert_eq!((rest.status, rest.bytes.len()), (206, length - 10));
    let dated = [
        ("Range", "bytes=10-"),
        ("If-Range", whole.field("last-modified")),
    ];
    assert_eq!(server.send("GET", ONE, &dated).await.status, 206);
    for fields in [
        [("Range", "bytes=10-"), ("If-Range", "\"x\"")],
        [("Range", "bytes=0-1,90-99"), ("X", "y")],
        [("Range", "lines=1-2"), ("X", "y")],
    ] {
        let answer = server.send("GET", ONE, &fields).await;
        assert_eq!(
            (answer.status, answer.bytes.len()),
            (200, length),
            "{fields:?}"
        );
    }
    let behind = server
        .send("GET", ONE, &[("Range", "bytes=99999999-")])
        .await;
    assert_eq!(behind.status, 416);
    assert_eq!(behind.field("content-range"), format!("bytes */{length}"));
    assert!(behind.text().contains("range-not-satisfiable"));
}

#[tokio::test]
async fn heads_and_other_methods() {
    let server = Server::start().await;
    for target in [ONE, LIST, "/", "/patents/US-9999999-B2/claims"] {
        let (get, head) = (
            server.get(target).await,
            server.send("HEAD", target, &[]).await,
        );
        assert_eq!((head.status, head.bytes.len()), (200, 0), "{target}");
        assert_eq!(
            head.field("content-length"),
            get.bytes.len().to_string(),
            "{target}"
        );
        assert_eq!(head.field("etag"), get.field("etag"), "{target}");
    }
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        for target in [
            ONE,
            LIST,
            "/",
            "/patents/US-9999999-B2/claims",
            "/assets/site.css",
        ] {
            let answer = server.send(method, target, &[]).await;
            assert_eq!(answer.status, 405, "{method} {target}");
            assert!(
                answer.field("allow").contains("GET") && answer.field("allow").contains("HEAD"),
                "{target}"
            );
            assert!(!answer.bytes.is_empty());
        }
    }
    let missing = server.send("HEAD", "/api/v1/nothing", &[]).await;
    assert_eq!((missing.status, missing.bytes.len()), (404, 0));
}

#[tokio::test]
async fn lists_and_their_pages() {
    let server = Server::start().await;
    let mut seen = Vec::new();
    let mut next = Some(format!("{LIST}?limit=25"));
    while let Some(target) = next {
        let answer = server.get(&target).await;
        assert_eq!(answer.field("content-type"), "application/json");
        let json: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
        assert_eq!(json["count"], COUNT);
        assert_eq!(json["limit"], 25);
        for item in json["items"].as_array().unwrap() {
            seen.push(item["id"].as_str().unwrap().to_owned());
        }
        next = json["next"].as_str().map(str::to_owned);
        assert_eq!(
            next.is_some(),
            answer.field("link").contains("rel=\"next\"")
        );
    }
    assert_eq!(seen.len() as u64, COUNT);
    assert_eq!(seen[0], "EP-3999999-B1");
    let mut sorted = seen[1..].to_vec();
    sorted.sort();
    assert_eq!(seen[1..], sorted);
    let found = server.get(&format!("{LIST}?q=us%209,999,999")).await;
    let json: serde_json::Value = serde_json::from_slice(&found.bytes).unwrap();
    assert_eq!(
        (&json["count"], &json["q"]),
        (&1.into(), &"us 9,999,999".into())
    );
    assert_eq!(json["items"][0]["id"], "US-9999999-B2");
    let behind = server.get(&format!("{LIST}?offset=1000")).await;
    assert_eq!(behind.status, 200);
    assert!(behind.text().contains("\"items\":[]"));
    for (query, value) in [
        ("limit=0", "0"),
        ("limit=101", "101"),
        ("limit=ten", "ten"),
        ("offset=-1", "-1"),
        ("offset=", ""),
        (&*format!("q={}", "x".repeat(201)), "xxx"),
    ] {
        let answer = server.get(&format!("{LIST}?{query}")).await;
        assert_eq!(answer.status, 400, "{query}");
        let json: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
        assert_eq!(json["code"], "bad-value");
        assert!(json["message"].as_str().unwrap().contains(value), "{json}");
    }
}

#[tokio::test]
async fn sources_and_drawings() {
    let server = Server::start().await;
    let source = server.get(&format!("{ONE}/source")).await;
    assert_eq!(source.bytes, HOSTILE.as_bytes());
    assert_eq!(source.field("etag"), source.digest());
    assert!(
        source
            .field("content-disposition")
            .starts_with("attachment")
    );
    let name = "us09999999-20200107-d00000.tif";
    let raw = server.get(&format!("{ONE}/drawings/{name}")).await;
    assert_eq!((raw.status, raw.bytes), (200, tiff()));
    for target in [
        format!("{ONE}/drawings/{name}.png"),
        format!("/patents/US-9999999-B2/images/{name}.png"),
    ] {
        let png = server.get(&target).await;
        assert_eq!(
            (png.status, png.field("content-type")),
            (200, "image/png"),
            "{target}"
        );
        assert!(png.bytes.starts_with(b"\x89PNG"));
    }
    let broken = server.get(&format!("{ONE}/drawings/broken.tif.png")).await;
    assert_eq!(broken.status, 422);
    assert!(broken.text().contains("unreadable-drawing"));
    let script = server.get(&format!("{ONE}/drawings/evil.svg")).await;
    assert_eq!(script.field("content-type"), "application/octet-stream");
    assert!(
        script
            .field("content-disposition")
            .starts_with("attachment")
    );
    for name in [
        "nothing.tif",
        "..%2F..%2Fchancery.sqlite",
        "%2Fetc%2Fpasswd",
        "..%5C..%5Cwrite.lock",
        "%00",
    ] {
        let answer = server.get(&format!("{ONE}/drawings/{name}")).await;
        assert_eq!(answer.status, 404, "{name}");
    }
}

#[tokio::test]
async fn versions_by_their_act() {
    let server = Server::start().await;
    let one = "/api/v1/patents/publications/EP-3999999-B1";
    let newest = server.get(&format!("{one}/source")).await;
    assert!(newest.text().contains("two seats"));
    let first = server.get(&format!("{one}/source?act=2")).await;
    assert!(!first.text().contains("two seats"));
    assert_eq!(server.get(&format!("{one}?act=1")).await.status, 404);
    assert_eq!(server.get(&format!("{one}?act=x")).await.status, 400);
}

#[tokio::test]
async fn unknown_and_other_names() {
    let server = Server::start().await;
    let answer = server
        .get("/api/v1/patents/publications/US-9999998-B2")
        .await;
    assert_eq!(answer.status, 404);
    let json: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
    assert_eq!(json["code"], "not-found");
    assert_eq!(json["details"][0], "Is US-9999999-B2 meant?");
    assert_eq!(json["target"], "/api/v1/patents/publications/US-9999998-B2");
    for name in ["US-9123456-B2", "EP-9999999-B2", "US-99-B2", "valve"] {
        let far = server
            .get(&format!("/api/v1/patents/publications/{name}"))
            .await;
        assert_eq!(far.status, 404, "{name}");
        assert!(far.text().contains("\"details\":[]"), "{}", far.text());
    }
    let part = server
        .get("/api/v1/patents/publications/us9999999b2/source?act=1")
        .await;
    assert_eq!(part.field("location"), format!("{ONE}/source?act=1"));
    for name in ["us9999999b2", "us9999999", "9999999", "US%209,999,999%20B2"] {
        let answer = server
            .get(&format!("/api/v1/patents/publications/{name}"))
            .await;
        assert_eq!(answer.status, 308, "{name}");
        assert_eq!(answer.field("location"), ONE);
    }
    for name in [
        "%3Cscript%3E",
        "..%2F..%2Fetc",
        "%FF%FE",
        "%00",
        "'%20OR%201=1--",
        "%25",
    ] {
        let answer = server
            .get(&format!("/api/v1/patents/publications/{name}"))
            .await;
        assert!(
            (400..500).contains(&answer.status),
            "{name}: {}",
            answer.status
        );
        assert_eq!(answer.field("content-type"), "application/json");
    }
}

#[tokio::test]
async fn correlation_numbers() {
    let server = Server::start().await;
    let own = server
        .send("GET", LIST, &[("Correlation-ID", "request-7")])
        .await;
    assert_eq!(own.field("correlation-id"), "request-7");
    let odd = server
        .send("GET", LIST, &[("Correlation-ID", "<x> y")])
        .await;
    assert_eq!(odd.field("correlation-id").len(), 16);
    let other = server.get(LIST).await;
    assert_ne!(odd.field("correlation-id"), other.field("correlation-id"));
}

#[tokio::test]
async fn parameters_are_known_and_given_once() {
    let server = Server::start().await;
    for (target, code, about, hint) in [
        (
            format!("{LIST}?page=2"),
            "unknown-parameter",
            "page",
            "q, limit, offset",
        ),
        (
            format!("{LIST}?limit=1&limit=2"),
            "bad-value",
            "limit",
            "once",
        ),
        (format!("{LIST}?limit=-1"), "bad-value", "limit", "1 to 100"),
        (
            format!("{LIST}?offset=x"),
            "bad-value",
            "offset",
            "from 0 on",
        ),
        (format!("{LIST}?q=%FF"), "bad-value", "q", "UTF-8"),
        (
            format!("{ONE}?limit=-1"),
            "unknown-parameter",
            "limit",
            "as, act",
        ),
        (format!("{ONE}?as=pdf"), "bad-value", "as", "markdown"),
        (
            format!("{ONE}/source?as=st96"),
            "unknown-parameter",
            "as",
            "act",
        ),
    ] {
        let answer = server.get(&target).await;
        assert_eq!(answer.status, 400, "{target}");
        let json: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
        assert_eq!(
            (&json["code"], &json["target"]),
            (&code.into(), &about.into()),
            "{target}"
        );
        assert!(
            json["details"][0].as_str().unwrap().contains(hint),
            "{json}"
        );
        assert_eq!(json["moreInfo"], "/api#problems");
    }
    // People are sent addresses on which others have hung something.
    assert_eq!(server.get("/patents?q=pump&utm_source=x").await.status, 200);
    let help = server.get("/api").await;
    assert!(help.text().contains("id=\"problems\""));
    for code in [
        "bad-value",
        "unknown-parameter",
        "not-acceptable",
        "internal",
    ] {
        assert!(help.text().contains(code), "{code}");
    }
}

#[tokio::test]
async fn lists_are_json() {
    let server = Server::start().await;
    for accept in ["application/json", "*/*;q=.1", "text/html, */*;q=0.8"] {
        let answer = server.send("GET", LIST, &[("Accept", accept)]).await;
        assert_eq!(
            (answer.status, answer.field("vary")),
            (200, "Accept"),
            "{accept}"
        );
    }
    for (target, offer) in [(LIST, "application/json"), (ONE, "text/markdown")] {
        for accept in ["image/png", "*/*;q=0"] {
            let answer = server.send("GET", target, &[("Accept", accept)]).await;
            assert_eq!(
                (answer.status, answer.field("vary")),
                (406, "Accept"),
                "{accept}"
            );
            let json: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
            assert_eq!(json["target"], "Accept");
            assert!(
                json["details"].as_array().unwrap().contains(&offer.into()),
                "{json}"
            );
        }
    }
    let page = server
        .send("GET", "/patents/US-9999999-B2", &[("Accept", "image/png")])
        .await;
    assert_eq!(page.field("content-type"), "text/html; charset=utf-8");
    assert!(page.text().contains(&format!(
        "rel=\"alternate\" type=\"application/xml\" title=\"WIPO ST.96\" href=\"{ONE}?as=st96\""
    )));
}

#[tokio::test]
async fn slashes_that_say_nothing() {
    let server = Server::start().await;
    for (target, address) in [
        ("//", "/"),
        ("/patents/", "/patents"),
        ("/patents/?q=a", "/patents?q=a"),
        (
            "//patents//US-9999999-B2//claims/",
            "/patents/US-9999999-B2/claims",
        ),
        ("//example.org/%2e%2e", "/example.org/%2e%2e"),
        ("/api/v1/patents/publications/", LIST),
        (
            "/api/v1/patents/publications//source",
            "/api/v1/patents/publications/source",
        ),
    ] {
        let answer = server.get(target).await;
        assert_eq!(
            (answer.status, answer.field("location")),
            (308, address),
            "{target}"
        );
    }
    for target in ["/\\example.org/", "/nowhere", "/patents/%2F%2F"] {
        let answer = server.get(target).await;
        assert!(matches!(answer.status, 400 | 404), "{target}");
        assert_eq!(answer.field("location"), "");
    }
    assert_eq!(server.send("POST", "/nowhere/", &[]).await.status, 404);
    let long = format!("/patents/{}", "9".repeat(9000));
    let answer = server.get(&long).await;
    assert_eq!(answer.status, 404);
    assert!(answer.text().contains("9\u{2026}\u{201d}") && answer.bytes.len() < 6000);
}

#[tokio::test]
async fn methods_are_told() {
    let server = Server::start().await;
    for target in [ONE, LIST, "/", "/patents", "/assets/site.css", "*"] {
        let answer = server.send("OPTIONS", target, &[]).await;
        assert_eq!((answer.status, answer.bytes.len()), (204, 0), "{target}");
        assert_eq!(answer.field("allow"), "GET, HEAD, OPTIONS", "{target}");
    }
    assert_eq!(server.send("OPTIONS", "/nowhere", &[]).await.status, 404);
    let posted = server.send("POST", ONE, &[]).await;
    assert_eq!(posted.field("allow"), "GET, HEAD, OPTIONS");
}
