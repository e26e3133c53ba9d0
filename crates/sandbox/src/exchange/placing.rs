//! Placing a call: the order becomes a call on the board and a task that plays it.

use std::sync::Arc;

use tokio::sync::mpsc::{self, UnboundedReceiver};
use tokio::time::Instant;

use super::{Command, Exchange, Live};
use crate::call::{Call, INFORMER, State};
use crate::chance::Chance;
use crate::clock;
use crate::line;
use crate::notify::Courier;
use crate::order::{Order, Origin};
use crate::scenario::Scenario;
use crate::script::{self, Cast};

impl Exchange {
    /// Begins the call and says under which session.
    pub(crate) fn place(self: &Arc<Self>, order: Order) -> i64 {
        let (live, orders) = self.live(order.speed);
        let offline = order
            .operators
            .first()
            .is_some_and(|id| !self.duty(*id).registered);
        let mut board = self.board();
        let session = board.new_session();
        let mut chance = Chance::of(self.seed, session.unsigned_abs());
        let cast = cast(&order, offline, &mut chance);
        let script = script::write(&cast, &mut chance);
        let contacts = board.contacts_of(order.caller.number.as_deref());
        board.add(begun(order, session, contacts + 1, &self.api_key));
        board.live.insert(session, live.clone());
        drop(board);
        self.tasks
            .spawn(line::play(Arc::clone(self), session, script, live, orders));
        session
    }

    fn live(self: &Arc<Self>, speed: f64) -> (Live, UnboundedReceiver<Command>) {
        let (orders, heard) = mpsc::unbounded_channel();
        let live = Live {
            orders,
            courier: Courier::hire(self),
            begun: Instant::now(),
            speed,
        };
        (live, heard)
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
            let speed = self
                .board()
                .calls
                .get(&session)
                .map_or(1.0, |call| call.speed);
            let (live, orders) = self.live(speed);
            if live.orders.send(Command::Release("internal_error")).is_ok() {
                self.board().live.insert(session, live.clone());
                self.tasks.spawn(line::play(
                    Arc::clone(self),
                    session,
                    Vec::new(),
                    live,
                    orders,
                ));
            }
        }
    }
}

fn cast(order: &Order, offline: bool, chance: &mut Chance) -> Cast {
    let whole = order.sound.map_or(30, |sound| sound.seconds());
    Cast {
        direction: order.direction,
        scenario: order.scenario,
        operators: order.operators.clone(),
        ordered: match &order.origin {
            Origin::Line => None,
            Origin::Api { first, .. } => Some(*first),
        },
        bare: order.bare_number().is_some(),
        only_tells: order.source() == INFORMER,
        offline: offline && order.origin != Origin::Line && order.bare_number().is_none(),
        talk_seconds: if order.varied {
            chance.between(12, whole)
        } else {
            whole
        },
        writes_down: order.varied,
    }
}

fn begun(order: Order, session: i64, communication_number: i64, secret: &str) -> Call {
    let (source, bare_number) = (order.source(), order.bare_number().map(str::to_owned));
    let external_id = match order.origin {
        Origin::Line => None,
        Origin::Api { external_id, .. } => external_id,
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
        bare_number,
        third: None,
        takes_input: false,
        recorded_by_hand: false,
        tags: Vec::new(),
        comments: Vec::new(),
        ext_id: None,
        recognition_asked: None,
    }
}
