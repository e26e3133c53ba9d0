//! How a browser looks at the desk: the size of its window, its colours and its language.

/// A window of `width` × `height` CSS pixels.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) dark: bool,
    pub(crate) language: &'static str,
}

impl Look {
    /// A laptop's window, light, in Russian.
    #[must_use]
    pub const fn laptop() -> Self {
        Self {
            width: 1280,
            height: 800,
            dark: false,
            language: "ru",
        }
    }

    /// A phone held upright.
    #[must_use]
    pub const fn phone() -> Self {
        Self {
            width: 390,
            height: 844,
            ..Self::laptop()
        }
    }

    /// The same by night.
    #[must_use]
    pub const fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// The same for somebody who reads English.
    #[must_use]
    pub const fn english(self) -> Self {
        Self {
            language: "en",
            ..self
        }
    }
}
