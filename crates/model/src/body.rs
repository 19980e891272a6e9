//! Text of a document: blocks, inlines, claims, drawings.

use crate::Str;
use crate::attachment::{Attachment, Chemistry, Formula, Image};
use crate::citation::{Citation, Deposit};
use crate::statement::Attribute;
use crate::table::Tables;

choice! {
    /// A piece of running text.
    pub enum Inline {
        /// Characters.
        Text(Str) = "t",
        /// Text in a style.
        Styled(Box<Styled>) = "styled",
        /// A reference to a figure, a claim or another place.
        Reference(Box<Reference>) = "ref",
        /// A line break; the value is always true.
        Break(bool) = "break",
        /// A nested part of a claim.
        Part(Box<Part>) = "part",
        /// An image.
        Image(Box<Image>) = "image",
        /// A mathematical formula.
        Formula(Box<Formula>) = "formula",
        /// A chemical structure.
        Chemistry(Box<Chemistry>) = "chemistry",
        /// A list.
        List(Box<List>) = "list",
        /// A definition list.
        Definitions(Box<Definitions>) = "definitions",
        /// One or more tables under one number.
        Tables(Box<Tables>) = "tables",
        /// Preformatted text.
        Preformatted(Box<Preformatted>) = "pre",
        /// A citation within the text.
        Citation(Box<Citation>) = "citation",
        /// A deposit of biological material named in the text.
        Deposit(Box<Deposit>) = "deposit",
        /// A document kept outside, such as an external table.
        Attachment(Box<Attachment>) = "attachment",
        /// Text inserted or deleted after publication.
        Change(Box<Change>) = "change",
        /// Characters that stand for something which the source could not write.
        Sign(Box<Sign>) = "sign",
        /// A processing instruction of the source, such as a mark of inserted matter.
        Instruction(Box<Instruction>) = "instruction",
    }
}

record! {
    /// Characters of a source that stand for something which it could not write: `.alpha.`, `.sub.2`.
    pub struct Sign {
        /// The characters of the source.
        public written: Str,
        /// What they stand for.
        public meaning: Vec<Inline>,
    }
}

names! {
    /// How text is set.
    pub enum Style {
        /// Bold.
        #[default]
        Bold = "b",
        /// Italic.
        Italic = "i",
        /// Underlined.
        Underline = "u",
        /// Overlined.
        Overline = "o",
        /// Struck through.
        Strike = "s",
        /// Subscript.
        Subscript = "sub",
        /// Superscript.
        Superscript = "sup",
        /// Subscript within a subscript or superscript.
        InnerSubscript = "sub2",
        /// Superscript within a subscript or superscript.
        InnerSuperscript = "sup2",
        /// Small capitals.
        SmallCapitals = "smallcaps",
    }
}

record! {
    /// Text in a style.
    pub struct Styled {
        /// The style.
        public style: Style,
        /// Its kind as written: `single`, `double`, `dash` ...
        public variant: Str,
        /// The text.
        public content: Vec<Inline>,
    }
}

names! {
    /// What a reference points to.
    pub enum ReferenceKind {
        /// A figure.
        #[default]
        Figure = "figure",
        /// A claim.
        Claim = "claim",
        /// Any other place.
        Cross = "cross",
    }
}

record! {
    /// A reference within the document.
    pub struct Reference {
        /// What it points to.
        public kind: ReferenceKind,
        /// Identifiers of the targets, separated by blanks.
        public targets: Str,
        /// Number of the target, when the source gives it apart.
        public number: Str,
        /// Identifier of the reference itself.
        public id: Str,
        /// The words of the reference.
        public content: Vec<Inline>,
    }
}

record! {
    /// A part of a claim: claims nest as deep as they were written.
    pub struct Part {
        /// Identifier.
        public id: Str,
        /// Text and further parts.
        public content: Vec<Inline>,
    }
}

record! {
    /// A list.
    pub struct List {
        /// Identifier.
        public id: Str,
        /// Whether items are numbered.
        public ordered: bool,
        /// Style as written.
        public style: Str,
        /// Whether the source asks for narrow setting, as written.
        public compact: Str,
        /// The items.
        public items: Vec<ListItem>,
    }
}

record! {
    /// An item of a list.
    pub struct ListItem {
        /// Identifier.
        public id: Str,
        /// Number as written.
        public number: Str,
        /// Content.
        public content: Vec<Inline>,
    }
}

record! {
    /// A list of terms and what they mean.
    pub struct Definitions {
        /// Identifier.
        public id: Str,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// Terms and meanings, in order.
        public items: Vec<Definition>,
    }
}

