//! Check digits of application numbers.

/// How a check digit is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Check {
    /// There is none, or its rule is not known.
    None,
    /// European: weights 1 and 2 in turn, digits of the products added, up to a multiple of ten.
    European,
    /// German since 1981: weights 2, 3, 4 ... from the right, up to a multiple of eleven.
    German,
    /// German up to 1980: weights 1, 2, 3 ... from the right, the rest of a division by ten.
    GermanBefore1981,
    /// Chinese: weights 2 to 9, then 2 to 5, from the left, the rest of a division by eleven; X is ten.
    Chinese,
}

impl Check {
    /// The check digit of a row of digits; `None` when there is none.
    pub(super) fn digit(self, digits: &str) -> Option<char> {
        let values: Option<Vec<u32>> = digits.chars().map(|c| c.to_digit(10)).collect();
        let values = values.filter(|values| !values.is_empty() && values.len() <= 15)?;
        let left = || values.iter().zip(0_u32..);
        let right = || values.iter().rev().zip(0_u32..);
        match self {
            Self::None => None,
            Self::European => {
                let weigh = |(digit, at): (&u32, u32)| {
                    let product = digit * (1 + at % 2);
                    product / 10 + product % 10
                };
                let sum: u32 = left().map(weigh).sum();
                char::from_digit((10 - sum % 10) % 10, 10)
            }
            Self::German => {
                let sum: u32 = right().map(|(digit, at)| digit * (2 + at)).sum();
                char::from_digit((11 - sum % 11) % 11, 10)
            }
            Self::GermanBefore1981 => {
                let sum: u32 = right().map(|(digit, at)| digit * (1 + at)).sum();
                char::from_digit(sum % 10, 10)
            }
            Self::Chinese => {
                let sum: u32 = left().map(|(digit, at)| digit * (2 + at % 8)).sum();
                match sum % 11 {
                    10 => Some('X'),
                    rest => char::from_digit(rest, 10),
                }
            }
        }
    }
}

/// The check digit of a European application number of eight digits.
#[must_use]
pub fn european_check_digit(digits: &str) -> Option<char> {
    (digits.len() == 8)
        .then(|| Check::European.digit(digits))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_of_real_numbers() {
        for (rule, digits, check) in [
            (Check::European, "99403122", '7'),
            (Check::European, "16839078", '9'),
            (Check::European, "10167109", '7'),
            (Check::European, "23173822", '0'),
            (Check::GermanBefore1981, "3025842", '5'),
            (Check::German, "3130619", '5'),
            (Check::German, "10027360", '2'),
            (Check::German, "8513103", '2'),
            (Check::German, "10360860", '5'),
            (Check::German, "102007004488", '9'),
            (Check::German, "112014005344", '9'),
            (Check::German, "102014017695", '9'),
            (Check::Chinese, "201410513187", '5'),
            (Check::Chinese, "202111286633", 'X'),
            (Check::Chinese, "95115608", 'X'),
            (Check::Chinese, "92900624", '0'),
        ] {
            assert_eq!(rule.digit(digits), Some(check), "{digits}");
        }
        assert_eq!(Check::European.digit("98x"), None);
        assert_eq!(Check::German.digit(""), None);
        assert_eq!(european_check_digit("123"), None);
    }
}
