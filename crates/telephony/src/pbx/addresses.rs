//! Where the APIs of a provider answer.

use domain::Provider;
use uis::Brand;

/// The addresses of both APIs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addresses {
    /// Of the one that begins and steers calls.
    pub call_api: String,
    /// Of the one that knows the account.
    pub data_api: String,
}

impl Addresses {
    /// The provider's own.
    #[must_use]
    pub fn of(provider: Provider) -> Self {
        let brand = match provider {
            Provider::Uis => Brand::Uis,
            Provider::Comagic => Brand::CoMagic,
            Provider::Novofon => Brand::Novofon,
            Provider::Callgear => Brand::CallGear,
        };
        Self {
            call_api: brand.call_api_url().to_owned(),
            data_api: brand.data_api_url().to_owned(),
        }
    }
}
