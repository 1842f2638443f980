-- Full-text search. SQLite's own, and so behind db/search.server.ts alone.
--
-- search_entries holds one row for each thing that can be found: its name, and the words people wrote about it. No
-- number of a measure, an indicator or a working list is among them. search_words is the index over it. Views say
-- what the words of each kind are; triggers keep the entries as their tables change.
--
-- A later migration that rebuilds one of these tables (drop and rename) drops its triggers, and cannot rename while a
-- view names it: drop the views first, then create views and triggers again. tests/db/search.test.ts holds it to that.
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`thing_id` text NOT NULL,
	`community_id` text NOT NULL,
	`team_id` text,
	`archived_at` text,
	`name` text NOT NULL,
	`words` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_thing` ON `search_entries` (`thing_id`);
--> statement-breakpoint
CREATE INDEX `search_entries_community` ON `search_entries` (`community_id`, `id`, `kind`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_words` USING fts5(name, words, content='search_entries', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `search_entries_insert` AFTER INSERT ON `search_entries` BEGIN
	INSERT INTO search_words (rowid, name, words) VALUES (new.id, new.name, new.words);
END;
--> statement-breakpoint
CREATE TRIGGER `search_entries_delete` AFTER DELETE ON `search_entries` BEGIN
	INSERT INTO search_words (search_words, rowid, name, words) VALUES ('delete', old.id, old.name, old.words);
END;
--> statement-breakpoint
CREATE TRIGGER `search_entries_update` AFTER UPDATE OF name, words ON `search_entries` WHEN old.name <> new.name OR old.words <> new.words BEGIN
	INSERT INTO search_words (search_words, rowid, name, words) VALUES ('delete', old.id, old.name, old.words);
	INSERT INTO search_words (rowid, name, words) VALUES (new.id, new.name, new.words);
END;
--> statement-breakpoint
CREATE VIEW `search_teams` AS
SELECT 'team' AS kind, t.id AS thing_id, t.community_id, t.id AS team_id, t.archived_at, t.name AS name,
	t.about || char(10) || t.aim_what || char(10) || t.aim_for_whom || char(10) || coalesce((SELECT group_concat(d.name || char(10) || d.detail, char(10)) FROM drivers d WHERE d.team_id = t.id AND d.archived_at IS NULL), '') AS words
FROM teams t;
--> statement-breakpoint
CREATE VIEW `search_change_ideas` AS
SELECT 'idea' AS kind, t.id AS thing_id, t.community_id, t.team_id, t.archived_at, t.name AS name, t.adaptation AS words
FROM change_ideas t;
--> statement-breakpoint
CREATE VIEW `search_practices` AS
SELECT 'practice' AS kind, t.id AS thing_id, t.community_id, NULL AS team_id, t.archived_at, t.name AS name,
	t.description || char(10) || t.steps || char(10) || t.for_whom || char(10) || t.source AS words
FROM practices t;
--> statement-breakpoint
CREATE VIEW `search_measures` AS
SELECT 'measure' AS kind, t.id AS thing_id, t.community_id, t.team_id, t.archived_at, t.name AS name,
	t.definition || char(10) || t.numerator_words || char(10) || t.denominator_words || char(10) || t.inclusions || char(10) || t.source AS words
FROM measures t;
--> statement-breakpoint
CREATE VIEW `search_indicators` AS
SELECT 'indicator' AS kind, t.id AS thing_id, t.community_id, NULL AS team_id, t.archived_at, t.name AS name,
	t.definition || char(10) || t.source AS words
FROM indicators t;
--> statement-breakpoint
CREATE VIEW `search_cycles` AS
SELECT 'cycle' AS kind, t.id AS thing_id, t.community_id, t.team_id, t.archived_at, i.name || ', Cycle ' || t.number AS name,
	t.objective || char(10) || t.focus_group || char(10) || t.data_plan || char(10) || t.what_differed || char(10) || t.observations || char(10) || t.surprises || char(10) || t.learned || char(10) || t.worked_for || char(10) || coalesce((SELECT group_concat(q.question || char(10) || q.prediction || char(10) || q.what_happened, char(10)) FROM cycle_questions q WHERE q.cycle_id = t.id), '') || char(10) || coalesce((SELECT group_concat(d.reason || char(10) || d.next_step, char(10)) FROM cycle_decisions d WHERE d.cycle_id = t.id), '') || char(10) || coalesce((SELECT group_concat(n.text, char(10)) FROM cycle_notes n WHERE n.cycle_id = t.id AND n.taken_out_at IS NULL), '') AS words
FROM cycles t
JOIN change_ideas i ON i.id = t.idea_id;
--> statement-breakpoint
CREATE TRIGGER `search_teams_insert` AFTER INSERT ON `teams` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_teams WHERE thing_id = new.id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_teams_update` AFTER UPDATE OF name, about, aim_what, aim_for_whom, archived_at ON `teams` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_teams WHERE thing_id = new.id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_teams_delete` AFTER DELETE ON `teams` BEGIN
	DELETE FROM search_entries WHERE thing_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_change_ideas_insert` AFTER INSERT ON `change_ideas` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_change_ideas WHERE thing_id = new.id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_change_ideas_update` AFTER UPDATE OF name, adaptation, archived_at ON `change_ideas` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_change_ideas WHERE thing_id = new.id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_change_ideas_delete` AFTER DELETE ON `change_ideas` BEGIN
	DELETE FROM search_entries WHERE thing_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_practices_insert` AFTER INSERT ON `practices` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_practices WHERE thing_id = new.id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_practices_update` AFTER UPDATE OF name, description, steps, for_whom, source, archived_at ON `practices` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_practices WHERE thing_id = new.id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_practices_delete` AFTER DELETE ON `practices` BEGIN
	DELETE FROM search_entries WHERE thing_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_measures_insert` AFTER INSERT ON `measures` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_measures WHERE thing_id = new.id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_measures_update` AFTER UPDATE OF name, definition, numerator_words, denominator_words, inclusions, source, archived_at ON `measures` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_measures WHERE thing_id = new.id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_measures_delete` AFTER DELETE ON `measures` BEGIN
	DELETE FROM search_entries WHERE thing_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_indicators_insert` AFTER INSERT ON `indicators` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_indicators WHERE thing_id = new.id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_indicators_update` AFTER UPDATE OF name, definition, source, archived_at ON `indicators` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_indicators WHERE thing_id = new.id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_indicators_delete` AFTER DELETE ON `indicators` BEGIN
	DELETE FROM search_entries WHERE thing_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_cycles_insert` AFTER INSERT ON `cycles` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_cycles WHERE thing_id = new.id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_cycles_update` AFTER UPDATE OF idea_id, number, archived_at, objective, focus_group, data_plan, what_differed, observations, surprises, learned, worked_for ON `cycles` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_cycles WHERE thing_id = new.id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_cycles_delete` AFTER DELETE ON `cycles` BEGIN
	DELETE FROM search_entries WHERE thing_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_change_ideas_rename` AFTER UPDATE OF name ON `change_ideas` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_cycles WHERE thing_id IN (SELECT c.id FROM cycles c WHERE c.idea_id = new.id)
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_cycle_questions_insert` AFTER INSERT ON `cycle_questions` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_cycles WHERE thing_id = new.cycle_id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_cycle_questions_update` AFTER UPDATE OF question, prediction, what_happened ON `cycle_questions` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_cycles WHERE thing_id = new.cycle_id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_cycle_questions_delete` AFTER DELETE ON `cycle_questions` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_cycles WHERE thing_id = old.cycle_id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_cycle_decisions_insert` AFTER INSERT ON `cycle_decisions` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_cycles WHERE thing_id = new.cycle_id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_cycle_decisions_update` AFTER UPDATE OF reason, next_step ON `cycle_decisions` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_cycles WHERE thing_id = new.cycle_id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_cycle_decisions_delete` AFTER DELETE ON `cycle_decisions` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_cycles WHERE thing_id = old.cycle_id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_cycle_notes_insert` AFTER INSERT ON `cycle_notes` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_cycles WHERE thing_id = new.cycle_id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_cycle_notes_update` AFTER UPDATE OF text, taken_out_at ON `cycle_notes` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_cycles WHERE thing_id = new.cycle_id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_cycle_notes_delete` AFTER DELETE ON `cycle_notes` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_cycles WHERE thing_id = old.cycle_id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_drivers_insert` AFTER INSERT ON `drivers` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_teams WHERE thing_id = new.team_id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_drivers_update` AFTER UPDATE OF name, detail, archived_at ON `drivers` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_teams WHERE thing_id = new.team_id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_drivers_delete` AFTER DELETE ON `drivers` BEGIN
	INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words)
	SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_teams WHERE thing_id = old.team_id
	ON CONFLICT (thing_id) DO UPDATE SET archived_at = excluded.archived_at, name = excluded.name, words = excluded.words;
END;
--> statement-breakpoint
INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words) SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_teams;
--> statement-breakpoint
INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words) SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_change_ideas;
--> statement-breakpoint
INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words) SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_practices;
--> statement-breakpoint
INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words) SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_measures;
--> statement-breakpoint
INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words) SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_indicators;
--> statement-breakpoint
INSERT INTO search_entries (kind, thing_id, community_id, team_id, archived_at, name, words) SELECT kind, thing_id, community_id, team_id, archived_at, name, words FROM search_cycles;