record! {
    /// A term or a meaning.
    pub struct Definition {
        /// Identifier.
        public id: Str,
        /// Whether it is the term; else it is the meaning.
        public term: bool,
        /// Content.
        public content: Vec<Inline>,
    }
}

record! {
    /// Text whose blanks and lines count.
    pub struct Preformatted {
        /// Identifier.
        public id: Str,
        /// Kind of listing as written.
        public listing: Str,
        /// The text.
        public content: Vec<Inline>,
    }
}

record! {
    /// Text inserted or deleted after the first publication.
    pub struct Change {
        /// Whether the text was deleted; else it was inserted.
        public deleted: bool,
        /// Who, when, why, as written.
        public attributes: Vec<Attribute>,
        /// The text.
        public content: Vec<Inline>,
    }
}

record! {
    /// A processing instruction of the source.
    pub struct Instruction {
        /// Its target.
        public target: Str,
        /// What follows the target.
        public data: Str,
    }
}

choice! {
    /// A block of text.
    pub enum Block {
        /// A heading.
        Heading(Heading) = "heading",
        /// A paragraph.
        Paragraph(Paragraph) = "p",
        /// Blocks under one name, such as the technical field.
        Group(Box<Group>) = "group",
        /// Text that stands in no paragraph.
        Loose(Vec<Inline>) = "loose",
        /// A page kept as an image.
        Page(Box<PageImage>) = "page",
        /// A processing instruction between blocks.
        Instruction(Box<Instruction>) = "instruction",
    }
}

record! {
    /// A heading.
    pub struct Heading {
        /// Identifier.
        public id: Str,
        /// Level as written.
        public level: Str,
        /// The words.
        public content: Vec<Inline>,
    }
}

record! {
    /// A paragraph.
    pub struct Paragraph {
        /// Identifier.
        public id: Str,
        /// Number as written, such as `0012`.
        public number: Str,
        /// Level of indentation as written, where the source gives one.
        public level: Str,
        /// Content.
        public content: Vec<Inline>,
    }
}

record! {
    /// Blocks under one name.
    pub struct Group {
        /// The name in the source: `technical-field`, `description-of-drawings`, `claims-statement` ...
        public name: Str,
        /// Identifier.
        public id: Str,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// The blocks.
        public blocks: Vec<Block>,
    }
}

record! {
    /// A whole page as an image.
    pub struct PageImage {
        /// Identifier.
        public id: Str,
        /// File name.
        public file: Str,
        /// Attributes: size, type, first and last page, orientation.
        public attributes: Vec<Attribute>,
    }
}

record! {
    /// A part of the document in one language: abstract, description, statement.
    pub struct Section {
        /// Name in the source: `abstract`, `description`, `ep-reference-list` ...
        public name: Str,
        /// Identifier.
        public id: Str,
        /// Language as written.
        public language: Str,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// The text.
        public blocks: Vec<Block>,
    }
}

record! {
    /// The title of the invention in one language.
    pub struct Title {
        /// Identifier.
        public id: Str,
        /// Language as written.
        public language: Str,
        /// Format of the source: `docdb`, `docdba`, `original`, or empty.
        public format: Str,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// The words.
        public content: Vec<Inline>,
    }
}

record! {
    /// Claims in one language or of one kind.
    pub struct ClaimSet {
        /// Name in the source: `claims`, `amended-claims`.
        public name: Str,
        /// Identifier.
        public id: Str,
        /// Language as written.
        public language: Str,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// The words before the first claim ("What is claimed is:").
        public statement: Vec<Inline>,
        /// Blocks of the set which are no claims.
        public blocks: Vec<Block>,
        /// The claims.
        public claims: Vec<Claim>,
    }
}

record! {
    /// A claim.
    pub struct Claim {
        /// Identifier.
        public id: Str,
        /// Number as written.
        public number: Str,
        /// Kind as written.
        public kind: Str,
        /// What the applicant says of it in this set, as written: new, amended, canceled.
        public status: Str,
        /// Its parts, nested.
        public content: Vec<Inline>,
    }
}

record! {
    /// The drawings.
    pub struct Drawings {
        /// Identifier.
        public id: Str,
        /// Language as written.
        public language: Str,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// The figures.
        public figures: Vec<Figure>,
        /// Pages kept as images.
        public pages: Vec<PageImage>,
    }
}

record! {
    /// A figure.
    pub struct Figure {
        /// Identifier.
        public id: Str,
        /// Number as written.
        public number: Str,
        /// Labels as written.
        public labels: Str,
        /// Its images.
        public images: Vec<Image>,
    }
}
