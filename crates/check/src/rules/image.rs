//! Rules about images and other files of the document.

pub(crate) mod format_differs;
pub(crate) mod missing_attachment;
pub(crate) mod missing_file;
pub(crate) mod no_file_name;
pub(crate) mod size;
pub(crate) mod unused_file;

/// The name of a file without its folders, in small letters.
fn base_name(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.trim().to_lowercase()
}

/// The ending of a file name.
fn ending(path: &str) -> &str {
    path.trim()
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
}
