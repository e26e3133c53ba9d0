-- The channel's page: working hours and silence, refused requests, test notifications, rehearsals of a policy.

ALTER TABLE channels ADD COLUMN working_hours {text};
ALTER TABLE channels ADD COLUMN silence_minutes {int};
ALTER TABLE channels ADD COLUMN silent_since {int};
ALTER TABLE channels ADD COLUMN version {int} NOT NULL DEFAULT 1;
ALTER TABLE channels ADD COLUMN changed_by {id};

-- The few that an administrator looks for among the many.
CREATE INDEX notifications_apart ON notifications (channel_id, received_at, id)
    WHERE verdict IN ('aside', 'unreadable', 'failed');
CREATE INDEX notifications_of_other_events ON notifications (channel_id, event, received_at, id)
    WHERE event NOT IN ('in_call_session', 'out_call_session', 'talk_started', 'call_session_finished');

CREATE TABLE refusals (
    address {text} NOT NULL,
    reason {text} NOT NULL,
    hint {text} NOT NULL,
    channel_id {id} REFERENCES channels (id),
    count {int} NOT NULL,
    first_at {int} NOT NULL,
    last_at {int} NOT NULL,
    PRIMARY KEY (address, reason, hint)
) {strict};
CREATE INDEX refusals_by_time ON refusals (last_at);

CREATE TABLE channel_tests (
    id {id} PRIMARY KEY,
    channel_id {id} NOT NULL REFERENCES channels (id),
    token_id {id} NOT NULL,
    asked_by {id} NOT NULL,
    state {text} NOT NULL,
    steps {text} NOT NULL,
    created_at {int} NOT NULL,
    finished_at {int}
) {strict};
CREATE INDEX channel_tests_by_channel ON channel_tests (channel_id, created_at, id);

CREATE TABLE rehearsals (
    id {id} PRIMARY KEY,
    channel_id {id} NOT NULL REFERENCES channels (id),
    asked_by {id} NOT NULL,
    present {text} NOT NULL,
    proposed {text} NOT NULL,
    state {text} NOT NULL,
    done {int} NOT NULL,
    total {int} NOT NULL,
    counts {text} NOT NULL,
    since {int} NOT NULL,
    created_at {int} NOT NULL,
    finished_at {int}
) {strict};
CREATE INDEX rehearsals_by_channel ON rehearsals (channel_id, created_at, id);

CREATE TABLE rehearsal_differences (
    rehearsal_id {id} NOT NULL REFERENCES rehearsals (id) ON DELETE CASCADE,
    started_at {int} NOT NULL,
    call_id {id} NOT NULL,
    present {text} NOT NULL,
    proposed {text} NOT NULL,
    PRIMARY KEY (rehearsal_id, started_at, call_id)
) {strict};
