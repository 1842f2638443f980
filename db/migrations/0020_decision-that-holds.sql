ALTER TABLE `cycles` ADD `decision_id` text;--> statement-breakpoint
CREATE INDEX `cycles_open` ON `cycles` (`team_id`,`starts_on`) WHERE "cycles"."archived_at" is null and (trim("cycles"."learned") = '' or "cycles"."decision_id" is null);--> statement-breakpoint
CREATE INDEX `cycles_studied` ON `cycles` (`community_id`,`archived_at`,`decision_id`,`team_id`) WHERE trim("cycles"."learned") <> '';--> statement-breakpoint
-- By hand: the decision that holds is the newest, and only these triggers write it down. tests/db/decision-that-holds.test.ts
-- holds them to that. A later migration that rebuilds `cycle_decisions` drops them, and has to make them again.
UPDATE `cycles` SET `decision_id` = (
	SELECT d.id FROM cycle_decisions d WHERE d.cycle_id = cycles.id ORDER BY d.created_at DESC, d.id DESC LIMIT 1);
--> statement-breakpoint
CREATE TRIGGER `held_cycle_decisions_insert` AFTER INSERT ON `cycle_decisions` BEGIN
	UPDATE cycles SET decision_id = (
		SELECT d.id FROM cycle_decisions d WHERE d.cycle_id = new.cycle_id ORDER BY d.created_at DESC, d.id DESC LIMIT 1)
	WHERE id = new.cycle_id;
END;
--> statement-breakpoint
CREATE TRIGGER `held_cycle_decisions_update` AFTER UPDATE OF id, cycle_id, created_at ON `cycle_decisions` BEGIN
	UPDATE cycles SET decision_id = (
		SELECT d.id FROM cycle_decisions d WHERE d.cycle_id = cycles.id ORDER BY d.created_at DESC, d.id DESC LIMIT 1)
	WHERE id IN (old.cycle_id, new.cycle_id);
END;
--> statement-breakpoint
CREATE TRIGGER `held_cycle_decisions_delete` AFTER DELETE ON `cycle_decisions` BEGIN
	UPDATE cycles SET decision_id = (
		SELECT d.id FROM cycle_decisions d WHERE d.cycle_id = old.cycle_id ORDER BY d.created_at DESC, d.id DESC LIMIT 1)
	WHERE id = old.cycle_id;
END;
