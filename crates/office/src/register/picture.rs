//! Drawings as browsers can show them.

use super::{Act, Attachment, Digest, Register, cache::Key, work};
use crate::drawing;
use crate::error::Error;
use std::sync::Arc;

mod shrink;

/// A drawing that a browser can show.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The digest of the bytes.
    pub digest: Digest,
    /// The media type.
    pub media_type: &'static str,
}

impl Register {
    /// Gives the attachment of a document which a name means: written so, in other letters, or without its folder.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub async fn attachment(&self, key: &str, name: &str) -> Result<Option<Attachment>, Error> {
        Ok(find(&self.store.attachments(key).await?, name).cloned())
    }

    /// Gives the bytes of an attachment.
    ///
    /// # Errors
    ///
    /// When the store cannot be read, or the file is damaged.
    pub async fn file(&self, act: &Act, attachment: &Attachment) -> Result<Vec<u8>, Error> {
        self.content(act, attachment.digest).await
    }

    /// Gives a drawing as a browser can show it, at most `width` pixels wide when that is not 0.
    ///
    /// # Errors
    ///
    /// When the store cannot be read, or the file holds no picture that is understood.
    pub async fn picture(
        &self,
        act: &Act,
        attachment: &Attachment,
        width: u32,
    ) -> Result<Arc<Picture>, Error> {
        let key = Key::of(attachment.digest).which(width);
        if let Some(known) = self.pictures.get(&key) {
            return Ok(known);
        }
        let bytes = self.content(act, attachment.digest).await?;
        let turn = Arc::clone(&self.painters).acquire_owned().await;
        let made = work(move || {
            let made = paint(bytes, width);
            drop(turn);
            made
        });
        let (bytes, media_type) = made.await?.map_err(|source| Error::Drawing {
            document: act.label.key.clone(),
            name: attachment.name.clone(),
            source,
        })?;
        let made = Arc::new(Picture {
            digest: Digest::of(&bytes),
            bytes,
            media_type,
        });
        self.pictures.put(key, made.bytes.len(), Arc::clone(&made));
        Ok(made)
    }
}

type Trouble = Box<dyn std::error::Error + Send + Sync>;

/// The bytes and their media type, as browsers understand them.
fn paint(bytes: Vec<u8>, width: u32) -> Result<(Vec<u8>, &'static str), Trouble> {
    let shown = drawing::show(&bytes, 0, &drawing::Limits::default())?;
    let media_type = shown.media_type;
    if width > 0
        && media_type == "image/png"
        && let Some(small) = shrink::shrink(&shown.bytes, width)?
    {
        return Ok((small, media_type));
    }
    Ok((shown.bytes.into_owned(), media_type))
}

/// The attachment which a name means.
pub(super) fn find<'a>(attachments: &'a [Attachment], name: &str) -> Option<&'a Attachment> {
    let plain = |name: &str| {
        let end = name.rsplit(['/', '\\']).next().unwrap_or_default();
        end.to_lowercase()
    };
    let wanted = plain(name);
    let exact = attachments.iter().find(|one| one.name == name);
    exact.or_else(|| attachments.iter().find(|one| plain(&one.name) == wanted))
}
