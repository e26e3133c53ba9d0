-- The list of tickets: what became of the last call, since when a client waits to be called back, labels by index,
-- views of one's own, what each has seen, and how changes of many tickets at once are taken back.

ALTER TABLE tickets ADD COLUMN last_call {text};
ALTER TABLE tickets ADD COLUMN last_call_at {int};
ALTER TABLE tickets ADD COLUMN waiting_since {int};
-- Calls begun until then are settled: the ticket was solved after them and has been opened again since.
ALTER TABLE tickets ADD COLUMN settled_until {int};

UPDATE tickets SET
    last_call = (SELECT c.direction || '_' || CASE c.state WHEN 'finished' THEN c.outcome ELSE c.state END
        FROM calls c WHERE c.ticket_id = tickets.id ORDER BY c.started_at DESC, c.id DESC LIMIT 1),
    last_call_at = (SELECT MAX(c.started_at) FROM calls c WHERE c.ticket_id = tickets.id),
    waiting_since = (SELECT MIN(c.started_at) FROM calls c
        WHERE c.ticket_id = tickets.id AND c.direction = 'in' AND c.state = 'finished' AND c.outcome IN ('missed', 'failed')
            AND c.started_at > COALESCE((SELECT MAX(d.started_at) FROM calls d
                WHERE d.ticket_id = tickets.id AND (d.state = 'talking' OR d.outcome = 'talked')), 0));

DROP INDEX tickets_by_status;
DROP INDEX tickets_by_assignee;
CREATE INDEX tickets_by_status ON tickets (status, updated_at, id, channel_id);
CREATE INDEX tickets_by_assignee ON tickets (assignee_id, status, updated_at, id, channel_id);
CREATE INDEX tickets_unassigned ON tickets (status, updated_at, id, channel_id) WHERE assignee_id IS NULL;
CREATE INDEX tickets_by_group ON tickets (group_id, status, updated_at, id) WHERE group_id IS NOT NULL;
-- How soon, then the latest changed; how long a client waits, then the longest unchanged: greater numbers first.
CREATE INDEX tickets_by_priority ON tickets (status,
    (CASE priority WHEN 'urgent' THEN 3 WHEN 'high' THEN 2 WHEN 'normal' THEN 1 ELSE 0 END * 10000000000000000 + updated_at),
    id, channel_id);
CREATE INDEX tickets_by_wait ON tickets (status,
    (CASE WHEN waiting_since IS NULL THEN -10000000000000000 - updated_at ELSE -waiting_since END),
    id, channel_id);

CREATE TABLE ticket_tags (
    tag {text} NOT NULL,
    ticket_id {id} NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    PRIMARY KEY (tag, ticket_id)
) {strict};
CREATE INDEX ticket_tags_by_ticket ON ticket_tags (ticket_id);
INSERT INTO ticket_tags (tag, ticket_id) SELECT DISTINCT e.value, t.id FROM tickets t, {each_tag_of_t};

CREATE TABLE ticket_seen (
    agent_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    ticket_id {id} NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    at {int} NOT NULL,
    PRIMARY KEY (agent_id, ticket_id)
) {strict};

CREATE TABLE views (
    id {id} PRIMARY KEY,
    owner_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    name {text} NOT NULL,
    shared {bool} NOT NULL,
    narrowing {text} NOT NULL,
    sorting {text} NOT NULL,
    place {int} NOT NULL,
    version {int} NOT NULL,
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL,
    deleted_at {int}
) {strict};
CREATE INDEX views_by_owner ON views (owner_id, place);
CREATE INDEX views_shared ON views (name) WHERE shared;

CREATE TABLE bulk_changes (
    id {id} PRIMARY KEY,
    agent_id {id} NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    deeds {text} NOT NULL,
    created_at {int} NOT NULL
) {strict};
CREATE INDEX bulk_changes_by_age ON bulk_changes (created_at);
