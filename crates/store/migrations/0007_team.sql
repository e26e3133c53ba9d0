-- The team: what is told to whom, who changed which setting, when somebody works, and how they sign in.

CREATE TABLE notices (
    id {id} PRIMARY KEY,
    agent_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    kind {text} NOT NULL,
    facts {text} NOT NULL,
    created_at {int} NOT NULL,
    read_at {int}
) {strict};
CREATE INDEX notices_by_agent ON notices (agent_id, created_at, id);
CREATE INDEX notices_unread ON notices (agent_id, created_at, id) WHERE read_at IS NULL;
CREATE INDEX notices_by_age ON notices (created_at);

-- A kind without a row here is as the desk means it.
CREATE TABLE notice_switches (
    agent_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    kind {text} NOT NULL,
    in_page {bool} NOT NULL,
    in_browser {bool} NOT NULL,
    sound {bool} NOT NULL,
    PRIMARY KEY (agent_id, kind)
) {strict};

-- Names are kept beside ids: history reads on when what it is about is gone.
CREATE TABLE audit (
    id {id} PRIMARY KEY,
    at {int} NOT NULL,
    actor_id {id},
    actor_name {text} NOT NULL,
    address {text},
    deed {text} NOT NULL,
    subject_kind {text} NOT NULL,
    subject_id {text} NOT NULL,
    subject_name {text} NOT NULL,
    fields {text} NOT NULL
) {strict};
CREATE INDEX audit_by_time ON audit (at, id);
CREATE INDEX audit_by_actor ON audit (actor_id, at, id);
CREATE INDEX audit_by_kind ON audit (subject_kind, at, id);
CREATE INDEX audit_by_subject ON audit (subject_id, at, id);

-- What somebody has set by hand; without a row it follows from their open tabs.
CREATE TABLE presence_choices (
    agent_id {id} PRIMARY KEY REFERENCES agents (id) ON DELETE CASCADE,
    choice {text} NOT NULL,
    until {int}
) {strict};

CREATE TABLE last_seen (
    agent_id {id} PRIMARY KEY REFERENCES agents (id) ON DELETE CASCADE,
    at {int} NOT NULL
) {strict};

CREATE TABLE working_hours (
    agent_id {id} PRIMARY KEY REFERENCES agents (id) ON DELETE CASCADE,
    time_zone {text} NOT NULL,
    intervals {text} NOT NULL
) {strict};

CREATE TABLE absences (
    id {id} PRIMARY KEY,
    agent_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    first_day {text} NOT NULL,
    last_day {text} NOT NULL,
    reason {text} NOT NULL
) {strict};
CREATE INDEX absences_by_agent ON absences (agent_id, last_day);

CREATE TABLE second_factors (
    agent_id {id} PRIMARY KEY REFERENCES agents (id) ON DELETE CASCADE,
    sealed {bytes} NOT NULL,
    confirmed_at {int},
    last_step {int} NOT NULL,
    created_at {int} NOT NULL
) {strict};

CREATE TABLE recovery_codes (
    agent_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    hash {bytes} NOT NULL,
    used_at {int},
    PRIMARY KEY (agent_id, hash)
) {strict};
