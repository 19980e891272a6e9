//! A server that a block starts: found by the address it prints, ended with the block.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, ensure};

/// How long a server may take until it prints its address and answers.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running server.
pub(crate) struct Server {
    child: Child,
}

impl Server {
    /// Starts the server, waits for the address in its output, and asks it for its first page.
    pub(crate) fn start(mut command: Command) -> anyhow::Result<Self> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let (send, receive) = mpsc::channel();
        watch(
            child.stdout.take().context("the output is piped")?,
            send.clone(),
        );
        watch(child.stderr.take().context("the output is piped")?, send);
        let server = Self { child };
        let address = receive
            .recv_timeout(PATIENCE)
            .context("it ended, or printed no address for half a minute")?;
        let status = ask(&address)?;
        ensure!(
            status.starts_with("HTTP/1.1 2") || status.starts_with("HTTP/1.1 3"),
            "http://{address}/ answered: {status}"
        );
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A server that has ended by itself cannot be killed, which is all right.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Reads a stream to its end and sends the first address in it; later lines are dropped.
fn watch(stream: impl Read + Send + 'static, send: mpsc::Sender<String>) {
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            eprintln!("  {line}");
            if let Some(address) = address(&line) {
                send.send(address).ok();
            }
        }
    });
}

/// The host and port of the first address in a line.
pub(crate) fn address(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("http://")?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && !".:-[]".contains(c));
    let address = rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ':']);
    (!address.is_empty()).then(|| address.to_owned())
}

/// The status line of the answer to a plain request.
fn ask(address: &str) -> anyhow::Result<String> {
    let mut stream = TcpStream::connect(address).context("nobody listens there")?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )?;
    let mut status = String::new();
    BufReader::new(stream).read_line(&mut status)?;
    Ok(status.trim_end().to_owned())
}
