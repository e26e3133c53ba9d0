//! The key under which a request is kept once, however often it comes.

use sha2::{Digest, Sha256};

use super::Incoming;

/// What makes it the same request: method, query and body bytes. The channel stands beside it.
///
/// It begins with the number of the call's session, which grows with time: what comes together stands together in the
/// index, where wholly random keys would each touch a page of their own.
pub(crate) fn digest(incoming: &Incoming) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in [
        incoming.method.as_bytes(),
        incoming.query.as_bytes(),
        &incoming.body,
    ] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let mut digest: [u8; 32] = hash.finalize().into();
    let session = session_in(&incoming.body).or_else(|| session_in(incoming.query.as_bytes()));
    let (start, _) = digest.split_at_mut(size_of::<u64>());
    start.copy_from_slice(&session.unwrap_or_default().to_be_bytes());
    digest
}

/// The first number after the name of the session, whatever the body is written in; a hint for the index and nothing more.
fn session_in(text: &[u8]) -> Option<u64> {
    const NAME: &[u8] = b"call_session_id";
    /// Quotes, colons and spaces between the name and the number.
    const BETWEEN: usize = 8;
    const DIGITS: usize = 19;
    let after = &text[memchr::memmem::find(text, NAME)? + NAME.len()..];
    let at = after.iter().take(BETWEEN).position(u8::is_ascii_digit)?;
    let digits = after[at..].iter().take(DIGITS);
    let digits = digits.take_while(|byte| byte.is_ascii_digit());
    Some(digits.fold(0, |number: u64, digit| {
        number
            .wrapping_mul(10)
            .wrapping_add(u64::from(digit - b'0'))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_of_later_calls_stands_later_in_the_index() {
        let of = |body: &str| {
            digest(&Incoming {
                tokens: Vec::new(),
                method: "POST".to_owned(),
                query: String::new(),
                content_type: None,
                body: body.to_owned().into(),
                address: None,
            })
        };
        let forms = [
            r#"{"call_session_id":5139032001,"a":1}"#,
            r#"{"call_session_id" : "5139032001"}"#,
            "call_session_id=5139032001&a=1",
        ];
        let later = of(r#"{"call_session_id":5139032002}"#);
        for form in forms {
            assert_eq!(of(form)[..8], 5_139_032_001_u64.to_be_bytes(), "{form}");
            assert!(of(form) < later);
        }
        assert_ne!(of(forms[0]), of(forms[1]));
        assert_eq!(of("{}")[..8], [0; 8]);
        assert_ne!(of("{}"), of("{ }"));
    }
}
