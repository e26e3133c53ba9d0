//! Agents, groups and channels for the tests of this crate.

use domain::{
    Agent, AgentId, At, Channel, ChannelId, Country, Group, GroupId, Language, Provider, Role,
    Telephony, TicketPolicy, WorkingHours,
};

use crate::testing::TestStore;
use crate::{agents, channels, groups};

/// So many seconds after the beginning of the test's time.
pub(crate) fn at(seconds: i64) -> At {
    At::from_second(1_774_704_547 + seconds).unwrap()
}

/// An agent who signs in as `NAME@example.ru`; nothing is written.
pub(crate) fn agent(name: &str, role: Role) -> Agent {
    Agent {
        id: AgentId::at(at(0)),
        email: format!("{name}@example.ru").parse().unwrap(),
        name: name.to_owned(),
        role,
        telephony: Telephony::default(),
        groups: Vec::new(),
        active: true,
        invited: false,
        language: Language::Ru,
        created_at: at(0),
    }
}

/// A channel of UIS; nothing is written.
pub(crate) fn channel(name: &str) -> Channel {
    Channel {
        id: ChannelId::at(at(0)),
        name: name.to_owned(),
        provider: Provider::Uis,
        app_secret_hint: None,
        policy: TicketPolicy::default(),
        country: Country::default(),
        time_zone: "Europe/Moscow".to_owned(),
        close_after_minutes: Channel::CLOSE_AFTER_MINUTES,
        working_hours: WorkingHours::default(),
        silence_minutes: None,
        callback_minutes: None,
        routes: false,
        writes_back: false,
        silent_since: None,
        version: 1,
        changed_by: None,
        updated_at: at(0),
        created_at: at(0),
        deleted_at: None,
    }
}

/// Writes an agent who has a password.
pub(crate) async fn hire(test: &TestStore, agent: &Agent) {
    let mut tx = test.store.begin().await.unwrap();
    agents::insert(&mut tx, agent, Some("$argon2id$"))
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// Writes a channel and gives its id.
pub(crate) async fn connect(test: &TestStore, name: &str) -> ChannelId {
    let channel = channel(name);
    let mut tx = test.store.begin().await.unwrap();
    channels::insert(&mut tx, &channel, at(0)).await.unwrap();
    tx.commit().await.unwrap();
    channel.id
}

/// Writes a group and gives its id.
pub(crate) async fn gather(test: &TestStore, name: &str, members: &[AgentId]) -> GroupId {
    let group = Group {
        id: GroupId::at(at(0)),
        name: name.to_owned(),
        members: members.to_vec(),
    };
    let mut tx = test.store.begin().await.unwrap();
    groups::insert(&mut tx, &group, at(0)).await.unwrap();
    tx.commit().await.unwrap();
    group.id
}
