-- What was said: extensions and their settings, transcripts line by line with their corrections, promises found in them.

CREATE TABLE extensions (
    name {text} PRIMARY KEY,
    settings {text} NOT NULL,
    version {int} NOT NULL,
    changed_by {id},
    updated_at {int} NOT NULL
) {strict};

-- Minutes are counted by months of the desk's time zone, `2026-03`.
CREATE TABLE transcribed (
    month {text} PRIMARY KEY,
    milliseconds {int} NOT NULL
) {strict};

CREATE TABLE transcripts (
    call_id {id} PRIMARY KEY REFERENCES calls (id) ON DELETE CASCADE,
    channel_id {id} NOT NULL,
    stage {text} NOT NULL,
    percent {int} NOT NULL,
    reason {text},
    said {text} NOT NULL,
    engine {text} NOT NULL,
    language {text} NOT NULL,
    asked_by {id},
    asked_at {int} NOT NULL,
    finished_at {int},
    updated_at {int} NOT NULL
) {strict};
CREATE INDEX transcripts_by_change ON transcripts (updated_at, call_id);

-- What is made so far, so that a restart goes on with the next recording; gone once the lines are there.
CREATE TABLE transcript_parts (
    call_id {id} NOT NULL REFERENCES transcripts (call_id) ON DELETE CASCADE,
    recording {int} NOT NULL,
    beside {int} NOT NULL,
    transcript {text} NOT NULL,
    PRIMARY KEY (call_id, recording)
) {strict};

CREATE TABLE transcript_lines (
    call_id {id} NOT NULL REFERENCES transcripts (call_id) ON DELETE CASCADE,
    place {int} NOT NULL,
    recording {int} NOT NULL,
    speaker {text} NOT NULL,
    start_ms {int} NOT NULL,
    end_ms {int} NOT NULL,
    text {text} NOT NULL,
    words {text} NOT NULL,
    edited_at {int},
    edited_by {id},
    PRIMARY KEY (call_id, place)
) {strict};

-- What a line said before somebody corrected it; names are kept beside ids.
CREATE TABLE transcript_edits (
    call_id {id} NOT NULL REFERENCES transcripts (call_id) ON DELETE CASCADE,
    place {int} NOT NULL,
    at {int} NOT NULL,
    agent_id {id} NOT NULL,
    agent_name {text} NOT NULL,
    before {text} NOT NULL,
    PRIMARY KEY (call_id, place, at)
) {strict};

CREATE TABLE promises (
    id {id} PRIMARY KEY,
    call_id {id} NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    place {int} NOT NULL,
    phrase {text} NOT NULL,
    remind_at {int} NOT NULL,
    state {text} NOT NULL,
    settled_by {id},
    settled_at {int},
    created_at {int} NOT NULL
) {strict};
CREATE UNIQUE INDEX promises_of_line ON promises (call_id, place);
CREATE INDEX promises_open ON promises (call_id) WHERE state = 'proposed';

-- A call has one transcript in its timeline.
CREATE UNIQUE INDEX entries_of_transcript ON entries (call_id) WHERE kind = 'transcript';
