//! Whose phones calls rang, so that everybody finds the calls that rang at them.

use std::sync::LazyLock;

use domain::Call;

use crate::Tx;
use crate::args::args;
use crate::later::{Bulk, texts};

/// Notes whose phones a call rang; what was noted stays.
pub fn note_rang(tx: &mut Tx, call: &Call) {
    for leg in &call.facts.legs {
        if let Some(operator) = leg.operator.id {
            tx.run_later(&RANG, args![operator.to_string(), call.id]);
        }
    }
}

static RANG: Bulk = Bulk {
    table: "call_rings",
    rank: 2,
    key: &[0, 1],
    texts: LazyLock::new(|| {
        let sql =
            "INSERT INTO call_rings (operator_id, call_id) VALUES {rows} ON CONFLICT DO NOTHING";
        texts(sql, 2)
    }),
};
