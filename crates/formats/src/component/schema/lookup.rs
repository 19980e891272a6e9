//! Names by text: hash tables that the compiler builds.

use super::{ATTRIBUTE_NAMES, NAMES};

const SLOTS: usize = 4096;
const ATTRIBUTE_SLOTS: usize = 1024;
const FREE: u16 = u16::MAX;
const SEED: u32 = 0x811c_9dc5;
const MATHML: &str = "mathml:";
const MATHML_SEED: u32 = hash(SEED, MATHML.as_bytes());

static ELEMENTS: [u16; SLOTS] = table(NAMES);
static ATTRIBUTES: [u16; ATTRIBUTE_SLOTS] = table(ATTRIBUTE_NAMES);

/// The number of an element by its qualified name.
pub(super) fn element(qualified: &str) -> Option<u16> {
    find(&ELEMENTS, hash(SEED, qualified.as_bytes()), |number| {
        NAMES[number] == qualified
    })
}

/// The number of a MathML element by its local name.
pub(super) fn mathml_element(local: &str) -> Option<u16> {
    find(&ELEMENTS, hash(MATHML_SEED, local.as_bytes()), |number| {
        NAMES[number].strip_prefix(MATHML) == Some(local)
    })
}

/// The number of an attribute by its name as written.
pub(super) fn attribute(name: &str) -> Option<u16> {
    find(&ATTRIBUTES, hash(SEED, name.as_bytes()), |number| {
        ATTRIBUTE_NAMES[number] == name
    })
}

fn find<const N: usize>(table: &[u16; N], hash: u32, equal: impl Fn(usize) -> bool) -> Option<u16> {
    let mut slot = hash as usize % N;
    loop {
        match table[slot] {
            FREE => return None,
            number if equal(usize::from(number)) => return Some(number),
            _ => slot = (slot + 1) % N,
        }
    }
}

const fn hash(seed: u32, bytes: &[u8]) -> u32 {
    let mut value = seed;
    let mut at = 0;
    while at < bytes.len() {
        value = (value ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    value
}

const fn table<const N: usize>(names: &[&str]) -> [u16; N] {
    let mut table = [FREE; N];
    let mut number = 0;
    while number < names.len() {
        let mut slot = hash(SEED, names[number].as_bytes()) as usize % N;
        while table[slot] != FREE {
            slot = (slot + 1) % N;
        }
        table[slot] = number as u16;
        number += 1;
    }
    table
}
