//! Runs every command of README.md, so that the read-me cannot promise what is not there.
//!
//! A block marked `console` is a session: lines that begin with `$ ` are commands, and a backslash
//! at the end of a line continues it. Each block runs in a fresh folder that holds a copy of
//! `corpus/`, with the binary in `PATH`. Commands that would install something, or build the
//! project anew, are looked at and not run.

mod block;
mod server;
mod session;

use block::Block;
use session::Session;
use xtask::workspace_root;

#[test]
fn every_command_of_the_readme_runs() {
    let Ok(text) = std::fs::read_to_string(workspace_root().join("README.md")) else {
        eprintln!("skipped: no README.md");
        return;
    };
    let blocks = Block::all(&text);
    assert!(
        !blocks.is_empty(),
        "README.md has no block marked ```console"
    );
    for block in &blocks {
        run(block);
    }
}

fn run(block: &Block) {
    let mut session = Session::open(&workspace_root()).expect("the folder of the block is made");
    for command in &block.commands {
        eprintln!("README.md:{}: $ {}", command.line, command.text);
        if let Err(reason) = session.run(&command.text) {
            panic!("README.md:{}: `{}`: {reason:#}", command.line, command.text);
        }
    }
}

#[test]
fn finds_blocks_and_commands() {
    let text = "\
words\n```console\n$ one a \\\n    b\noutput\n$ two\n```\n```sh\n$ not this\n```\n```console\n$ three\n```\n";
    let blocks = Block::all(text);
    let commands: Vec<Vec<(usize, &str)>> = blocks
        .iter()
        .map(|block| {
            block
                .commands
                .iter()
                .map(|c| (c.line, c.text.as_str()))
                .collect()
        })
        .collect();
    assert_eq!(
        commands,
        [vec![(3, "one a b"), (6, "two")], vec![(12, "three")]]
    );
}

#[test]
fn a_session_keeps_its_folder_and_reports_failure() {
    let mut session = Session::open(&workspace_root()).expect("the folder is made");
    session.run("mkdir inner").expect("a plain command");
    session.run("cd inner && ls").expect("a compound command");
    session.run("cd inner").expect("the folder is there");
    session
        .run("test ! -e inner")
        .expect("the session moved into the folder");
    assert!(session.run("false").is_err());
    assert!(session.run("cd nowhere").is_err());
    session.run("make test DATA=x").expect("the goal exists");
    assert!(session.run("make nonsense").is_err());
    session
        .run("cargo build --release -p chancery")
        .expect("the package exists");
    assert!(session.run("cargo build -p nonsense").is_err());
    assert!(session.run("cargo xtask nonsense").is_err());
}

#[test]
fn a_server_is_found_by_the_address_that_it_prints() {
    let address = |line: &str| server::address(line);
    assert_eq!(
        address("open http://127.0.0.1:8090/ now").as_deref(),
        Some("127.0.0.1:8090")
    );
    assert_eq!(
        address("at http://localhost:80.").as_deref(),
        Some("localhost:80")
    );
    assert_eq!(address("no address"), None);
}
