-- The call bar: how a live call stands. What the PBX's account holds: operators, virtual numbers, and whether its key works.

CREATE TABLE steered_calls (
    call_id {id} PRIMARY KEY REFERENCES calls (id),
    stance {text} NOT NULL,
    third {text},
    since {int} NOT NULL
) {strict};

CREATE TABLE directories (
    channel_id {id} PRIMARY KEY REFERENCES channels (id),
    operators {text} NOT NULL,
    numbers {text} NOT NULL,
    fetched_at {int} NOT NULL
) {strict};

CREATE TABLE channel_checks (
    channel_id {id} PRIMARY KEY REFERENCES channels (id),
    found {text} NOT NULL,
    checked_at {int} NOT NULL
) {strict};
