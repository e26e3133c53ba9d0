-- How a call stood from when on, each time it was steered from the desk: the provider need not tell of holds.
CREATE TABLE turns (
    call_id {id} NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    at {int} NOT NULL,
    stance {text} NOT NULL,
    PRIMARY KEY (call_id, at)
) {within};
