//! Which bytes of a recording a listener wants: the `Range` header, as RFC 9110 says.

use std::ops::Range;

/// What a `Range` header asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// All of it; also what several ranges at once, or a header that cannot be read, are answered with.
    Everything,
    /// These bytes.
    Part(Range<u64>),
    /// Bytes that are not there.
    Nothing,
}

/// Reads the header; `size` is that of the whole.
#[must_use]
pub fn wanted(header: Option<&str>, size: u64) -> Wanted {
    let bounds = header
        .and_then(|header| header.trim().strip_prefix("bytes="))
        .and_then(|bounds| bounds.split_once('-'));
    let Some((first, last)) = bounds else {
        return Wanted::Everything;
    };
    let (start, end) = match (number(first), number(last)) {
        (Some(Some(first)), Some(Some(last))) if first <= last => (first, last.saturating_add(1)),
        (Some(Some(first)), Some(None)) => (first, size),
        (Some(None), Some(Some(count))) => (size.saturating_sub(count), size),
        (Some(_) | None, Some(_) | None) => return Wanted::Everything,
    };
    let end = end.min(size);
    if start < end {
        Wanted::Part(start..end)
    } else {
        Wanted::Nothing
    }
}

/// Digits, or nothing at all; `None` when it is something else.
fn number(text: &str) -> Option<Option<u64>> {
    let text = text.trim();
    if text.is_empty() {
        return Some(None);
    }
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| Some(text.parse().unwrap_or(u64::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_as_the_standard_says() {
        let read = |header| wanted(Some(header), 1000);
        assert_eq!(read("bytes=0-99"), Wanted::Part(0..100));
        assert_eq!(read("bytes=900-"), Wanted::Part(900..1000));
        assert_eq!(read("bytes=-100"), Wanted::Part(900..1000));
        assert_eq!(read("bytes=-5000"), Wanted::Part(0..1000));
        assert_eq!(read("bytes=900-5000"), Wanted::Part(900..1000));
        assert_eq!(read("bytes=1000-"), Wanted::Nothing);
        assert_eq!(read("bytes=-0"), Wanted::Nothing);
        for odd in [
            "bytes=0-1,5-6",
            "bytes=9-1",
            "bytes=-",
            "bytes=a-b",
            "items=0-1",
            "",
        ] {
            assert_eq!(read(odd), Wanted::Everything, "{odd}");
        }
        let huge = "bytes=18446744073709551615-99999999999999999999999";
        assert_eq!(read(huge), Wanted::Nothing);
        assert_eq!(wanted(None, 1000), Wanted::Everything);
        assert_eq!(wanted(Some("bytes=0-"), 0), Wanted::Nothing);
    }
}
