-- What is only ever read whole with its account or its report stands in that row, as JSON: a report is one transaction, and every table it
-- touches costs a page written. Places are [place, text, start, stop], targets [text, class, start, stop], tolls [target, what, low, high, start,
-- stop] with -1 for the whole account, attribution [text, name, start, stop], evidence [start, stop], mentions [layer, start, stop, name].

DROP TRIGGER account_stays;
ALTER TABLE account RENAME COLUMN places TO place_count;
ALTER TABLE account RENAME COLUMN targets TO target_count;
ALTER TABLE account RENAME COLUMN tolls TO toll_count;
ALTER TABLE account RENAME COLUMN attributions TO attribution_count;
ALTER TABLE account ADD COLUMN places TEXT NOT NULL DEFAULT '[]';
ALTER TABLE account ADD COLUMN targets TEXT NOT NULL DEFAULT '[]';
ALTER TABLE account ADD COLUMN tolls TEXT NOT NULL DEFAULT '[]';
ALTER TABLE account ADD COLUMN attribution TEXT NOT NULL DEFAULT '[]';
ALTER TABLE account ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]';
UPDATE account SET
    places = (SELECT json_group_array(json_array(place, text, start, stop)) FROM (SELECT * FROM account_place WHERE account = id ORDER BY ordinal)),
    targets = (SELECT json_group_array(json_array(text, class, start, stop)) FROM (SELECT * FROM account_target WHERE account = id ORDER BY ordinal)),
    tolls = (SELECT json_group_array(json_array(target, what, low, high, start, stop)) FROM account_toll WHERE account = id),
    attribution = (SELECT json_group_array(json_array(text, name, start, stop))
                   FROM (SELECT * FROM account_attribution WHERE account = id ORDER BY ordinal)),
    evidence = (SELECT json_group_array(json_array(start, stop)) FROM (SELECT * FROM account_evidence WHERE account = id ORDER BY ordinal));
ALTER TABLE account DROP COLUMN place_count;
ALTER TABLE account DROP COLUMN target_count;
ALTER TABLE account DROP COLUMN toll_count;
ALTER TABLE account DROP COLUMN attribution_count;
DROP TABLE account_place;
DROP TABLE account_target;
DROP TABLE account_toll;
DROP TABLE account_attribution;
DROP TABLE account_evidence;
CREATE TRIGGER account_stays BEFORE UPDATE ON account BEGIN SELECT RAISE (ABORT, 'accounts never change'); END;

CREATE TABLE mentions (
    report INTEGER PRIMARY KEY REFERENCES report,
    found TEXT NOT NULL,                -- a person's name is empty: the words are cut from the report when the gate asks
    persons INTEGER NOT NULL            -- how many of them are persons
) STRICT;
INSERT INTO mentions
    SELECT report, json_group_array(json_array(layer, start, stop, name)), sum(layer = 'person')
    FROM (SELECT * FROM mention ORDER BY report, ordinal) GROUP BY report;
DROP TABLE mention;

-- Keys of the newest accounts, eight bytes each, until they are put into block_key: many at once in the order of its pages cost far less
-- than each by itself.
CREATE TABLE new_block_key (
    account INTEGER PRIMARY KEY REFERENCES account,
    keys BLOB NOT NULL
) STRICT;

-- A batch of reports is sorted in memory and written as one piece of the index (bytes), and eight pieces are put together at a time.
INSERT INTO report_words (report_words, rank) VALUES ('hashsize', 16777216);
INSERT INTO report_words (report_words, rank) VALUES ('automerge', 8);
