-- One ticket: reminders, comments rewritten and taken back, drafts, ready texts, merging with the way back.

ALTER TABLE tickets ADD COLUMN reminder_at {int};

ALTER TABLE entries ADD COLUMN edited_at {int};
ALTER TABLE entries ADD COLUMN deleted_at {int};

CREATE TABLE drafts (
    agent_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    ticket_id {id} NOT NULL REFERENCES tickets (id),
    text {text} NOT NULL,
    updated_at {int} NOT NULL,
    PRIMARY KEY (agent_id, ticket_id)
) {strict};

CREATE TABLE macros (
    id {id} PRIMARY KEY,
    owner_id {id} REFERENCES agents (id) ON DELETE CASCADE,
    name {text} NOT NULL,
    text {text} NOT NULL,
    acts {text} NOT NULL,
    version {int} NOT NULL,
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL,
    deleted_at {int}
) {strict};
CREATE INDEX macros_by_owner ON macros (owner_id);

CREATE TABLE merges (
    id {id} PRIMARY KEY,
    source_id {id} NOT NULL REFERENCES tickets (id),
    target_id {id} NOT NULL REFERENCES tickets (id),
    agent_id {id} NOT NULL REFERENCES agents (id),
    at {int} NOT NULL,
    moved {text} NOT NULL,
    undone_at {int}
) {strict};
CREATE INDEX merges_by_source ON merges (source_id) WHERE undone_at IS NULL;
CREATE INDEX merges_by_target ON merges (target_id) WHERE undone_at IS NULL;
