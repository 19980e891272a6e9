//! Values of options, with words on what may stand there.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// A number of threads.
pub(super) fn jobs(text: &str) -> Result<u16, String> {
    text.parse()
        .ok()
        .filter(|jobs| (1..=256).contains(jobs))
        .ok_or_else(|| "write a number of threads from 1 to 256, such as 4".to_owned())
}

/// An address with a port; `localhost` is the address of this machine for itself.
pub(super) fn address(text: &str) -> Result<SocketAddr, String> {
    let local = |text: &str| {
        let port = text.strip_prefix("localhost:")?.parse().ok()?;
        Some(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port))
    };
    text.parse().ok().or_else(|| local(text)).ok_or_else(|| {
        "write an address and a port from 0 to 65535, such as 127.0.0.1:8097".to_owned()
    })
}

/// A limit and its value.
pub(super) fn limit(text: &str) -> Result<(String, u64), String> {
    let names = || {
        let names = office::input::LIMIT_NAMES.iter();
        let names: Vec<&str> = names.map(|(name, _)| *name).collect();
        names.join(", ")
    };
    let read = text.split_once('=').and_then(|(name, number)| {
        let known = office::input::Limits::default().set(name, 0);
        let number = number.replace('_', "").parse().ok()?;
        known.then(|| (name.to_owned(), number))
    });
    read.ok_or_else(|| {
        format!(
            "write a limit and a whole number, such as document_bytes=2000000000; limits are {}",
            names()
        )
    })
}

/// The number of a document.
pub(super) fn document(text: &str) -> Result<String, String> {
    if text.chars().any(char::is_alphanumeric) {
        return Ok(text.to_owned());
    }
    Err("write the number of a document, such as US-7272630-B2".to_owned())
}

/// The code of an office.
pub(super) fn office(text: &str) -> Result<String, String> {
    let code = text.trim().to_ascii_uppercase();
    if model::number::is_office(&code) || model::number::is_former_office(&code) {
        return Ok(code);
    }
    Err("write the two letters of an office (ST.3), such as EP".to_owned())
}
