//! Placing a call: the order becomes a call on the board and a task that plays it.

use std::sync::Arc;

use tokio::sync::mpsc;

use super::{Command, Exchange};
use crate::call::{Call, State};
use crate::chance::Chance;
use crate::clock;
use crate::line;
use crate::order::{Order, Origin};
use crate::scenario::Scenario;
use crate::script::{self, Cast};

impl Exchange {
    /// Begins the call and says under which session.
    pub(crate) fn place(self: &Arc<Self>, order: Order) -> i64 {
        let (commands, orders) = mpsc::unbounded_channel();
        let mut board = self.board();
        let session = board.new_session();
        let mut chance = Chance::of(self.seed, session.unsigned_abs());
        let cast = cast(&order, &mut chance);
        let script = script::write(&cast, &mut chance);
        let contacts = board.contacts_of(order.caller.number.as_deref());
        board.add(begun(order, session, contacts + 1, &self.api_key));
        board.live.insert(session, commands);
        drop(board);
        self.tasks
            .spawn(line::play(Arc::clone(self), session, script, orders));
        session
    }

    /// Ends calls that an earlier run left unfinished, so that nobody waits for their end.
    pub(crate) fn end_unfinished(self: &Arc<Self>) {
        let board = self.board();
        let unfinished: Vec<i64> = board
            .calls
            .values()
            .filter(|call| call.is_live())
            .map(|call| call.session)
            .collect();
        let abandoned: Vec<i64> = unfinished
            .into_iter()
            .filter(|session| !board.live.contains_key(session))
            .collect();
        drop(board);
        for session in abandoned {
            let (commands, orders) = mpsc::unbounded_channel();
            if commands.send(Command::Release("internal_error")).is_ok() {
                self.board().live.insert(session, commands);
                self.tasks
                    .spawn(line::play(Arc::clone(self), session, Vec::new(), orders));
            }
        }
    }
}

fn cast(order: &Order, chance: &mut Chance) -> Cast {
    let whole = order.sound.map_or(30, |sound| sound.seconds());
    Cast {
        direction: order.direction,
        scenario: order.scenario,
        operators: order.operators.clone(),
        ordered: match &order.origin {
            Origin::Line => None,
            Origin::Api { first, .. } => Some(*first),
        },
        talk_seconds: if order.varied {
            chance.between(12, whole)
        } else {
            whole
        },
        writes_down: order.varied,
    }
}

fn begun(order: Order, session: i64, communication_number: i64, secret: &str) -> Call {
    let (source, external_id) = match order.origin {
        Origin::Line => ("va", None),
        Origin::Api { external_id, .. } => ("callapi", external_id),
    };
    let withheld = order.scenario == Scenario::Withheld;
    Call {
        session,
        direction: order.direction,
        scenario: order.scenario,
        source: source.to_owned(),
        external_id,
        virtual_number: order.virtual_number.number.to_owned(),
        caller: if withheld {
            Default::default()
        } else {
            order.caller
        },
        operator: order.operators.first().copied().unwrap_or_default(),
        communication_number,
        sound: order.sound,
        secret: secret.to_owned(),
        speed: order.speed,
        started: clock::now(),
        state: State::Ringing,
        legs: Vec::new(),
        talks: Vec::new(),
        records: Vec::new(),
        postprocess_seconds: 0,
    }
}
