//! A process that enrols is killed, again and again, and nothing that it acknowledged is lost.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use store::{Enrolment, Store};

use crate::samples::{check, check_kept, check_rebuild, document, drawing, options};

const FOLDER: &str = "STORE_KILL_TEST_FOLDER";
const KILLS: u64 = 20;
const BATCH: u64 = 4;

/// The n-th document of all: large enough that a kill meets the middle of a write.
fn numbered(n: u64) -> Enrolment {
    let mut document = document(u32::try_from(n).unwrap(), "of a killed writer");
    let long: String = (0..2_000).map(|i| (i * (n + 7)).to_string()).collect();
    document.attachments.push(drawing("LONG.TIF", &long));
    document
}

/// Enrols for ever when a parent asked for it, and does nothing as an ordinary test.
#[tokio::test]
async fn child() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let store = Store::open_with(Path::new(&folder), options())
        .await
        .unwrap();
    let mut next = store.counts().await.unwrap().acts + 1;
    println!("\nREADY");
    loop {
        let mut batch = store.begin().await.unwrap();
        for n in next..next + BATCH {
            assert_eq!(batch.enrol(numbered(n)).await.unwrap().act(), n);
        }
        batch.commit().await.unwrap();
        next += BATCH;
        println!("ACKNOWLEDGED {}", next - 1);
        std::io::stdout().flush().unwrap();
    }
}

fn spawn(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::child", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Runs a child for a while, kills it, and gives the last act that it acknowledged.
fn run_and_kill(folder: &Path, pause: Duration) -> Option<u64> {
    let mut child = spawn(folder);
    let output = BufReader::new(child.stdout.take().unwrap());
    let (ready, readiness) = mpsc::channel();
    let reader = thread::spawn(move || {
        let mut last = None;
        for line in output.lines().map_while(Result::ok) {
            if line == "READY" {
                ready.send(()).ok();
            }
            if let Some(number) = line.strip_prefix("ACKNOWLEDGED ") {
                // The last line may be cut by the kill, and then names no smaller act than was meant.
                last = last.max(number.parse().ok());
            }
        }
        last
    });
    readiness
        .recv_timeout(Duration::from_secs(60))
        .expect("the child began");
    thread::sleep(pause);
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

#[test]
fn kill_at_any_moment_loses_nothing_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let seed = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_micros() as u64;
    println!("seed {seed}");
    let mut random = seed | 1;
    let mut total = 0;
    for _ in 0..KILLS {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let acknowledged = run_and_kill(folder.path(), Duration::from_micros(random % 150_000));
        total = look(folder.path(), acknowledged.unwrap_or(0).max(total));
    }
    println!("{total} acts survived {KILLS} kills");
    assert!(total > 0, "no batch was ever acknowledged");
}

/// Opens what a killed writer left and checks all of it.
#[tokio::main(flavor = "current_thread")]
async fn look(folder: &Path, acknowledged: u64) -> u64 {
    let store = Store::open_with(folder, options()).await.unwrap();
    let acts = check(&store).await;
    let there = acts.len() as u64;
    assert!(
        there >= acknowledged,
        "{acknowledged} were acknowledged, {there} are there"
    );
    assert_eq!(there % BATCH, 0, "half a batch is visible");
    for act in &acts {
        check_kept(&store, &numbered(act.number), act.number).await;
    }
    check_rebuild(&store).await;
    store.close().await;
    there
}
