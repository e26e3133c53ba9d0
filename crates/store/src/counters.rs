//! Counters: short numbers that grow by one, without gaps within what is committed.

use crate::args::args;
use crate::{Result, Tx};

/// The numbers a transaction has taken: the first holds the counter's row, the others need no statement.
#[derive(Default)]
pub(crate) struct Numbers {
    tickets: Option<Taken>,
}

struct Taken {
    last: i64,
    is_written: bool,
}

impl Tx {
    /// The next ticket's number; nobody else takes one before this transaction ends.
    pub(crate) async fn next_ticket_number(&mut self) -> Result<i64> {
        let taken = match &self.numbers.tickets {
            Some(taken) => Taken {
                last: taken.last + 1,
                is_written: false,
            },
            None => Taken {
                last: self.first_number().await?,
                is_written: true,
            },
        };
        let number = taken.last;
        self.numbers.tickets = Some(taken);
        Ok(number)
    }

    async fn first_number(&mut self) -> Result<i64> {
        let sql = "UPDATE counters SET value = value + 1 WHERE name = 'ticket' RETURNING value";
        let row: Option<(i64,)> = self.row(sql, args![]).await?;
        Ok(row.map_or(1, |(number,)| number))
    }

    /// Writes how far the counters have come.
    pub(crate) async fn write_numbers(&mut self) -> Result<()> {
        if let Some(taken) = self
            .numbers
            .tickets
            .take()
            .filter(|taken| !taken.is_written)
        {
            let sql = "UPDATE counters SET value = $1 WHERE name = 'ticket'";
            self.run(sql, args![taken.last]).await?;
        }
        Ok(())
    }
}
