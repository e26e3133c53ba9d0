//! Codes of an authenticator by RFC 6238: six digits, a new one each half minute.

use domain::At;
use rand::RngCore;
use totp_rs::{Builder, Secret, Totp};

use crate::{Refusal, Result};

/// Bytes of a secret: what RFC 4226 recommends.
const BYTES: usize = 20;
/// Codes before and after the present one that are taken too: clocks differ.
const SKEW: u16 = 1;
/// What the authenticator shows the code under.
const ISSUER: &str = "Dozvon";

/// A new secret, as the text that is typed where no picture can be taken.
pub(super) fn new_secret() -> String {
    let mut bytes = [0; BYTES];
    rand::rng().fill_bytes(&mut bytes);
    Secret::from(bytes).to_base32()
}

/// The address that an authenticator reads out of the picture.
pub(super) fn address(secret: &str, account: &str) -> Result<String> {
    let built = of(secret, account)?.to_url();
    built.map_err(|_| Refusal::Inside("the address for an authenticator could not be made"))
}

/// Which code this is, counted in half minutes; nothing when it is none of this moment.
pub(super) fn step(secret: &str, typed: &str, now: At) -> Result<Option<i64>> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let seconds = u64::try_from(now.as_second()).unwrap_or_default();
    let step = of(secret, "-")?.check(&digits, seconds);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

fn of(secret: &str, account: &str) -> Result<Totp> {
    let unreadable = || Refusal::Inside("the secret of a second factor cannot be read");
    let secret = Secret::try_from_base32(secret).map_err(|_| unreadable())?;
    let built = Builder::new()
        .with_secret(secret)
        .with_skew(SKEW)
        .with_issuer(Some(ISSUER))
        .with_account_name(account.replace(':', " "))
        .build();
    built.map_err(|_| unreadable())
}

/// The code of this moment.
#[cfg(test)]
pub(super) fn now(secret: &str, moment: At) -> String {
    let seconds = u64::try_from(moment.as_second()).unwrap();
    of(secret, "-").unwrap().generate(seconds).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // RFC 6238, appendix B: the secret "12345678901234567890", of eight digits the last six.
        let secret = Secret::from(*b"12345678901234567890").to_base32();
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (2_000_000_000, "279037"),
        ] {
            let moment = At::from_second(second).unwrap();
            assert_eq!(now(&secret, moment), code);
            assert_eq!(step(&secret, code, moment).unwrap(), Some(second / 30));
        }
    }

    #[test]
    fn a_code_is_good_for_its_neighbours_and_no_longer() {
        let secret = new_secret();
        let moment = At::from_second(1_774_704_540).unwrap();
        let code = now(&secret, moment);
        let later = |seconds: i64| At::from_second(1_774_704_540 + seconds).unwrap();
        assert!(step(&secret, &code, later(30)).unwrap().is_some());
        assert!(step(&secret, &code, later(60)).unwrap().is_none());
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        assert!(step(&secret, &spaced, moment).unwrap().is_some());
        assert!(step(&secret, "", moment).unwrap().is_none());
    }

    #[test]
    fn an_authenticator_reads_whose_it_is() {
        let address = address(&new_secret(), "anna@example.ru").unwrap();
        assert!(
            address.starts_with("otpauth://totp/Dozvon:anna%40example.ru?secret="),
            "{address}"
        );
    }
}
