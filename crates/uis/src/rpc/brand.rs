//! The brands of the platform, and where the APIs of each answer.

/// One platform sells under four names; keys of one brand are refused by the hosts of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Brand {
    /// UIS, Russia.
    Uis,
    /// CoMagic, Russia.
    CoMagic,
    /// Novofon 2.0, Russia.
    Novofon,
    /// CallGear, elsewhere.
    CallGear,
}

impl Brand {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Uis, Self::CoMagic, Self::Novofon, Self::CallGear];

    /// Where the Call API v4.0 answers.
    #[must_use]
    pub const fn call_api_url(self) -> &'static str {
        match self {
            Self::Uis => "https://callapi.uiscom.ru/v4.0",
            Self::CoMagic => "https://callapi.comagic.ru/v4.0",
            Self::Novofon => "https://callapi-jsonrpc.novofon.ru/v4.0",
            Self::CallGear => "https://callapi.callgear.com/v4.0",
        }
    }

    /// Where the Data API v2.0 answers.
    #[must_use]
    pub const fn data_api_url(self) -> &'static str {
        match self {
            Self::Uis => "https://dataapi.uiscom.ru/v2.0",
            Self::CoMagic => "https://dataapi.comagic.ru/v2.0",
            Self::Novofon => "https://dataapi-jsonrpc.novofon.ru/v2.0",
            Self::CallGear => "https://dataapi.callgear.com/v2.0",
        }
    }
}
