-- What clients were searched by letter by letter before; their words stand in search_words.
ALTER TABLE clients DROP COLUMN haystack;
