//! Documents that offices send and that hold no record: errors, pages, lists; and rights that are not read yet.

/// What a root element says of such a document, and what to do.
pub(crate) fn of_root(local: &str, tag: &str) -> Option<(&'static str, &'static str)> {
    let lower = local.to_ascii_lowercase();
    Some(match lower.as_str() {
        "fault" => (
            "an error that the service answered",
            "read the error; after \"fair use\", \"throttled\" or 429 wait some minutes, and ask less often",
        ),
        "error" | "errors" | "errorresponse" => (
            "an error that a service answered",
            "read the error, then ask the service again",
        ),
        "html" => (
            "a page of HTML, as services send it instead of data when something is wrong",
            "open it in a browser to see why, then fetch the data again",
        ),
        "rss" | "feed" | "urlset" | "sitemapindex" => {
            ("a list of addresses", "fetch the documents that it names")
        }
        "schema" => (
            "a schema",
            "nothing needs to be done; `chancery schema add` keeps the schemas that documents are validated with",
        ),
        "content" | "ftm-package-index" | "package-index" | "toc" => (
            "the table of contents of a package",
            "nothing needs to be done; the documents that it names are read by themselves",
        ),
        "table" | "tables" => (
            "a table that was cut out of a document",
            "convert the document that it is from",
        ),
        "tei" | "teicorpus" => (
            "a text in TEI",
            "fetch the document from the office that published it",
        ),
        "transaction" if tag.contains("/Trademark/") => (
            "a document of trademarks in an early version of ST.96",
            "marks and designs are not read yet; keep the file for a later version",
        ),
        "transaction" if tag.contains("trademarks") || tag.contains("designs") => (
            "a document of trademarks (ST.66) or designs (ST.86)",
            "marks and designs are not read yet; keep the file for a later version",
        ),
        "hitlist" | "designhitlist" | "trademarkhitlist" => (
            "a list of trademarks or designs that a search found",
            "marks and designs are not read yet; keep the file for a later version",
        ),
        "documentlist" | "document" if !tag.contains("Version") => (
            "a list of papers in the file of a trademark",
            "marks and designs are not read yet; keep the file for a later version",
        ),
        _ => return None,
    })
}

/// What a document is, with the words that a short one says itself.
pub(crate) fn told(what: &str, text: &str) -> String {
    const SHORT: usize = 4096;
    const SAID: usize = 200;
    if !what.starts_with("an error") || text.len() > SHORT {
        return what.to_owned();
    }
    let Ok(tree) = xml::tree::parse(text, &xml::tree::Limits::default()) else {
        return what.to_owned();
    };
    let said = tree
        .root()
        .map(|root| root.text_where(|_| false).into_owned());
    let said = said.unwrap_or_default();
    let said = model::text::line(&said);
    let said = &said[..said.floor_char_boundary(SAID.min(said.len()))];
    if said.is_empty() {
        what.to_owned()
    } else {
        format!("{what} (\"{said}\")")
    }
}

/// What the names at the top of such a document in JSON say of it, and what to do.
pub(crate) fn of_keys(keys: &[&str]) -> Option<(&'static str, &'static str)> {
    let has = |names: &[&str]| names.iter().all(|name| keys.contains(name));
    let is_delivery = has(&["DeliveryID"])
        || has(&["deliveryId", "fileName"])
        || has(&["ID", "Name", "Description"])
        || has(&["DeliveryName"])
        || has(&["bulkDataProductBag"]);
    let is_error = has(&["code", "message"])
        || has(&["error"])
        || has(&["errorMessage"])
        || has(&["errors"])
        || has(&["detailedMessage"])
        || has(&["fault"])
        || has(&["message"]) && keys.len() <= 2;
    if is_delivery {
        return Some((
            "a list of products or deliveries of bulk data",
            "fetch the files that it names; records stand in them",
        ));
    }
    if is_error {
        return Some((
            "an error that a service answered",
            "read the error; after \"too many requests\" or 429 wait some minutes, then ask again",
        ));
    }
    keys.is_empty().then_some((
        "an empty answer in JSON",
        "ask the service again, with a question that finds something",
    ))
}

/// What a document of XML without any element is.
pub(crate) fn without_root(text: &str) -> super::Sniffed {
    let is_empty = text.trim_end().ends_with("?>") || text.trim_end().ends_with("-->");
    let remedy = "fetch the document again; the service sent its head and nothing else";
    super::Sniffed {
        trouble: Some(if is_empty {
            "an answer that ends before its first element"
        } else {
            "no root element was found"
        }),
        remedy: is_empty.then_some(remedy),
        ..super::Sniffed::default()
    }
}

/// What an answer without any record is, and what to do.
pub(crate) fn answer(format: super::Format, text: &str) -> (String, &'static str) {
    use super::Format;
    let is_ops = matches!(format, Format::Ops | Format::OpsJson);
    let about = is_ops && {
        let mut names = crate::ops::WITHOUT_RECORD.iter();
        names.any(|name| text.contains(name))
    };
    if about {
        return (
            "an answer of the Open Patent Services about the classification".to_owned(),
            "nothing needs to be done: symbols and their titles belong to no document",
        );
    }
    let whose = match format {
        Format::Dpma => "DPMAregister",
        Format::Odp | Format::OdpXml => "the US office",
        _ => "the Open Patent Services",
    };
    (
        format!("an answer of {whose} in which no publication and no application stands"),
        "ask the service again, with a question that finds something",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_in_its_own_words() {
        let text = "<fault><code>429</code><message>Too much</message></fault>";
        assert_eq!(told("an error", text), "an error (\"429 Too much\")");
        assert_eq!(told("a page", text), "a page");
        assert_eq!(told("an error", "<fault/>"), "an error");
    }
}
