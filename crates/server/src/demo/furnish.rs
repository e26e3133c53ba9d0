//! What a desk has after its first weeks: groups, macros, outcomes of calls, clients with names. Their numbers are those of the first calls.

use anyhow::Result;

use desk::Desk;
use desk::clients::{NewClient, TypedPhone};
use desk::macros::MacroForm;
use desk::outcomes::OutcomeCodeForm;
use desk::people::NewGroup;
use domain::Actor;

/// Name, company, note, whether they come first, number.
const CLIENTS: [(&str, &str, &str, bool, &str); 5] = [
    (
        "Ирина Кольцова",
        "Пекарня «Колос»",
        "Заказывает муку по вторникам. Звонить после 10:00.",
        true,
        "+79162041837",
    ),
    (
        "Студия «Лён»",
        "ООО «Лён»",
        "Документы только на почту.",
        false,
        "+74957806112",
    ),
    ("Сергей Дёмин", "", "", false, "+79035517208"),
    (
        "Ольга Дёмина",
        "",
        "Звонит с номера мужа.",
        false,
        "+79035517208",
    ),
    ("Тимур Ахметов", "Склад-7", "", false, "+79162041840"),
];

/// Name, text, the status that it sets, labels.
const MACROS: [(&str, &str, Option<&str>, &[&str]); 3] = [
    (
        "Не дозвонились",
        "Набрали {{client.phone}}, не ответили. Попробуем ещё раз через два часа.",
        Some("pending"),
        &["недозвон"],
    ),
    (
        "Заказ передан в доставку",
        "{{client.name}}, заказ передан курьеру. Запрос № {{ticket.number}}.",
        None,
        &["доставка"],
    ),
    (
        "Вопрос решён",
        "Клиент подтвердил: всё в порядке. {{agent.name}}",
        Some("solved"),
        &[],
    ),
];

/// What can come of a call, in the order in which it is offered; the last when nobody was reached.
const OUTCOMES: [&str; 6] = [
    "Вопрос решён",
    "Заказ оформлен",
    "Нужен перезвон",
    "Передано коллеге",
    "Ошиблись номером",
    "Не дозвонились",
];

/// Makes them all; `agents` are ids of people in the order in which they were hired.
pub async fn furnish(desk: &Desk, admin: &Actor, agents: &[String]) -> Result<()> {
    for (name, members) in [("Первая линия", &[2, 4][..]), ("Доставка", &[3][..])]
    {
        let members = members.iter().filter_map(|place| agents.get(*place));
        let new = NewGroup {
            name: name.to_owned(),
            members: members.cloned().collect(),
        };
        desk.create_group(admin, &new).await?;
    }
    for (name, text, status, tags) in MACROS {
        let form = MacroForm {
            name: name.to_owned(),
            text: text.to_owned(),
            shared: true,
            status: status.map(ToOwned::to_owned),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            ..MacroForm::default()
        };
        desk.create_macro(admin, &form).await?;
    }
    for name in OUTCOMES {
        let form = OutcomeCodeForm {
            name: Some(name.to_owned()),
            ..OutcomeCodeForm::default()
        };
        desk.create_outcome_code(admin, form).await?;
    }
    for client in CLIENTS {
        desk.create_client(admin, known(client)).await?;
    }
    Ok(())
}

fn known((name, company, note, vip, number): (&str, &str, &str, bool, &str)) -> NewClient {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    NewClient {
        name: Some(name.to_owned()),
        phones: vec![TypedPhone {
            number: number.to_owned(),
            kind: None,
        }],
        company: some(company),
        note: some(note),
        vip,
        ..NewClient::default()
    }
}
