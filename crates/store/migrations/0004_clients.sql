-- Clients complete: who answers for them, fields of one's own, what numbers have taught, who may be one, what moved and
-- can move back, tables that come in.

ALTER TABLE clients ADD COLUMN responsible_id {id} REFERENCES agents (id);
ALTER TABLE clients ADD COLUMN version {int} NOT NULL DEFAULT 1;
ALTER TABLE clients ADD COLUMN sort_name {text} NOT NULL DEFAULT '';
-- What is searched begins with the name in lower case.
UPDATE clients SET sort_name = substr(haystack, 1, length(name));

-- Each order of the list, over those whom somebody has named; the others are callers, and have a list of their own.
CREATE INDEX clients_named_by_change ON clients (updated_at, id) WHERE named AND merged_into IS NULL;
CREATE INDEX clients_named_by_contact ON clients ((COALESCE(last_contact_at, created_at)), id) WHERE named AND merged_into IS NULL;
CREATE INDEX clients_named_by_name ON clients (sort_name, id) WHERE named AND merged_into IS NULL;
CREATE INDEX clients_named_by_start ON clients (created_at, id) WHERE named AND merged_into IS NULL;
CREATE INDEX callers_by_contact ON clients ((COALESCE(last_contact_at, created_at)), id) WHERE NOT named AND merged_into IS NULL;
CREATE INDEX clients_vip ON clients ((COALESCE(last_contact_at, created_at)), id) WHERE vip AND merged_into IS NULL;
CREATE INDEX clients_spam ON clients ((COALESCE(last_contact_at, created_at)), id) WHERE spammer AND merged_into IS NULL;
CREATE INDEX clients_by_responsible ON clients (responsible_id) WHERE responsible_id IS NOT NULL;
CREATE INDEX clients_by_merged ON clients (merged_into) WHERE merged_into IS NOT NULL;

-- How much speaks for this client when the number calls: grows when a person says so.
ALTER TABLE client_phones ADD COLUMN weight {int} NOT NULL DEFAULT 0;

-- What a client is found by when another is like them: addresses, the bones of names.
CREATE TABLE client_keys (
    client_id {id} NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    key {text} NOT NULL,
    PRIMARY KEY (client_id, key)
) {strict};
CREATE INDEX client_keys_by_key ON client_keys (key, client_id);

CREATE TABLE client_fields (
    id {id} PRIMARY KEY,
    name {text} NOT NULL UNIQUE,
    kind {text} NOT NULL,
    choices {text} NOT NULL,
    place {int} NOT NULL,
    created_at {int} NOT NULL
) {strict};

CREATE TABLE client_values (
    client_id {id} NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    field_id {id} NOT NULL REFERENCES client_fields (id) ON DELETE CASCADE,
    value {text} NOT NULL,
    folded {text} NOT NULL,
    PRIMARY KEY (client_id, field_id)
) {strict};
CREATE INDEX client_values_by_value ON client_values (field_id, folded, client_id);

-- What people have changed of a client.
CREATE TABLE client_changes (
    id {id} PRIMARY KEY,
    client_id {id} NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    version {int} NOT NULL,
    at {int} NOT NULL,
    author_id {id} REFERENCES agents (id),
    changes {text} NOT NULL
) {strict};
CREATE INDEX client_changes_by_client ON client_changes (client_id, version);

-- What went from one client to another, with all it takes to go back.
CREATE TABLE client_moves (
    id {id} PRIMARY KEY,
    kind {text} NOT NULL,
    from_id {id} REFERENCES clients (id),
    into_id {id} NOT NULL REFERENCES clients (id),
    at {int} NOT NULL,
    author_id {id} NOT NULL REFERENCES agents (id),
    snapshot {text} NOT NULL,
    undone_at {int}
) {strict};
CREATE INDEX client_moves_by_into ON client_moves (into_id, at);
CREATE INDEX client_moves_by_from ON client_moves (from_id, at);

CREATE TABLE client_imports (
    id {id} PRIMARY KEY,
    agent_id {id} NOT NULL REFERENCES agents (id),
    file_name {text} NOT NULL,
    content {bytes} NOT NULL,
    plan {text} NOT NULL,
    state {text} NOT NULL,
    tally {text} NOT NULL,
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL
) {strict};
CREATE INDEX client_imports_by_agent ON client_imports (agent_id, created_at);

CREATE TABLE client_import_errors (
    import_id {id} NOT NULL REFERENCES client_imports (id) ON DELETE CASCADE,
    line {int} NOT NULL,
    cells {text} NOT NULL,
    faults {text} NOT NULL,
    PRIMARY KEY (import_id, line)
) {strict};
