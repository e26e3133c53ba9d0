//! A method as its API lists it: what it does, what it takes to be let in, what it costs.

use std::sync::Arc;

use super::Reply;
use super::fault::Fault;
use super::params::Params;
use crate::exchange::Exchange;
use crate::faults::{Faults, Trouble};

/// The address that requests seem to come from: one of those that stand in examples.
const SEEN_IP: &str = "203.0.113.7";

/// One method: its parameters are read and checked by itself.
type Method = fn(&Arc<Exchange>, &Params) -> Result<Reply, Fault>;

/// A method of an API.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) run: Method,
    /// Points that a success costs.
    pub(super) cost: u64,
    component: Option<&'static str>,
    /// How the API calls it when a component is missing.
    lacks: &'static str,
    is_open: bool,
}

impl Entry {
    /// A method of the Call API, with the component it takes.
    pub(super) const fn call(run: Method, component: &'static str) -> Self {
        Self {
            run,
            cost: 1,
            component: Some(component),
            lacks: "component_disabled",
            is_open: false,
        }
    }

    /// A method of the Data API that only reads.
    pub(super) const fn data(run: Method) -> Self {
        Self {
            run,
            cost: 1,
            component: None,
            lacks: "method_component_disabled",
            is_open: false,
        }
    }

    pub(super) const fn taking(self, component: &'static str) -> Self {
        Self {
            component: Some(component),
            ..self
        }
    }

    pub(super) const fn costing(self, cost: u64) -> Self {
        Self { cost, ..self }
    }

    /// One that takes no key.
    pub(super) const fn open(self) -> Self {
        Self {
            is_open: true,
            ..self
        }
    }

    /// Whether this request may come in at all.
    pub(super) fn admit(
        &self,
        exchange: &Exchange,
        params: &Params,
        faults: &Faults,
    ) -> Result<(), Fault> {
        if !self.is_open {
            let key = params.required_text("access_token")?;
            if key != exchange.api_key && !exchange.sessions.knows(&key) {
                return Err(Fault::token_invalid());
            }
        }
        match faults.api_trouble {
            Trouble::IpNotWhitelisted => return Err(Fault::ip_not_whitelisted(SEEN_IP)),
            Trouble::TokenExpired => return Err(Fault::token_expired()),
            Trouble::TokenBlocked => return Err(Fault::token_blocked()),
            Trouble::AccountInactive => return Err(Fault::account_inactive()),
            Trouble::None
            | Trouble::Html
            | Trouble::Forbidden
            | Trouble::Empty
            | Trouble::Silence => {}
        }
        let off = |component: &&str| faults.components_off.iter().any(|name| name == component);
        match self.component.filter(off) {
            Some(component) => Err(Fault::component_disabled(self.lacks, component)),
            None => Ok(()),
        }
    }
}
