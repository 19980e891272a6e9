//! The console blocks of a Markdown document.

/// A session of commands.
pub(crate) struct Block {
    pub(crate) commands: Vec<Command>,
}

/// One command and the line on which it begins.
pub(crate) struct Command {
    pub(crate) line: usize,
    pub(crate) text: String,
}

impl Block {
    /// All blocks of a document that are marked `console`.
    pub(crate) fn all(text: &str) -> Vec<Self> {
        let mut blocks: Vec<Self> = Vec::new();
        let mut inside = false;
        let mut lines = text.lines().enumerate();
        while let Some((index, line)) = lines.next() {
            let line = line.trim_start();
            if line.starts_with("```") {
                inside = !inside && line.trim_end() == "```console";
                if inside {
                    blocks.push(Self {
                        commands: Vec::new(),
                    });
                }
            } else if let (true, Some(start)) = (inside, line.strip_prefix("$ ")) {
                let mut command = start.trim().to_owned();
                while command.ends_with('\\') {
                    command.pop();
                    let more = lines.next().map_or("", |(_, line)| line.trim());
                    command = format!("{} {more}", command.trim_end());
                }
                let block = blocks.last_mut().expect("an open block was pushed");
                block.commands.push(Command {
                    line: index + 1,
                    text: command,
                });
            }
        }
        blocks
    }
}
