-- Recordings: how far each is on its way, how loud it is when, who listened, what must stay, and the channels' rules.

CREATE TABLE recordings (
    id {id} PRIMARY KEY,
    call_id {id} NOT NULL REFERENCES calls (id),
    channel_id {id} NOT NULL REFERENCES channels (id),
    n {int} NOT NULL,
    link {text} NOT NULL,
    -- What is the same in all spellings of the link.
    identity {text} NOT NULL,
    voices {text} NOT NULL,
    state {text} NOT NULL,
    percent {int},
    mishap {text},
    -- When it is tried next while it is waited for; else since when it is as it is.
    at {int},
    tries {int} NOT NULL,
    since {int} NOT NULL,
    called_at {int} NOT NULL,
    place {text},
    kind {text},
    bytes {int},
    sha256 {text},
    milliseconds {int},
    UNIQUE (call_id, identity)
) {strict};
CREATE INDEX recordings_of_channel ON recordings (channel_id, state, called_at);
CREATE INDEX recordings_awaited ON recordings (since) WHERE state IN ('expected', 'fetching');

CREATE TABLE waves (
    recording_id {id} PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
    milliseconds {int} NOT NULL,
    voices {int} NOT NULL,
    columns {bytes} NOT NULL
) {strict};

-- One row for what somebody did with a recording within an hour: a player asks for it in many parts.
CREATE TABLE listens (
    recording_id {id} NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
    agent_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    deed {text} NOT NULL,
    hour {int} NOT NULL,
    first_at {int} NOT NULL,
    last_at {int} NOT NULL,
    PRIMARY KEY (recording_id, agent_id, deed, hour)
) {strict};

CREATE TABLE recording_holds (
    kind {text} NOT NULL,
    subject_id {id} NOT NULL,
    agent_id {id} NOT NULL,
    reason {text} NOT NULL,
    at {int} NOT NULL,
    PRIMARY KEY (kind, subject_id)
) {strict};

-- A channel without a row here follows the usual rules.
CREATE TABLE recording_rules (
    channel_id {id} PRIMARY KEY REFERENCES channels (id),
    rules {text} NOT NULL
) {strict};
