//! At whom a call rings, what its card says, and when it is gone.

use futures_util::StreamExt;

use super::*;
use crate::calls::tests::pbx::{Caller, call, tell as pbx_tell};
use crate::on_both;
use crate::presence::PresenceForm;
use crate::testing::TestDesk;
use crate::tickets::TicketChange;

/// The platform's word that it rings at an operator, or no longer.
fn leg(mnemonic: &str, session: i64, operator: i64) -> String {
    serde_json::json!({
        "call_session_id": session, "notification_mnemonic": mnemonic, "employee_id": operator,
        "notification_time": "2026-03-28 16:29:09.000", "direction": "in",
        "contact_phone_number": "79160000002", "virtual_phone_number": "74950000001",
    })
    .to_string()
}

async fn shown(test: &TestDesk, actor: &Actor) -> Vec<i64> {
    let rings = test.desk.rings(actor).await.unwrap();
    rings
        .items
        .iter()
        .map(|ring| ring.call.session_id)
        .collect()
}

async fn opens(test: &TestDesk, actor: &Actor) -> Opens {
    test.desk.rings(actor).await.unwrap().items[0].opens
}

on_both! {
    async fn nobody_knows_at_whom_so_all_who_work_in_the_channel_see_it(test: &TestDesk) {
        let (channel, other) = (test.channel().await, test.channel().await);
        let (_, token) = test.token(channel).await;
        let (anna, zoya) = (test.agent("anna", &[channel]).await, test.agent("zoya", &[other]).await);
        let reader = test.internal(&[channel]).await;
        let mut hers = Box::pin(test.desk.listen(&anna));
        pbx_tell(test, &token, &[Caller::new(1).start()]).await;
        while !hers.next().await.unwrap().contains(&"ring".to_owned()) {}
        assert_eq!(shown(test, &anna).await, [1]);
        assert_eq!(shown(test, &zoya).await, [0; 0]);
        assert_eq!(shown(test, &reader).await, [0; 0], "internal employees take no calls");
        pbx_tell(test, &token, &Caller::new(1).talking()).await;
        assert_eq!(shown(test, &anna).await, [0; 0], "it was answered");
    }

    async fn a_group_of_the_account_rings_at_its_members(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let (anna, zoya) = (test.agent("anna", &[channel]).await, test.agent("zoya", &[channel]).await);
        test.telephone(anna.agent, "391001", None).await;
        test.telephone(zoya.agent, "391002", None).await;
        let operator = |id: &str, groups: &[i64]| telephony::pbx::Operator {
            id: domain::agent::OperatorId::parse(id).unwrap(),
            name: id.to_owned(),
            email: None,
            extension: None,
            phones: Vec::new(),
            status: None,
            takes_calls: None,
            groups: groups.to_vec(),
        };
        let operators = vec![operator("391001", &[7]), operator("391002", &[8])];
        let mut tx = test.store.begin().await.unwrap();
        store::directories::put::<_, ()>(&mut tx, channel, &operators, &Vec::new(), test.desk.now()).await.unwrap();
        tx.commit().await.unwrap();
        let start = Caller::new(1).start().replacen('{', "{\"group_ids\":[7],", 1);
        pbx_tell(test, &token, &[start]).await;
        assert_eq!((shown(test, &anna).await, shown(test, &zoya).await), (vec![1], vec![]));
        // Once an operator is named the group says no more.
        pbx_tell(test, &token, &[leg("call_proceeding", 1, 391_002)]).await;
        assert_eq!((shown(test, &anna).await, shown(test, &zoya).await), (vec![], vec![1]));
    }

    async fn it_rings_at_the_agents_who_are_its_operators(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let (anna, zoya) = (test.agent("anna", &[channel]).await, test.agent("zoya", &[channel]).await);
        test.telephone(anna.agent, "391001", None).await;
        test.telephone(zoya.agent, "391002", None).await;
        let mut others = Box::pin(test.desk.listen(&zoya));
        pbx_tell(test, &token, &[leg("call_proceeding", 1, 391_001)]).await;
        assert_eq!((shown(test, &anna).await, shown(test, &zoya).await), (vec![1], vec![]));
        pbx_tell(test, &token, &[leg("call_disconnected", 1, 391_001), leg("call_proceeding", 1, 391_002)]).await;
        assert_eq!((shown(test, &anna).await, shown(test, &zoya).await), (vec![], vec![1]));
        while !others.next().await.unwrap().contains(&"ring".to_owned()) {}
        pbx_tell(test, &token, &[leg("call_disconnected", 1, 391_002), leg("call_proceeding", 1, 777)]).await;
        assert_eq!((shown(test, &anna).await, shown(test, &zoya).await), (vec![1], vec![1]), "nobody is that operator");
    }

    async fn not_mine_takes_it_off_one_screen_only(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let (anna, zoya) = (test.agent("anna", &[channel]).await, test.agent("zoya", &[channel]).await);
        let stranger = test.agent("oleg", &[]).await;
        pbx_tell(test, &token, &[Caller::new(1).start()]).await;
        let id = call(test, channel, 1).await.id;
        assert!(test.desk.refuse_ring(&stranger, id).await.is_err());
        test.desk.refuse_ring(&anna, id).await.unwrap();
        test.desk.refuse_ring(&anna, id).await.unwrap();
        assert_eq!((shown(test, &anna).await, shown(test, &zoya).await), (vec![], vec![1]));
    }

    async fn it_opens_the_ticket_in_work_else_the_client_else_the_new_ticket(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let anna = test.agent("anna", &[channel]).await;
        pbx_tell(test, &token, &[Caller::new(1).start()]).await;
        let first = call(test, channel, 1).await;
        let number = test.desk.ticket(&anna, first.ticket_id.unwrap()).await.unwrap().ticket.number;
        assert_eq!(opens(test, &anna).await, Opens::Ticket(number));
        assert!(!test.desk.rings(&anna).await.unwrap().items[0].known);
        pbx_tell(test, &token, &[Caller::new(1).finish()]).await;
        let again = Caller { started: 600, ..Caller::new(2) };
        pbx_tell(test, &token, &[again.start()]).await;
        let ring = test.desk.rings(&anna).await.unwrap().items.remove(0);
        assert_eq!((ring.opens, ring.known), (Opens::Ticket(number), true));
        assert_eq!(ring.last.unwrap().number, number);
        pbx_tell(test, &token, &[again.finish()]).await;
        let closed = TicketChange { status: Some("closed".to_owned()), ..TicketChange::default() };
        test.desk.change_ticket(&anna, first.ticket_id.unwrap(), closed, None).await.unwrap();
        pbx_tell(test, &token, &[Caller { started: 900, ..Caller::new(3) }.start()]).await;
        assert_eq!(opens(test, &anna).await, Opens::Client(first.client_id.unwrap()));
    }

    async fn whoever_is_not_to_be_disturbed_sees_it_in_silence(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let anna = test.agent("anna", &[channel]).await;
        pbx_tell(test, &token, &[Caller::new(1).start()]).await;
        assert!(!test.desk.rings(&anna).await.unwrap().quiet);
        let form = PresenceForm { state: "do_not_disturb".to_owned(), ..PresenceForm::default() };
        test.desk.set_presence(&anna, &form).await.unwrap();
        let rings = test.desk.rings(&anna).await.unwrap();
        assert!(rings.quiet && rings.items.len() == 1);
    }

    async fn a_call_of_which_nothing_is_heard_does_not_ring_for_ever(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let anna = test.agent("anna", &[channel]).await;
        for session in 1..=5 {
            pbx_tell(test, &token, &[Caller { started: session, ..Caller::new(session) }.start()]).await;
        }
        let rings = test.desk.rings(&anna).await.unwrap();
        assert_eq!((rings.items.len(), rings.more), (3, 2));
        assert_eq!(rings.items[0].call.session_id, 5, "the latest first");
        test.clock.advance(601);
        assert_eq!(shown(test, &anna).await, [0; 0]);
    }
}
