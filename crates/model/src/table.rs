//! Tables after the CALS model, as the source wrote them.
//!
//! Clause: ST.36

use crate::Str;
use crate::attachment::Image;
use crate::body::Inline;
use crate::statement::Attribute;

record! {
    /// Tables, or their image, under one number.
    pub struct Tables {
        /// Identifier.
        public id: Str,
        /// Number as written.
        public number: Str,
        /// Other attributes of the source.
        public attributes: Vec<Attribute>,
        /// The tables.
        public tables: Vec<Table>,
        /// Images which stand for or beside them.
        public images: Vec<Image>,
    }
}

record! {
    /// A table.
    pub struct Table {
        /// Attributes of the source: frame, colsep, rowsep, pgwide ...
        public attributes: Vec<Attribute>,
        /// Its title.
        public title: Vec<Inline>,
        /// Groups of rows with their own columns.
        public groups: Vec<TableGroup>,
    }
}

record! {
    /// Rows with common columns.
    pub struct TableGroup {
        /// Attributes of the source: cols, align, colsep, rowsep.
        public attributes: Vec<Attribute>,
        /// The columns.
        public columns: Vec<TableColumn>,
        /// Heads and bodies, in order.
        public parts: Vec<TablePart>,
    }
}

record! {
    /// A column: all of it is attributes.
    pub struct TableColumn {
        /// Attributes of the source: colname, colwidth, align ...
        public attributes: Vec<Attribute>,
    }
}

record! {
    /// The head, the foot or the body of a group.
    pub struct TablePart {
        /// Name in the source: `thead`, `tbody`, `tfoot`.
        public name: Str,
        /// Attributes of the source.
        public attributes: Vec<Attribute>,
        /// Columns of its own, where they differ from those of the group.
        public columns: Vec<TableColumn>,
        /// The rows.
        public rows: Vec<TableRow>,
    }
}

record! {
    /// A row.
    pub struct TableRow {
        /// Attributes of the source.
        public attributes: Vec<Attribute>,
        /// The cells.
        public cells: Vec<TableCell>,
    }
}

record! {
    /// A cell.
    pub struct TableCell {
        /// Attributes of the source: namest, nameend, morerows, align ...
        public attributes: Vec<Attribute>,
        /// Content.
        public content: Vec<Inline>,
    }
}
