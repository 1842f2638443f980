-- By hand: what a definition was is kept with its breaks (`revisions`, added after the trigger was written), so that a
-- break that is written down later does not change what was known before. tests/db/known-then.test.ts holds it to that.
DROP TRIGGER `past_indicators_update`;
--> statement-breakpoint
CREATE TRIGGER `past_indicators_update` AFTER UPDATE ON `indicators`
WHEN old.outcome_id IS NOT new.outcome_id OR old.name IS NOT new.name OR old.unit IS NOT new.unit
	OR old.rate_per IS NOT new.rate_per OR old.direction IS NOT new.direction OR old.period_kind IS NOT new.period_kind
	OR old.is_core IS NOT new.is_core OR old.baseline_period IS NOT new.baseline_period OR old.target IS NOT new.target
	OR old.target_period IS NOT new.target_period OR old.minimum_movement IS NOT new.minimum_movement
	OR old.revisions IS NOT new.revisions OR old.archived_at IS NOT new.archived_at
BEGIN
	INSERT INTO indicator_pasts (indicator_id, kind, cell, was, known_from, known_until)
	VALUES (old.id, 'definition', '',
		json_object('outcomeId', old.outcome_id, 'name', old.name, 'unit', old.unit, 'ratePer', old.rate_per,
			'direction', old.direction, 'periodKind', old.period_kind, 'isCore', old.is_core,
			'baselinePeriod', old.baseline_period, 'target', old.target, 'targetPeriod', old.target_period,
			'minimumMovement', old.minimum_movement, 'revisions', json(old.revisions), 'archivedAt', old.archived_at),
		old.created_at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;
