//! What every handler stands on.

use std::sync::Arc;

use axum::extract::FromRef;
use desk::Desk;

use crate::WebOptions;
use crate::hooks::Throttle;

/// The desk with the settings of its HTTP side. Cheap to clone.
#[derive(Clone)]
pub struct Web {
    /// The desk.
    pub desk: Desk,
    /// The settings.
    pub options: Arc<WebOptions>,
    pub(crate) throttle: Arc<Throttle>,
}

impl Web {
    pub(crate) fn new(desk: Desk, options: WebOptions) -> Self {
        Self {
            desk,
            options: Arc::new(options),
            throttle: Arc::default(),
        }
    }
}

impl FromRef<Web> for Desk {
    fn from_ref(web: &Web) -> Self {
        web.desk.clone()
    }
}
