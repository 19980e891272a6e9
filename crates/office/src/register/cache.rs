//! What was made of content, held as long as there is room.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};
use store::Digest;

/// A name of something made: of which content, and what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    digest: Digest,
    what: u32,
}

impl Key {
    /// The thing made of this content.
    pub(super) fn of(digest: Digest) -> Self {
        Self { digest, what: 0 }
    }

    /// One of several things made of this content.
    pub(super) fn which(self, what: u32) -> Self {
        Self { what, ..self }
    }
}

/// Values with their cost; those which were not asked for longest go first.
pub(super) struct Cache<V> {
    limit: usize,
    held: Mutex<Held<V>>,
}

struct Held<V> {
    entries: BTreeMap<Key, Entry<V>>,
    cost: usize,
    clock: u64,
}

struct Entry<V> {
    value: V,
    cost: usize,
    used: u64,
}

impl<V> fmt::Debug for Cache<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cache")
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
}

impl<V: Clone> Cache<V> {
    /// A cache of values that cost no more than `limit` together.
    pub(super) fn new(limit: usize) -> Self {
        let held = Held {
            entries: BTreeMap::new(),
            cost: 0,
            clock: 0,
        };
        Self {
            limit,
            held: Mutex::new(held),
        }
    }

    /// The value of this name, if it is still held.
    pub(super) fn get(&self, key: &Key) -> Option<V> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.clock += 1;
        let now = held.clock;
        let entry = held.entries.get_mut(key)?;
        entry.used = now;
        Some(entry.value.clone())
    }

    /// Holds a value; one that costs more than half the limit is not held.
    pub(super) fn put(&self, key: Key, cost: usize, value: V) {
        if cost > self.limit / 2 {
            return;
        }
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.clock += 1;
        let used = held.clock;
        let entry = Entry { value, cost, used };
        if let Some(before) = held.entries.insert(key, entry) {
            held.cost -= before.cost;
        }
        held.cost += cost;
        while held.cost > self.limit {
            let oldest = held.entries.iter().min_by_key(|(_, entry)| entry.used);
            let Some(oldest) = oldest.map(|(key, _)| *key) else {
                return;
            };
            if let Some(gone) = held.entries.remove(&oldest) {
                held.cost -= gone.cost;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_unused_goes_first() {
        let cache = Cache::new(10);
        let key = |n: u8| Key::of(Digest::of(&[n]));
        for n in 0..5 {
            cache.put(key(n), 2, n);
        }
        assert_eq!(cache.get(&key(0)), Some(0));
        cache.put(key(5), 2, 5);
        assert_eq!(cache.get(&key(1)), None);
        assert_eq!(cache.get(&key(0)), Some(0));
        assert_eq!(cache.get(&key(0).which(1)), None);
        cache.put(key(6), 6, 6);
        assert_eq!(cache.get(&key(6)), None, "too large to be held");
    }
}
