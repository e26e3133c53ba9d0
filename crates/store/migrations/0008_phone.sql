-- The phone: calls that are begun from the desk. A row is written before the PBX is asked, so that nothing is begun twice.

CREATE TABLE dials (
    id {id} PRIMARY KEY,
    agent_id {id} NOT NULL REFERENCES agents (id),
    channel_id {id} NOT NULL REFERENCES channels (id),
    ticket_id {id} REFERENCES tickets (id),
    client_id {id} REFERENCES clients (id),
    number {text} NOT NULL,
    own_number {text} NOT NULL,
    operator_id {text} NOT NULL,
    state {text} NOT NULL,
    session_id {int},
    asked_at {int} NOT NULL
) {strict};
CREATE INDEX dials_by_agent ON dials (agent_id, asked_at);
CREATE INDEX dials_by_number ON dials (agent_id, number, asked_at);
CREATE UNIQUE INDEX dials_by_session ON dials (channel_id, session_id) WHERE session_id IS NOT NULL;
