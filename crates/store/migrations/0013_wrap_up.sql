-- Wrapping up a call: the outcomes that administrators keep, what agents say came of their calls, and what of that was
-- written back to the provider.

CREATE TABLE outcome_codes (
    id {id} PRIMARY KEY,
    name {text} NOT NULL UNIQUE,
    active {bool} NOT NULL,
    place {int} NOT NULL,
    created_at {int} NOT NULL
) {strict};

-- One row for each call of which an agent was asked, or of which somebody said, what came of it.
CREATE TABLE wrap_ups (
    call_id {id} PRIMARY KEY REFERENCES calls (id) ON DELETE CASCADE,
    agent_id {id} NOT NULL REFERENCES agents (id),
    state {text} NOT NULL,
    outcome_id {id} REFERENCES outcome_codes (id),
    tags {text} NOT NULL,
    note {text},
    opened_at {int} NOT NULL,
    settled_at {int},
    settled_by {id} REFERENCES agents (id)
) {strict};
CREATE INDEX wrap_ups_open ON wrap_ups (agent_id, opened_at) WHERE state = 'open';
CREATE INDEX wrap_ups_by_outcome ON wrap_ups (outcome_id, call_id) WHERE outcome_id IS NOT NULL;

-- What is written back to the provider. A remark cannot be written twice, so it is noted before the provider is asked.
CREATE TABLE write_backs (
    call_id {id} PRIMARY KEY REFERENCES calls (id) ON DELETE CASCADE,
    state {text} NOT NULL,
    tags {text} NOT NULL,
    remark {text},
    remark_state {text} NOT NULL,
    said {text},
    tries {int} NOT NULL,
    at {int} NOT NULL
) {strict};

-- Whether what agents say of their calls is written back to the provider.
ALTER TABLE channels ADD COLUMN writes_back {bool} NOT NULL DEFAULT FALSE;

-- Whose phones a call rang, so that everybody finds the calls that rang at them.
CREATE TABLE call_rings (
    operator_id {text} NOT NULL,
    call_id {id} NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    PRIMARY KEY (operator_id, call_id)
) {within};
INSERT INTO call_rings (operator_id, call_id)
SELECT DISTINCT {operator_of_leg}, c.id FROM calls c, {each_leg_of_c}
WHERE c.facts NOT LIKE '%"legs":[]%' AND {operator_of_leg} IS NOT NULL;
