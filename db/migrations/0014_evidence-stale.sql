-- Which teams' evidence is out of date: triggers mark a team whenever something changes that the evidence rules look at,
-- so that no command can forget to. app/practices/refresh.server.ts works it out again and takes the mark away. Each
-- change gives another mark: what was read before it must not be kept.
--
-- A later migration that rebuilds one of these tables (drop and rename) drops its triggers, and has to make them again.
-- tests/db/evidence-stale.test.ts holds it to that.
INSERT INTO evidence_stale (team_id, mark) SELECT id, lower(hex(randomblob(8))) FROM teams;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycles_insert` AFTER INSERT ON `cycles` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT new.team_id, lower(hex(randomblob(8))) WHERE true
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycles_update` AFTER UPDATE OF idea_id, number, previous_id, written_afterwards, archived_at, objective, kind, scale, people, focus_group, starts_on, do_started_on, do_ended_on, ran_as_planned, observations, learned, studied_at ON `cycles` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT new.team_id, lower(hex(randomblob(8))) WHERE true
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycles_delete` AFTER DELETE ON `cycles` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT old.team_id, lower(hex(randomblob(8))) WHERE true
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycle_decisions_insert` AFTER INSERT ON `cycle_decisions` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM cycles WHERE id = new.cycle_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycle_decisions_update` AFTER UPDATE ON `cycle_decisions` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM cycles WHERE id = new.cycle_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycle_decisions_delete` AFTER DELETE ON `cycle_decisions` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM cycles WHERE id = old.cycle_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycle_predictions_insert` AFTER INSERT ON `cycle_predictions` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM cycles WHERE id = new.cycle_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycle_predictions_update` AFTER UPDATE ON `cycle_predictions` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM cycles WHERE id = new.cycle_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycle_predictions_delete` AFTER DELETE ON `cycle_predictions` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM cycles WHERE id = old.cycle_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycle_questions_insert` AFTER INSERT ON `cycle_questions` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM cycles WHERE id = new.cycle_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycle_questions_update` AFTER UPDATE OF prediction ON `cycle_questions` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM cycles WHERE id = new.cycle_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycle_questions_delete` AFTER DELETE ON `cycle_questions` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM cycles WHERE id = old.cycle_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycle_notes_insert` AFTER INSERT ON `cycle_notes` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM cycles WHERE id = new.cycle_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycle_notes_update` AFTER UPDATE OF taken_out_at ON `cycle_notes` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM cycles WHERE id = new.cycle_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_cycle_notes_delete` AFTER DELETE ON `cycle_notes` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM cycles WHERE id = old.cycle_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_change_ideas_update` AFTER UPDATE OF practice_id ON `change_ideas` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT new.team_id, lower(hex(randomblob(8))) WHERE true
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_measure_points_insert` AFTER INSERT ON `measure_points` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM measures WHERE id = new.measure_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_measure_points_update` AFTER UPDATE OF period_start, stratum, numerator, denominator, value, ghosted_at ON `measure_points` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM measures WHERE id = new.measure_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_measure_points_delete` AFTER DELETE ON `measure_points` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM measures WHERE id = old.measure_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_measure_rebases_insert` AFTER INSERT ON `measure_rebases` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM measures WHERE id = new.measure_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_measure_rebases_update` AFTER UPDATE ON `measure_rebases` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM measures WHERE id = new.measure_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_measure_rebases_delete` AFTER DELETE ON `measure_rebases` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT team_id, lower(hex(randomblob(8))) FROM measures WHERE id = old.measure_id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_measures_update` AFTER UPDATE OF type, kind, direction, frequency, rate_per, due_lag_days, archived_at ON `measures` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT new.team_id, lower(hex(randomblob(8))) WHERE true
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_theory_measures_insert` AFTER INSERT ON `theory_measures` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT new.team_id, lower(hex(randomblob(8))) WHERE true
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_theory_measures_update` AFTER UPDATE ON `theory_measures` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT new.team_id, lower(hex(randomblob(8))) WHERE true
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_theory_measures_delete` AFTER DELETE ON `theory_measures` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT old.team_id, lower(hex(randomblob(8))) WHERE true
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_communities_update` AFTER UPDATE OF time_zone, holidays, school_year_first_month ON `communities` BEGIN
	INSERT INTO evidence_stale (team_id, mark) SELECT id, lower(hex(randomblob(8))) FROM teams WHERE community_id = new.id
	ON CONFLICT (team_id) DO UPDATE SET mark = excluded.mark;
END;
