//! Images, formulas, chemistry and other files that belong to a document.

use crate::Str;
use crate::body::{Block, Inline, Instruction};
use crate::statement::Attribute;

record! {
    /// An image of the document.
    pub struct Image {
        /// Identifier.
        public id: Str,
        /// File name.
        public file: Str,
        /// Height with its unit, as written (`98.76mm`).
        public height: Str,
        /// Width with its unit, as written.
        public width: Str,
        /// Alternative text.
        public alt: Str,
        /// What it shows, as written (`drawing`, `table`, `math` ...).
        public content: Str,
        /// File format, as written (`tif`).
        public format: Str,
        /// Orientation, as written.
        public orientation: Str,
        /// Whether it stands in the line, as written.
        public inline: Str,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
    }
}

record! {
    /// A mathematical formula: MathML, an image, words, or several of them.
    pub struct Formula {
        /// Identifier.
        public id: Str,
        /// Number as written.
        public number: Str,
        /// The MathML.
        public markup: Vec<Markup>,
        /// Images of it.
        public images: Vec<Image>,
        /// Files of it, such as one of a program for mathematics.
        public files: Vec<Attachment>,
        /// Words of it.
        public content: Vec<Inline>,
    }
}

record! {
    /// A chemical structure: an image, a file, a formula in words.
    pub struct Chemistry {
        /// Identifier.
        public id: Str,
        /// Number as written.
        public number: Str,
        /// Images of it.
        public images: Vec<Image>,
        /// Files of it (`chem`).
        public files: Vec<Attachment>,
        /// The formula in words.
        public content: Vec<Inline>,
    }
}

record! {
    /// An element of an embedded vocabulary, kept as it is.
    pub struct Markup {
        /// Local name.
        public name: Str,
        /// Attributes.
        public attributes: Vec<Attribute>,
        /// Children in order.
        public children: Vec<MarkupNode>,
    }
}

choice! {
    /// A child of embedded markup.
    pub enum MarkupNode {
        /// Characters.
        Text(Str) = "t",
        /// An element.
        Element(Markup) = "e",
        /// A processing instruction.
        Instruction(Instruction) = "i",
    }
}

record! {
    /// A file, or a reference to one, which belongs to the document.
    pub struct Attachment {
        /// Name in the source: `us-chemistry`, `us-math`, `sequence-list`, `table-external-doc`, `doc-page` ...
        public name: Str,
        /// Identifier.
        public id: Str,
        /// File name, when one is named.
        public file: Str,
        /// Other attributes of the source: further files, carriers, sizes.
        public attributes: Vec<Attribute>,
        /// Images of it.
        public images: Vec<Image>,
        /// Words in running text.
        public content: Vec<Inline>,
        /// Words in blocks.
        public blocks: Vec<Block>,
        /// Attachments within it.
        public parts: Vec<Attachment>,
    }
}
