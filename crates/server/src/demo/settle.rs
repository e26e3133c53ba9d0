//! Settling a demo: at the first start it makes people and a channel; at each it tells the PBX where the desk is.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use desk::Desk;
use desk::channels::{AccessForm, NewChannel, ReadyBody};
use desk::people::{NewAgent, TelephonyForm};
use desk::secrets::{Kind, new_token};
use domain::{Actor, ChannelId, Role};
use sandbox::{Method, Notifications, Sandbox};

use super::furnish::furnish;
use super::{Kept, SignIn};

/// A demo that is settled.
pub struct Settled {
    /// Its secrets.
    pub kept: Kept,
    /// Whether this was its first start.
    pub fresh: bool,
}

/// Somebody in the demo.
struct Person {
    email: &'static str,
    name: &'static str,
    role: Role,
    /// Which operator of the PBX they are, by its place in the PBX's list.
    operator: Option<usize>,
}

const PEOPLE: [Person; 6] = [
    Person {
        email: "admin@example.ru",
        name: "Алла Юрьева",
        role: Role::Admin,
        operator: None,
    },
    Person {
        email: "supervisor@example.ru",
        name: "Вера Панина",
        role: Role::Supervisor,
        operator: None,
    },
    Person {
        email: "maria.ivanova@example.ru",
        name: "Мария Иванова",
        role: Role::Agent,
        operator: Some(0),
    },
    Person {
        email: "oleg.petrov@example.ru",
        name: "Олег Петров",
        role: Role::Agent,
        operator: Some(1),
    },
    Person {
        email: "anna.smirnova@example.ru",
        name: "Анна Смирнова",
        role: Role::Agent,
        operator: Some(2),
    },
    Person {
        email: "internal@example.ru",
        name: "Павел Рогов",
        role: Role::Internal,
        operator: None,
    },
];

/// The addresses of those who are operators of the PBX.
pub fn operators() -> impl Iterator<Item = &'static str> {
    let operators = PEOPLE.iter().filter(|person| person.operator.is_some());
    operators.map(|person| person.email)
}

/// Makes what is missing, and connects the PBX.
pub async fn settle(desk: &Desk, pbx: &Sandbox, folder: &Path) -> Result<Settled> {
    let (kept, fresh) = match Kept::read(folder)? {
        Some(kept) => (kept, false),
        None => (
            make(desk, pbx, folder)
                .await
                .context("could not settle the demo")?,
            true,
        ),
    };
    connect(desk, pbx, &kept)
        .await
        .context("could not connect the sandbox PBX")?;
    Ok(Settled { kept, fresh })
}

async fn make(desk: &Desk, pbx: &Sandbox, folder: &Path) -> Result<Kept> {
    let mut sign_ins: Vec<SignIn> = Vec::new();
    let mut hired = Vec::new();
    for person in &PEOPLE {
        let (agent, sign_in) = hire(desk, pbx, person).await?;
        hired.push(agent);
        if !sign_ins.iter().any(|known| known.role == sign_in.role) {
            sign_ins.push(sign_in);
        }
    }
    let admin = desk.actor_by_email(PEOPLE[0].email).await?;
    let (_, api_key) = desk.create_key(&admin, None, "demo").await?;
    let channel = channel(desk, &admin, pbx).await?;
    desk.set_access(
        &admin,
        channel,
        &AccessForm {
            agents: hired.clone(),
            groups: Vec::new(),
        },
    )
    .await?;
    furnish(desk, &admin, &hired).await?;
    let (_, channel_token) = desk.create_token(&admin, channel).await?;
    let kept = Kept {
        api_key,
        sign_ins,
        channel_id: channel.to_string(),
        channel_token,
    };
    kept.write(folder)?;
    Ok(kept)
}

/// Makes somebody; gives their id.
async fn hire(desk: &Desk, pbx: &Sandbox, person: &Person) -> Result<(String, SignIn)> {
    let password: String = new_token(Kind::Invitation)
        .chars()
        .skip(4)
        .take(12)
        .collect();
    let role = person.role.as_str().to_owned();
    let new = NewAgent {
        email: person.email.to_owned(),
        name: person.name.to_owned(),
        role: Some(role.clone()),
        telephony: person
            .operator
            .map(|place| telephony(pbx, place))
            .unwrap_or_default(),
        ..NewAgent::default()
    };
    let agent = desk.hire(&new, &password).await?;
    Ok((
        agent.id.to_string(),
        SignIn {
            email: person.email.to_owned(),
            password,
            role,
        },
    ))
}

/// The operator at this place in the PBX's list, calling from its first number.
fn telephony(pbx: &Sandbox, place: usize) -> TelephonyForm {
    TelephonyForm {
        provider: Some("uis".to_owned()),
        operator_id: pbx
            .operators()
            .get(place)
            .map(|operator| operator.id.to_string()),
        virtual_number: pbx
            .virtual_numbers()
            .first()
            .map(|number| number.number.to_string()),
    }
}

/// How soon the demo calls back whom it missed: soon enough to be seen failing.
const CALLBACK_MINUTES: i64 = 15;

async fn channel(desk: &Desk, admin: &Actor, pbx: &Sandbox) -> Result<ChannelId> {
    let new = NewChannel {
        name: "Отдел доставки".to_owned(),
        provider: "uis".to_owned(),
        app_secret: Some(pbx.api_key().to_owned()),
        callback_minutes: Some(CALLBACK_MINUTES),
        routes: true,
        ..NewChannel::default()
    };
    Ok(desk.create_channel(admin, &new).await?.id)
}

/// Pastes the four ready bodies into the PBX, as an administrator would.
async fn connect(desk: &Desk, pbx: &Sandbox, kept: &Kept) -> Result<()> {
    let admin = kept
        .sign_ins
        .iter()
        .find(|sign_in| sign_in.role == "admin")
        .context("the demo has no administrator")?;
    let admin = desk.actor_by_email(&admin.email).await?;
    let bodies = desk.bodies(&admin, kept.channel_id.parse()?, None).await?;
    let templates: BTreeMap<String, String> = bodies
        .into_iter()
        .map(|ReadyBody { event, body, .. }| (event, body))
        .collect();
    let notifications = Notifications {
        address: desk.options().hook_url(),
        method: Method::Post,
        content_type: None,
        templates,
    };
    pbx.set_notifications(notifications).await?;
    Ok(())
}
