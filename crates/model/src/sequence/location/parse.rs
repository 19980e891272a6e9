//! The grammar of location descriptors.

use super::{Location, LocationError, LocationTrouble, Position};

/// Operators may stand so deep in each other.
const DEEP: usize = 4;

pub(super) fn location(text: &str) -> Result<Location, LocationError> {
    let mut reader = Reader { text, at: 0 };
    if text.is_empty() {
        return Err(reader.error(LocationTrouble::Empty, 0));
    }
    let location = reader.part(0, false)?;
    if reader.at < text.len() {
        let rest = text.len() - reader.at;
        return Err(reader.unexpected(LocationTrouble::Trailing, rest));
    }
    Ok(location)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn error(&self, trouble: LocationTrouble, length: usize) -> LocationError {
        LocationError {
            offset: self.at,
            length,
            trouble,
        }
    }

    /// An error at a place where something else stands; a blank there is the better reason.
    fn unexpected(&self, trouble: LocationTrouble, length: usize) -> LocationError {
        let next = self.rest().chars().next();
        match next.filter(|next| next.is_whitespace()) {
            Some(blank) => self.error(LocationTrouble::Blank, blank.len_utf8()),
            None => self.error(trouble, length),
        }
    }

    fn eat(&mut self, sign: &str) -> bool {
        let found = self.rest().starts_with(sign);
        if found {
            self.at += sign.len();
        }
        found
    }

    fn next_length(&self) -> usize {
        self.rest().chars().next().map_or(0, char::len_utf8)
    }

    fn part(&mut self, depth: usize, in_list: bool) -> Result<Location, LocationError> {
        let word = self
            .rest()
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
            .count();
        let is_word = self
            .rest()
            .starts_with(|first: char| first.is_ascii_alphabetic());
        if !is_word {
            return self.simple();
        }
        if depth >= DEEP {
            return Err(self.error(LocationTrouble::TooDeep, word));
        }
        let name = &self.rest()[..word];
        let after = &self.rest()[word..];
        let is_list = match name {
            "complement" => false,
            "join" | "order" if in_list => {
                return Err(self.error(LocationTrouble::Nested, word));
            }
            "join" | "order" => true,
            _ if after.starts_with([':', '.']) => {
                return Err(self.error(LocationTrouble::OtherSequence, word));
            }
            _ if after.starts_with('(') => {
                return Err(self.error(LocationTrouble::UnknownOperator, word));
            }
            _ => return Err(self.error(LocationTrouble::NumberExpected, word)),
        };
        let is_join = name == "join";
        let start = self.at;
        self.at += word;
        if !self.eat("(") {
            return Err(self.unexpected(LocationTrouble::ParenthesisExpected, self.next_length()));
        }
        if !is_list {
            let inner = self.part(depth + 1, in_list)?;
            self.close()?;
            return Ok(Location::Complement(Box::new(inner)));
        }
        let mut parts = vec![self.part(depth + 1, true)?];
        while self.eat(",") {
            parts.push(self.part(depth + 1, true)?);
        }
        self.close()?;
        if parts.len() < 2 {
            return Err(LocationError {
                offset: start,
                length: self.at - start,
                trouble: LocationTrouble::OnePart,
            });
        }
        Ok(if is_join {
            Location::Join(parts)
        } else {
            Location::Order(parts)
        })
    }

    fn close(&mut self) -> Result<(), LocationError> {
        if self.eat(")") {
            return Ok(());
        }
        Err(self.unexpected(LocationTrouble::NotClosed, self.next_length()))
    }

    fn simple(&mut self) -> Result<Location, LocationError> {
        let from = self.position()?;
        if self.eat("..") {
            let to = self.position()?;
            return Ok(Location::Range(from, to));
        }
        if self.rest().starts_with('.') {
            return Err(self.error(LocationTrouble::OneDot, 1));
        }
        if self.rest().starts_with('^') {
            if from.before || from.after {
                let mut error = self.error(LocationTrouble::MisplacedSign, 1);
                error.offset = from.offset;
                return Err(error);
            }
            self.at += 1;
            let to = self.position()?;
            if to.before || to.after {
                let mut error = self.error(LocationTrouble::MisplacedSign, 1);
                error.offset = to.offset;
                return Err(error);
            }
            return Ok(Location::Between(from, to));
        }
        Ok(Location::Residue(from))
    }

    fn position(&mut self) -> Result<Position, LocationError> {
        let offset = self.at;
        let before = self.eat("<");
        let after = !before && self.eat(">");
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return Err(self.unexpected(LocationTrouble::NumberExpected, self.next_length()));
        }
        let Ok(residue) = self.rest()[..digits].parse::<u64>() else {
            return Err(self.error(LocationTrouble::NumberTooLarge, digits));
        };
        if residue == 0 {
            return Err(self.error(LocationTrouble::Zero, digits));
        }
        if residue > u64::from(u32::MAX) {
            return Err(self.error(LocationTrouble::NumberTooLarge, digits));
        }
        self.at += digits;
        Ok(Position {
            residue,
            before,
            after,
            offset,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trouble(text: &str) -> (LocationTrouble, usize) {
        let error = Location::parse(text).expect_err("it is no location");
        (error.trouble, error.offset)
    }

    #[test]
    fn every_form_is_read_and_written_alike() {
        for text in [
            "467",
            "<1",
            ">888",
            "340..565",
            "<345..500",
            "<1..888",
            "1..>888",
            "<1..>888",
            "123^124",
            "join(12..78,134..202)",
            "order(1..2,5)",
            "complement(34..126)",
            "complement(join(2691..4571,4918..5163))",
            "join(complement(4918..5163),complement(2691..4571))",
            "join(1..>5,7)",
        ] {
            let location = Location::parse(text).expect(text);
            assert_eq!(location.to_string(), text);
        }
    }

    #[test]
    fn errors_have_their_place() {
        use LocationTrouble as T;
        assert_eq!(trouble(""), (T::Empty, 0));
        assert_eq!(trouble("1 ..5"), (T::Blank, 1));
        assert_eq!(trouble(" 1..5"), (T::Blank, 0));
        assert_eq!(trouble("1..5 "), (T::Blank, 4));
        assert_eq!(trouble("1.."), (T::NumberExpected, 3));
        assert_eq!(trouble("1.5"), (T::OneDot, 1));
        assert_eq!(trouble("0..5"), (T::Zero, 0));
        assert_eq!(trouble("1..99999999999999999999"), (T::NumberTooLarge, 3));
        assert_eq!(trouble("1..5)"), (T::Trailing, 4));
        assert_eq!(trouble("bond(1,5)"), (T::UnknownOperator, 0));
        assert_eq!(trouble("unknown"), (T::NumberExpected, 0));
        assert_eq!(trouble("J00194.1:1..5"), (T::OtherSequence, 0));
        assert_eq!(trouble("join(1..5)"), (T::OnePart, 0));
        assert_eq!(trouble("join(1..5,order(6,7))"), (T::Nested, 10));
        assert_eq!(trouble("join 1..5"), (T::Blank, 4));
        assert_eq!(trouble("complement"), (T::ParenthesisExpected, 10));
        assert_eq!(trouble("complement(1..5"), (T::NotClosed, 15));
        assert_eq!(trouble("<1^2"), (T::MisplacedSign, 0));
        assert_eq!(trouble("1^>2"), (T::MisplacedSign, 2));
        let deep = "complement(".repeat(50_000);
        assert_eq!(trouble(&deep).0, T::TooDeep);
    }

    #[test]
    fn stretches_are_in_reading_order() {
        let location = Location::parse("complement(join(1..3,7..9))").expect("a location");
        let said: Vec<_> = location
            .stretches()
            .iter()
            .map(|part| (part.from, part.to, part.complement))
            .collect();
        assert_eq!(said, [(7, 9, true), (1, 3, true)]);
        assert_eq!(location.residues(), 6);
        assert_eq!((location.lowest(), location.highest()), (1, 9));
    }
}
