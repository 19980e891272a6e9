//! The server as a process: listening, and ending without cutting anyone off.

use crate::router::{Log, router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use office::register::Register;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// How the server runs.
#[derive(Clone)]
pub struct Settings {
    /// The data folder.
    pub data: PathBuf,
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Takes lines for the operator.
    pub log: Log,
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings")
            .field("data", &self.data)
            .field("listen", &self.listen)
            .finish_non_exhaustive()
    }
}

/// The server could not run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The address cannot be listened on.
    #[error("cannot listen on {address}; {remedy}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What to do.
        remedy: &'static str,
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// The register cannot be opened.
    #[error("cannot open the register")]
    Register(#[from] office::Error),
    /// The system gave up.
    #[error("the server cannot go on; start it again")]
    System(#[from] io::Error),
}

/// How long a client may take to send the head of a request.
const HEAD: Duration = Duration::from_secs(10);
/// Connections at one time.
const CONNECTIONS: usize = 512;
/// How long answers on their way may take after the process was asked to end.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves until the process is asked to end; `listening` learns the address once clients can connect.
///
/// # Errors
///
/// When the address is taken or the register cannot be opened.
pub fn run(settings: Settings, listening: impl FnOnce(SocketAddr)) -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(serve(settings, listening))
}

async fn serve(settings: Settings, listening: impl FnOnce(SocketAddr)) -> Result<(), Error> {
    let address = settings.listen;
    let listener = TcpListener::bind(address).await;
    let listener = listener.map_err(|source| Error::Listen {
        address,
        remedy: remedy(&source),
        source,
    })?;
    let register = Register::open(&settings.data).await?;
    let router = router(register.clone(), settings.log);
    let ending = end()?;
    listening(listener.local_addr()?);
    answer(&listener, &router, ending).await;
    register.close().await;
    Ok(())
}

/// Answers clients until the process is asked to end, then lets the answers on their way arrive.
///
/// A client that does not send the head of a request in time is dropped, and there are never more connections than
/// the process can hold open.
async fn answer(listener: &TcpListener, router: &axum::Router, ending: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut ending = std::pin::pin!(ending);
    loop {
        let place = Arc::clone(&places).acquire_owned();
        let accepted = async {
            let place = place.await.expect("nobody closes the places");
            listener.accept().await.map(|(stream, _)| (stream, place))
        };
        let (stream, place) = tokio::select! {
            accepted = accepted => match accepted {
                Ok(accepted) => accepted,
                // Out of descriptors, or the client has gone: others are served in a moment.
                Err(_) => {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut ending => break,
        };
        let service = TowerToHyperService::new(router.clone());
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD)
            .serve_connection(TokioIo::new(stream), service);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            let _client_has_gone = connection.await;
            drop(place);
        });
    }
    let _late = tokio::time::timeout(PATIENCE, graceful.shutdown()).await;
}

fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::AddrInUse => {
            "another program has this port: end it, or name another one, such as --listen 127.0.0.1:0 for any that is free"
        }
        io::ErrorKind::PermissionDenied => {
            "name a port from 1024 on, such as --listen 127.0.0.1:8097"
        }
        io::ErrorKind::AddrNotAvailable => {
            "name an address of this machine, such as --listen 127.0.0.1:8097"
        }
        _ => "name another address, such as --listen 127.0.0.1:8097",
    }
}

/// Waits for SIGINT or SIGTERM.
#[cfg(unix)]
fn end() -> io::Result<impl Future<Output = ()> + Send> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn end() -> io::Result<impl Future<Output = ()> + Send> {
    Ok(async {
        let _end = tokio::signal::ctrl_c().await;
    })
}
