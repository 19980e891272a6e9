//! JSON as it is written: names, values and the commas between them.

/// A JSON text under way.
pub(super) struct Json<'o> {
    out: &'o mut Vec<u8>,
    /// Whether nothing stands yet in the object or array that is open.
    is_first: bool,
    /// Whether a name was written that waits for its value.
    is_named: bool,
}

impl<'o> Json<'o> {
    /// Begins a text at the end of `out`.
    pub(super) fn new(out: &'o mut Vec<u8>) -> Self {
        Self {
            out,
            is_first: true,
            is_named: false,
        }
    }

    pub(super) fn begin_object(&mut self) {
        self.open(b'{');
    }

    pub(super) fn end_object(&mut self) {
        self.close(b'}');
    }

    pub(super) fn begin_array(&mut self) {
        self.open(b'[');
    }

    pub(super) fn end_array(&mut self) {
        self.close(b']');
    }

    /// Names the value that follows.
    pub(super) fn name(&mut self, name: &str) {
        self.comma();
        self.quoted(name);
        self.out.push(b':');
        self.is_named = true;
    }

    /// A text.
    pub(super) fn text(&mut self, text: &str) {
        self.comma();
        self.quoted(text);
    }

    /// A flag or number, as it stands.
    pub(super) fn bare(&mut self, text: &str) {
        self.comma();
        self.out.extend_from_slice(text.as_bytes());
    }

    fn open(&mut self, sign: u8) {
        self.comma();
        self.out.push(sign);
        self.is_first = true;
    }

    fn close(&mut self, sign: u8) {
        self.out.push(sign);
        self.is_first = false;
    }

    fn comma(&mut self) {
        if !self.is_first && !self.is_named {
            self.out.push(b',');
        }
        self.is_first = false;
        self.is_named = false;
    }

    fn quoted(&mut self, text: &str) {
        serde_json::to_writer(&mut *self.out, text).expect("a text can be written to memory");
    }
}
