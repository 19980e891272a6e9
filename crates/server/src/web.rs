//! The pages for people.

pub(crate) mod address;
mod document;
mod home;
mod language;
mod line;
mod page;
mod words;

pub(crate) use document::{
    claims, description, drawing, drawings, family, files, findings, image, overview,
};
pub(crate) use home::{interface, results, roll, start};
pub(crate) use page::problem;
