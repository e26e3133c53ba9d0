//! What every handler stands on.

use std::ops::Deref;
use std::sync::Arc;

use axum::extract::FromRef;
use desk::Desk;

use crate::WebOptions;
use crate::hooks::Throttle;

/// The desk with the settings of its HTTP side. Cheap to clone, and each request does so several times.
#[derive(Clone)]
pub struct Web(Arc<Parts>);

/// What a [`Web`] gives.
pub struct Parts {
    /// The desk.
    pub desk: Desk,
    /// The settings.
    pub options: WebOptions,
    pub(crate) throttle: Throttle,
}

impl Deref for Web {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Web {
    pub(crate) fn new(desk: Desk, options: WebOptions) -> Self {
        Self(Arc::new(Parts {
            desk,
            options,
            throttle: Throttle::default(),
        }))
    }
}

impl FromRef<Web> for Desk {
    fn from_ref(web: &Web) -> Self {
        web.desk.clone()
    }
}
