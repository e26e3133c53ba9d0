//! Agents of the benchmark, signed in: each an operator alone, or in teams that share a channel.

use anyhow::{Context, Result};

use desk::channels::{AccessForm, NewChannel};
use desk::people::{NewAgent, TelephonyForm};
use domain::{Actor, ChannelId};

use crate::bench::stand::{EMAIL, Stand};

const PASSWORD: &str = "a password for nobody";
/// The first operator's ID.
const FIRST_OPERATOR: i64 = 500_000;

/// Those on whose screens a call rings.
pub(super) struct Team {
    /// Their browsers' cookies.
    pub(super) members: Vec<String>,
    /// The place of the first of them among all browsers.
    pub(super) first: usize,
    /// The token of their channel.
    pub(super) token: String,
    /// Whose call it is, when that is told.
    pub(super) operator: Option<i64>,
}

/// Hires so many, in teams of so many, and signs them in.
pub(super) async fn hire(stand: &Stand, count: usize, team: usize) -> Result<Vec<Team>> {
    let admin = stand.desk().actor_by_email(EMAIL).await?;
    let mut shared = match team {
        1 => Some(channel(stand, &admin, 0).await?),
        _ => None,
    };
    let (mut teams, mut everybody) = (Vec::new(), AccessForm::default());
    for first in (0..count).step_by(team) {
        let (id, token) = match shared.clone() {
            Some(one) => one,
            None => channel(stand, &admin, first).await?,
        };
        let mut members = Vec::with_capacity(team);
        let mut access = AccessForm::default();
        for n in first..count.min(first + team) {
            let (agent, cookie) = agent(stand, n).await?;
            access.agents.push(agent);
            members.push(cookie);
        }
        if shared.is_some() {
            everybody.agents.append(&mut access.agents);
        } else {
            stand.desk().set_access(&admin, id, &access).await?;
        }
        let operator = shared.as_ref().map(|_| operator(first));
        teams.push(Team {
            members,
            first,
            token,
            operator: operator.transpose()?,
        });
    }
    if let Some((id, _)) = shared.take() {
        stand.desk().set_access(&admin, id, &everybody).await?;
    }
    Ok(teams)
}

async fn channel(stand: &Stand, admin: &Actor, n: usize) -> Result<(ChannelId, String)> {
    let new = NewChannel {
        name: format!("Team {n}"),
        provider: "uis".to_owned(),
        ..NewChannel::default()
    };
    let channel = stand.desk().create_channel(admin, &new).await?;
    let (_, token) = stand.desk().create_token(admin, channel.id).await?;
    Ok((channel.id, token))
}

fn operator(n: usize) -> Result<i64> {
    Ok(FIRST_OPERATOR + i64::try_from(n)?)
}

/// Somebody's id and their browser's cookie.
async fn agent(stand: &Stand, n: usize) -> Result<(String, String)> {
    let desk = stand.desk();
    let email = format!("agent{n}@example.ru");
    let id = match desk.actor_by_email(&email).await {
        Ok(known) => known.agent,
        Err(_) => {
            let new = NewAgent {
                email: email.clone(),
                name: format!("Agent {n}"),
                telephony: TelephonyForm {
                    provider: Some("uis".to_owned()),
                    operator_id: Some(operator(n)?.to_string()),
                    ..TelephonyForm::default()
                },
                ..NewAgent::default()
            };
            desk.hire(&new, PASSWORD).await?.id
        }
    };
    let entered = desk.sign_in(&email, PASSWORD, "bench", None).await;
    let (secret, _) = entered.context("could not sign in")?;
    Ok((id.to_string(), format!("{}={secret}", web::SESSION_COOKIE)))
}
