-- The phone at the desk: whose a ringing call is not, who was missed and waits, where the PBX was told to ring.

CREATE TABLE ring_refusals (
    call_id {id} NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    agent_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    at {int} NOT NULL,
    PRIMARY KEY (call_id, agent_id)
) {strict};
CREATE INDEX ring_refusals_by_agent ON ring_refusals (agent_id, at);

-- One row for each caller of a channel who was ever missed; it follows from their calls and from what was set by hand.
-- The caller is a client's id, or a number that is nobody's. Attempts are those since anybody last got through.
CREATE TABLE missed_callers (
    id {id} PRIMARY KEY,
    channel_id {id} NOT NULL REFERENCES channels (id),
    caller {text} NOT NULL,
    client_id {id} REFERENCES clients (id),
    number {text},
    waits {bool} NOT NULL,
    attempts {text} NOT NULL,
    first_at {int} NOT NULL,
    last_at {int} NOT NULL,
    closed_at {int},
    reached_by {id},
    handled_until {int},
    handled_before {int},
    handled_at {int},
    handled_by {id} REFERENCES agents (id),
    told_for {int},
    UNIQUE (channel_id, caller)
) {strict};
CREATE INDEX missed_callers_waiting ON missed_callers (channel_id, first_at, id) WHERE waits;
CREATE INDEX missed_callers_closed ON missed_callers (closed_at, id);
CREATE INDEX missed_callers_by_client ON missed_callers (client_id);

-- After how many minutes of working time a missed caller should have been called back; none: there is no aim.
ALTER TABLE channels ADD COLUMN callback_minutes {int};
-- Whether the PBX may ask the desk at whom to ring.
ALTER TABLE channels ADD COLUMN routes {bool} NOT NULL DEFAULT FALSE;

-- Where the PBX was told to ring.
CREATE TABLE routes (
    channel_id {id} NOT NULL REFERENCES channels (id),
    session_id {int} NOT NULL,
    agent_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    because {text} NOT NULL,
    phones {text} NOT NULL,
    at {int} NOT NULL,
    PRIMARY KEY (channel_id, session_id)
) {strict};
CREATE INDEX routes_by_age ON routes (at);
