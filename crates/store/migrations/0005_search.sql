-- What tickets ('t'), clients ('c') and calls ('k') are found under; ids sort by time, so a word's newest stand at its end.
CREATE TABLE search_words (
    word {word} NOT NULL,
    kind {text} NOT NULL,
    object_id {id} NOT NULL,
    channel_id {id},
    PRIMARY KEY (word, kind, object_id)
) {within};
CREATE INDEX search_words_of_object ON search_words (object_id, word);

-- Lists of calls are narrowed within the index, without reading the calls they leave out.
DROP INDEX calls_by_start;
CREATE INDEX calls_by_start ON calls
    (started_at, id, direction, outcome, state, channel_id, agent_id, virtual_number, talk_seconds);
CREATE INDEX calls_by_virtual_number ON calls (virtual_number, started_at, id, channel_id);

-- What was searched letter by letter before.
ALTER TABLE tickets DROP COLUMN haystack;
