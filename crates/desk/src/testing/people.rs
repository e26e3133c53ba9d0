//! People and channels of tests: real rows, written without asking for rights.
#![expect(
    clippy::expect_used,
    reason = "a test that cannot be set up must fail at once"
)]

use argon2::password_hash::SaltString;
use argon2::{Argon2, Params, PasswordHasher};

use domain::channel::Token;
use domain::{
    Actor, Agent, AgentId, Channel, ChannelId, Email, Language, Provider, Role, Telephony,
    TicketPolicy, TokenId, WorkingHours,
};
use store::{access, agents, channels, tokens};

use super::TestDesk;
use crate::secrets::{Kind, hash, hint, new_token};

/// Everybody's password in tests.
pub const PASSWORD: &str = "корректно лошадь батарея";

impl TestDesk {
    /// An administrator, `admin@example.ru`.
    pub async fn admin(&self) -> Actor {
        self.somebody("admin", Role::Admin, &[]).await
    }

    /// A supervisor, `supervisor@example.ru`.
    pub async fn supervisor(&self) -> Actor {
        self.somebody("supervisor", Role::Supervisor, &[]).await
    }

    /// An agent who works in these channels, `NAME@example.ru`.
    pub async fn agent(&self, name: &str, channels: &[ChannelId]) -> Actor {
        self.somebody(name, Role::Agent, channels).await
    }

    /// An internal employee who reads these channels, `internal@example.ru`.
    pub async fn internal(&self, channels: &[ChannelId]) -> Actor {
        self.somebody("internal", Role::Internal, channels).await
    }

    /// Somebody with [`PASSWORD`] who works in these channels, as whom the desk knows them; asked for again, they are the same.
    pub async fn somebody(&self, name: &str, role: Role, channels: &[ChannelId]) -> Actor {
        let email = email(name);
        let mut tx = self.store.begin().await.expect("a transaction");
        let known = agents::by_email(&mut tx, &email).await.expect("agents");
        let id = if let Some(known) = known {
            known.agent_id
        } else {
            let agent = agent(AgentId::at(self.desk.now()), email, name, role, self);
            agents::insert(&mut tx, &agent, Some(&cheap_hash()))
                .await
                .expect("a new agent");
            agent.id
        };
        for channel in channels {
            let mut into = access::of_channel(&mut tx, *channel).await.expect("access");
            if !into.agents.contains(&id) {
                into.agents.push(id);
                access::set(&mut tx, *channel, &into).await.expect("access");
            }
        }
        tx.commit().await.expect("a commit");
        self.actor(id).await
    }

    /// An agent as they may act at this moment.
    pub async fn actor(&self, id: AgentId) -> Actor {
        self.desk.actor(id).await.expect("an active agent")
    }

    /// Writes who an agent is for the PBX.
    pub async fn telephone(&self, id: AgentId, operator_id: &str, virtual_number: Option<&str>) {
        let mut tx = self.store.begin().await.expect("a transaction");
        let found = agents::find(&mut tx, id).await.expect("agents");
        let mut agent = found.expect("the agent");
        let operator_id = domain::agent::OperatorId::parse(operator_id);
        agent.telephony = Telephony {
            provider: Some(Provider::Uis),
            operator_id: Some(operator_id.expect("an operator's id")),
            virtual_number: virtual_number.map(|number| number.parse().expect("a number")),
        };
        agents::update(&mut tx, &agent, self.desk.now())
            .await
            .expect("the agent's telephony");
        tx.commit().await.expect("a commit");
    }

    /// A new channel of UIS, «Отдел доставки», without tokens.
    pub async fn channel(&self) -> ChannelId {
        self.channel_with("Отдел доставки", TicketPolicy::default())
            .await
    }

    /// A new channel of UIS with this name and policy, without tokens.
    pub async fn channel_with(&self, name: &str, policy: TicketPolicy) -> ChannelId {
        let now = self.desk.now();
        let channel = Channel {
            id: ChannelId::at(now),
            name: name.to_owned(),
            provider: Provider::Uis,
            app_secret_hint: None,
            policy,
            country: self.desk.options().country,
            time_zone: self.desk.options().time_zone.clone(),
            close_after_minutes: Channel::CLOSE_AFTER_MINUTES,
            working_hours: WorkingHours::default(),
            silence_minutes: None,
            callback_minutes: None,
            routes: false,
            writes_back: false,
            silent_since: None,
            version: 1,
            changed_by: None,
            updated_at: now,
            created_at: now,
            deleted_at: None,
        };
        let mut tx = self.store.begin().await.expect("a transaction");
        channels::insert(&mut tx, &channel, now)
            .await
            .expect("a new channel");
        tx.commit().await.expect("a commit");
        channel.id
    }

    /// A new token of a channel.
    pub async fn token(&self, channel: ChannelId) -> (TokenId, String) {
        let now = self.desk.now();
        let secret = new_token(Kind::Channel);
        let token = Token {
            id: TokenId::at(now),
            channel_id: channel,
            hint: hint(&secret),
            created_at: now,
            last_used_at: None,
            revoked_at: None,
        };
        let name = format!("token:{}", token.id);
        let sealed = self.desk.sealer.seal(&name, &secret).expect("a seal");
        let mut tx = self.store.begin().await.expect("a transaction");
        tokens::insert(&mut tx, &token, &hash(&secret), &sealed)
            .await
            .expect("a new token");
        tx.commit().await.expect("a commit");
        (token.id, secret)
    }
}

fn email(name: &str) -> Email {
    format!("{name}@example.ru").parse().expect("an address")
}

fn agent(id: AgentId, email: Email, name: &str, role: Role, test: &TestDesk) -> Agent {
    Agent {
        id,
        email,
        name: name.to_owned(),
        role,
        telephony: Telephony::default(),
        groups: Vec::new(),
        active: true,
        invited: false,
        language: Language::Ru,
        created_at: test.desk.now(),
    }
}

/// The hash tells how it was made, so that a quick one can be checked as quickly.
fn cheap_hash() -> String {
    let params = Params::new(Params::MIN_M_COST, 1, 1, None).expect("parameters");
    let argon = Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    let salt = SaltString::encode_b64(b"salt of the tests").expect("a salt");
    argon
        .hash_password(PASSWORD.as_bytes(), &salt)
        .expect("a hash")
        .to_string()
}
