//! Values given to a statement, for either engine.

use sqlx::Arguments;
use sqlx::postgres::PgArguments;
use sqlx::sqlite::SqliteArguments;
use uuid::Uuid;

use domain::At;

/// One value; `None` is NULL of that type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Arg {
    Int(Option<i64>),
    Text(Option<String>),
    Id(Option<Uuid>),
    Bytes(Option<Vec<u8>>),
    Bool(bool),
}

macro_rules! from {
    ($($type:ty => $variant:ident($value:ident) $make:expr;)*) => {$(
        impl From<$type> for Arg {
            fn from($value: $type) -> Self {
                Self::$variant($make)
            }
        }
    )*};
}

from! {
    i64 => Int(v) Some(v);
    Option<i64> => Int(v) v;
    String => Text(v) Some(v);
    &str => Text(v) Some(v.to_owned());
    Option<String> => Text(v) v;
    Option<&str> => Text(v) v.map(str::to_owned);
    Uuid => Id(v) Some(v);
    Option<Uuid> => Id(v) v;
    Vec<u8> => Bytes(v) Some(v);
    &[u8] => Bytes(v) Some(v.to_vec());
    Option<Vec<u8>> => Bytes(v) v;
    bool => Bool(v) v;
    At => Int(v) Some(v.as_microsecond());
    Option<At> => Int(v) v.map(At::as_microsecond);
}

macro_rules! from_ids {
    ($($name:ident),*) => {$(
        impl From<domain::$name> for Arg {
            fn from(id: domain::$name) -> Self {
                Self::Id(Some(id.0))
            }
        }
        impl From<Option<domain::$name>> for Arg {
            fn from(id: Option<domain::$name>) -> Self {
                Self::Id(id.map(|id| id.0))
            }
        }
    )*};
}

from_ids!(
    AbsenceId,
    AgentId,
    ApiKeyId,
    AuditId,
    BulkId,
    CallId,
    ChannelId,
    ChannelTestId,
    ClientId,
    DialId,
    EntryId,
    MacroId,
    MergeId,
    MissedId,
    FieldId,
    GroupId,
    ImportId,
    JobId,
    NoticeId,
    MoveId,
    NotificationId,
    OutcomeCodeId,
    PromiseId,
    RecordingId,
    RehearsalId,
    SessionId,
    TicketId,
    TokenId,
    ViewId
);

/// The values of one statement, in the order of `$1, $2, …`.
pub(crate) type Args = Vec<Arg>;

/// `args![a, b, c]`
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::args::Arg::from($value)),*] };
}
pub(crate) use args;

pub(crate) fn sqlite(args: Args) -> Result<SqliteArguments, sqlx::Error> {
    let mut bound = SqliteArguments::default();
    for arg in args {
        match arg {
            Arg::Int(v) => bound.add(v),
            Arg::Text(v) => bound.add(v),
            Arg::Id(v) => bound.add(v),
            Arg::Bytes(v) => bound.add(v),
            Arg::Bool(v) => bound.add(v),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(bound)
}

pub(crate) fn postgres(args: Args) -> Result<PgArguments, sqlx::Error> {
    let mut bound = PgArguments::default();
    for arg in args {
        match arg {
            Arg::Int(v) => bound.add(v),
            Arg::Text(v) => bound.add(v),
            Arg::Id(v) => bound.add(v),
            Arg::Bytes(v) => bound.add(v),
            Arg::Bool(v) => bound.add(v),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(bound)
}
