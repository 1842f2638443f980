CREATE TABLE `evidence_stale` (
	`team_id` text PRIMARY KEY NOT NULL,
	`mark` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `practice_uses` (
	`practice_id` text NOT NULL,
	`team_id` text NOT NULL,
	`community_id` text NOT NULL,
	`change_on` text,
	`cycles` integer NOT NULL,
	`finished_cycles` integer NOT NULL,
	`fidelity` real,
	`vote` text NOT NULL,
	`is_abandoned` integer NOT NULL,
	`has_widened_gap` integer NOT NULL,
	`is_held` integer NOT NULL,
	PRIMARY KEY(`practice_id`, `team_id`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_uses_vote" CHECK("practice_uses"."vote" in ('improved', 'worsened', 'mixed', 'no signal', 'too early', 'observed only'))
);
--> statement-breakpoint
CREATE INDEX `practice_uses_community` ON `practice_uses` (`community_id`,`practice_id`);--> statement-breakpoint
CREATE INDEX `practice_uses_team` ON `practice_uses` (`team_id`);--> statement-breakpoint
CREATE TABLE `practice_verdicts` (
	`practice_id` text NOT NULL,
	`team_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`type` text NOT NULL,
	`verdict` text NOT NULL,
	`method` text NOT NULL,
	`gain` text,
	`working` text NOT NULL,
	PRIMARY KEY(`practice_id`, `team_id`, `measure_id`),
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_verdicts_type" CHECK("practice_verdicts"."type" in ('outcome', 'process', 'balancing')),
	CONSTRAINT "practice_verdicts_verdict" CHECK("practice_verdicts"."verdict" in ('improved', 'worsened', 'mixed', 'no signal', 'too early', 'observed only', 'no clear change')),
	CONSTRAINT "practice_verdicts_method" CHECK("practice_verdicts"."method" in ('run rules', 'run rules, weak baseline', 'before/after', 'none')),
	CONSTRAINT "practice_verdicts_gain" CHECK("practice_verdicts"."gain" is null or "practice_verdicts"."gain" in ('watching', 'held', 'slipping'))
);
--> statement-breakpoint
CREATE INDEX `practice_verdicts_team` ON `practice_verdicts` (`team_id`);--> statement-breakpoint
CREATE INDEX `practice_verdicts_measure` ON `practice_verdicts` (`measure_id`);--> statement-breakpoint
CREATE TABLE `prediction_scores` (
	`cycle_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`community_id` text NOT NULL,
	`team_id` text NOT NULL,
	`practice_id` text,
	`final_from` text NOT NULL,
	`is_hit` integer,
	`error` real,
	`overreach` real,
	PRIMARY KEY(`cycle_id`, `measure_id`),
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `prediction_scores_measure` ON `prediction_scores` (`measure_id`);--> statement-breakpoint
CREATE INDEX `prediction_scores_community` ON `prediction_scores` (`community_id`,`final_from`);--> statement-breakpoint
CREATE INDEX `prediction_scores_team` ON `prediction_scores` (`team_id`,`final_from`);--> statement-breakpoint
CREATE INDEX `prediction_scores_practice` ON `prediction_scores` (`practice_id`,`final_from`);