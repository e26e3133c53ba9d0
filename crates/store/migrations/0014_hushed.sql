-- What is not for everybody's ears, what is told about a call in short, and what other engines were asked.

CREATE TABLE hushed_sounds (
    recording_id {id} PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
    -- Milliseconds that are not heard, `1200-3400 5000-6000`: with other ones it is made anew.
    stretches {text} NOT NULL,
    -- Without a place it could not be made.
    place {text},
    bytes {int} NOT NULL,
    voices {int} NOT NULL,
    columns {bytes} NOT NULL
) {strict};

-- When the platform was asked for its own transcript of a call: asking costs.
CREATE TABLE recognition_tasks (
    call_id {id} PRIMARY KEY REFERENCES calls (id) ON DELETE CASCADE,
    asked_at {int} NOT NULL
) {strict};

-- Keys of services that extensions talk to, encrypted.
CREATE TABLE extension_keys (
    name {text} PRIMARY KEY,
    sealed {bytes} NOT NULL
) {strict};

CREATE TABLE summaries (
    call_id {id} PRIMARY KEY REFERENCES calls (id) ON DELETE CASCADE,
    channel_id {id} NOT NULL,
    state {text} NOT NULL,
    said {text} NOT NULL,
    topic {text} NOT NULL,
    outcome {text} NOT NULL,
    promises {text} NOT NULL,
    model {text} NOT NULL,
    asked_at {int} NOT NULL,
    finished_at {int}
) {strict};
