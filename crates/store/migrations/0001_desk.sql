-- One text for both engines: {id} {int} {text} {bytes} {bool} become the engine's types, {strict} closes a table.
-- Moments are microseconds since 1970 UTC. JSON is text that only we read.

CREATE TABLE settings (
    name {text} PRIMARY KEY,
    value {text} NOT NULL
) {strict};

CREATE TABLE counters (
    name {text} PRIMARY KEY,
    value {int} NOT NULL
) {strict};
INSERT INTO counters (name, value) VALUES ('ticket', 0);

CREATE TABLE agents (
    id {id} PRIMARY KEY,
    email {text} NOT NULL UNIQUE,
    name {text} NOT NULL,
    role {text} NOT NULL,
    password_hash {text},
    active {bool} NOT NULL,
    language {text} NOT NULL,
    provider {text},
    operator_id {text},
    virtual_number {text},
    invitation_hash {bytes} UNIQUE,
    invitation_expires_at {int},
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL
) {strict};
CREATE INDEX agents_by_operator ON agents (operator_id);

CREATE TABLE groups (
    id {id} PRIMARY KEY,
    name {text} NOT NULL UNIQUE,
    created_at {int} NOT NULL
) {strict};

CREATE TABLE group_members (
    group_id {id} NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    agent_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, agent_id)
) {strict};
CREATE INDEX group_members_by_agent ON group_members (agent_id);

CREATE TABLE sessions (
    id {id} PRIMARY KEY,
    agent_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    hash {bytes} NOT NULL UNIQUE,
    browser {text} NOT NULL,
    address {text},
    created_at {int} NOT NULL,
    last_seen_at {int} NOT NULL,
    expires_at {int} NOT NULL
) {strict};
CREATE INDEX sessions_by_agent ON sessions (agent_id);

CREATE TABLE api_keys (
    id {id} PRIMARY KEY,
    agent_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    name {text} NOT NULL,
    hash {bytes} NOT NULL UNIQUE,
    hint {text} NOT NULL,
    created_at {int} NOT NULL,
    last_used_at {int},
    revoked_at {int}
) {strict};
CREATE INDEX api_keys_by_agent ON api_keys (agent_id);

CREATE TABLE idempotency (
    agent_id {id} NOT NULL,
    key {text} NOT NULL,
    request_hash {bytes} NOT NULL,
    status {int},
    headers {text},
    body {bytes},
    created_at {int} NOT NULL,
    PRIMARY KEY (agent_id, key)
) {strict};
CREATE INDEX idempotency_by_age ON idempotency (created_at);

CREATE TABLE channels (
    id {id} PRIMARY KEY,
    name {text} NOT NULL,
    provider {text} NOT NULL,
    app_secret {bytes},
    app_secret_hint {text},
    policy {text} NOT NULL,
    country {text} NOT NULL,
    time_zone {text} NOT NULL,
    close_after_minutes {int} NOT NULL,
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL,
    deleted_at {int}
) {strict};

CREATE TABLE channel_tokens (
    id {id} PRIMARY KEY,
    channel_id {id} NOT NULL REFERENCES channels (id),
    hash {bytes} NOT NULL UNIQUE,
    sealed {bytes} NOT NULL,
    hint {text} NOT NULL,
    created_at {int} NOT NULL,
    last_used_at {int},
    revoked_at {int}
) {strict};
CREATE INDEX channel_tokens_by_channel ON channel_tokens (channel_id);

CREATE TABLE channel_agents (
    channel_id {id} NOT NULL REFERENCES channels (id),
    agent_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    PRIMARY KEY (channel_id, agent_id)
) {strict};
CREATE INDEX channel_agents_by_agent ON channel_agents (agent_id);

CREATE TABLE channel_groups (
    channel_id {id} NOT NULL REFERENCES channels (id),
    group_id {id} NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    PRIMARY KEY (channel_id, group_id)
) {strict};
CREATE INDEX channel_groups_by_group ON channel_groups (group_id);

CREATE TABLE channel_events (
    channel_id {id} NOT NULL REFERENCES channels (id),
    event {text} NOT NULL,
    first_at {int} NOT NULL,
    last_at {int} NOT NULL,
    count {int} NOT NULL,
    faults {int} NOT NULL,
    PRIMARY KEY (channel_id, event)
) {strict};

CREATE TABLE notifications (
    id {id} PRIMARY KEY,
    channel_id {id} NOT NULL REFERENCES channels (id),
    token_id {id},
    digest {bytes} NOT NULL,
    method {text} NOT NULL,
    query {text} NOT NULL,
    content_type {text},
    body {bytes} NOT NULL,
    address {text},
    received_at {int} NOT NULL,
    last_received_at {int} NOT NULL,
    repeats {int} NOT NULL,
    verdict {text} NOT NULL,
    event {text},
    session_id {int},
    findings {text} NOT NULL,
    error {text},
    UNIQUE (channel_id, digest)
) {strict};
CREATE INDEX notifications_waiting ON notifications (id) WHERE verdict = 'waiting';
CREATE INDEX notifications_by_channel ON notifications (channel_id, received_at, id);

CREATE TABLE clients (
    id {id} PRIMARY KEY,
    name {text} NOT NULL,
    named {bool} NOT NULL,
    company {text},
    note {text},
    vip {bool} NOT NULL,
    spammer {bool} NOT NULL,
    emails {text} NOT NULL,
    haystack {text} NOT NULL,
    merged_into {id},
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL,
    last_contact_at {int}
) {strict};
CREATE INDEX clients_by_change ON clients (updated_at, id);

CREATE TABLE client_phones (
    client_id {id} NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    number {text} NOT NULL,
    kind {text} NOT NULL,
    place {int} NOT NULL,
    PRIMARY KEY (client_id, number)
) {strict};
CREATE INDEX client_phones_by_number ON client_phones (number);

CREATE TABLE tickets (
    id {id} PRIMARY KEY,
    number {int} NOT NULL UNIQUE,
    subject {text} NOT NULL,
    status {text} NOT NULL,
    priority {text} NOT NULL,
    channel_id {id} REFERENCES channels (id),
    client_id {id} REFERENCES clients (id),
    assignee_id {id} REFERENCES agents (id),
    assigned_by {text} NOT NULL,
    group_id {id},
    tags {text} NOT NULL,
    opened_by_call {id},
    touched {bool} NOT NULL,
    merged_into {id},
    version {int} NOT NULL,
    haystack {text} NOT NULL,
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL,
    solved_at {int}
) {strict};
CREATE INDEX tickets_by_change ON tickets (updated_at, id);
CREATE INDEX tickets_by_client ON tickets (client_id, updated_at);
CREATE INDEX tickets_by_assignee ON tickets (assignee_id, status, updated_at);
CREATE INDEX tickets_by_status ON tickets (status, updated_at, id);
CREATE INDEX tickets_by_channel ON tickets (channel_id, updated_at, id);

CREATE TABLE calls (
    id {id} PRIMARY KEY,
    channel_id {id} NOT NULL REFERENCES channels (id),
    session_id {int} NOT NULL,
    direction {text} NOT NULL,
    state {text} NOT NULL,
    outcome {text} NOT NULL,
    client_id {id} REFERENCES clients (id),
    ticket_id {id} REFERENCES tickets (id),
    agent_id {id} REFERENCES agents (id),
    client_number {text},
    virtual_number {text},
    started_at {int} NOT NULL,
    finished_at {int},
    talk_seconds {int},
    facts {text} NOT NULL,
    decisions {text} NOT NULL,
    moved_by_hand {bool} NOT NULL,
    lapsed_at {int},
    last_notified_at {int} NOT NULL,
    version {int} NOT NULL,
    UNIQUE (channel_id, session_id)
) {strict};
CREATE INDEX calls_by_start ON calls (started_at, id);
CREATE INDEX calls_by_session ON calls (session_id);
CREATE INDEX calls_by_client ON calls (client_id, started_at, id);
CREATE INDEX calls_by_ticket ON calls (ticket_id, started_at, id);
CREATE INDEX calls_by_agent ON calls (agent_id, started_at, id);
CREATE INDEX calls_by_number ON calls (client_number, started_at, id);
CREATE INDEX calls_by_channel ON calls (channel_id, started_at, id);
CREATE INDEX calls_unfinished ON calls (last_notified_at) WHERE state <> 'finished';
CREATE INDEX calls_live ON calls (started_at, id) WHERE state <> 'finished';

CREATE TABLE call_events (
    notification_id {id} PRIMARY KEY REFERENCES notifications (id),
    call_id {id} NOT NULL REFERENCES calls (id),
    event {text} NOT NULL
) {strict};
CREATE INDEX call_events_by_call ON call_events (call_id);

CREATE TABLE entries (
    id {id} PRIMARY KEY,
    ticket_id {id} NOT NULL REFERENCES tickets (id),
    kind {text} NOT NULL,
    at {int} NOT NULL,
    author_id {id} REFERENCES agents (id),
    text {text},
    fields {text} NOT NULL,
    call_id {id} REFERENCES calls (id),
    created_at {int} NOT NULL
) {strict};
CREATE INDEX entries_by_ticket ON entries (ticket_id, at, id);
CREATE UNIQUE INDEX entries_of_call ON entries (call_id, kind) WHERE kind IN ('call_started', 'call_finished');

CREATE TABLE jobs (
    id {id} PRIMARY KEY,
    kind {text} NOT NULL,
    payload {text} NOT NULL,
    dedupe_key {text},
    state {text} NOT NULL,
    run_at {int} NOT NULL,
    attempt {int} NOT NULL,
    lease_until {int},
    worker {text},
    last_error {text},
    created_at {int} NOT NULL,
    finished_at {int}
) {strict};
CREATE INDEX jobs_due ON jobs (kind, run_at, id) WHERE state = 'queued';
CREATE INDEX jobs_running ON jobs (kind, lease_until) WHERE state = 'running';
CREATE INDEX jobs_by_state ON jobs (state, created_at, id);
CREATE UNIQUE INDEX jobs_once ON jobs (dedupe_key) WHERE state = 'queued';
