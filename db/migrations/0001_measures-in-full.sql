CREATE TABLE `event_measures` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`measure_id` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_measures_once` ON `event_measures` (`event_id`,`measure_id`);--> statement-breakpoint
CREATE INDEX `event_measures_measure` ON `event_measures` (`measure_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`team_id` text,
	`kind` text NOT NULL,
	`on_date` text NOT NULL,
	`until_date` text,
	`title` text NOT NULL,
	`detail` text DEFAULT '' NOT NULL,
	`written_by` text,
	`created_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "events_kind" CHECK("events"."kind" in ('event', 'definition change', 'barrier', 'milestone')),
	CONSTRAINT "events_dates" CHECK("events"."until_date" is null or "events"."until_date" >= "events"."on_date"),
	CONSTRAINT "events_title" CHECK(length(trim("events"."title")) > 0)
);
--> statement-breakpoint
CREATE INDEX `events_team` ON `events` (`team_id`,`archived_at`,`on_date`);--> statement-breakpoint
CREATE INDEX `events_community` ON `events` (`community_id`,`archived_at`,`on_date`);--> statement-breakpoint
CREATE INDEX `events_written_by` ON `events` (`written_by`);--> statement-breakpoint
CREATE TABLE `import_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`kind` text NOT NULL,
	`row_id` text NOT NULL,
	`was` text,
	`is` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_changes_kind" CHECK("import_changes"."kind" in ('point', 'observation'))
);
--> statement-breakpoint
CREATE INDEX `import_changes_import` ON `import_changes` (`import_id`);--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`for_kind` text NOT NULL,
	`for_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`choices` text NOT NULL,
	`confirmed_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_mappings_once` ON `import_mappings` (`community_id`,`for_kind`,`for_id`,`fingerprint`);--> statement-breakpoint
CREATE INDEX `import_mappings_confirmed_by` ON `import_mappings` (`confirmed_by`);--> statement-breakpoint
CREATE TABLE `chart_links` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`made_by` text,
	`created_at` text NOT NULL,
	`revoked_at` text,
	`revoked_by` text,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chart_links_token` ON `chart_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `chart_links_measure` ON `chart_links` (`measure_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `chart_links_made_by` ON `chart_links` (`made_by`);--> statement-breakpoint
CREATE INDEX `chart_links_revoked_by` ON `chart_links` (`revoked_by`);--> statement-breakpoint
CREATE TABLE `measure_baselines` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`through_on` text,
	`reason` text NOT NULL,
	`set_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measure_baselines_reason" CHECK(length(trim("measure_baselines"."reason")) > 0)
);
--> statement-breakpoint
CREATE INDEX `measure_baselines_measure` ON `measure_baselines` (`measure_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `measure_baselines_set_by` ON `measure_baselines` (`set_by`);--> statement-breakpoint
CREATE TABLE `measure_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`kind` text NOT NULL,
	`changes` text NOT NULL,
	`made_by` text,
	`created_at` text NOT NULL,
	`undone_at` text,
	`undone_by` text,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measure_entries_kind" CHECK("measure_entries"."kind" in ('cell', 'paste', 'tally'))
);
--> statement-breakpoint
CREATE INDEX `measure_entries_measure` ON `measure_entries` (`measure_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `measure_entries_made_by` ON `measure_entries` (`made_by`);--> statement-breakpoint
CREATE INDEX `measure_entries_undone_by` ON `measure_entries` (`undone_by`);--> statement-breakpoint
CREATE TABLE `measure_goals` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`goal` real NOT NULL,
	`from_on` text NOT NULL,
	`set_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `measure_goals_once` ON `measure_goals` (`measure_id`,`from_on`);--> statement-breakpoint
CREATE INDEX `measure_goals_set_by` ON `measure_goals` (`set_by`);--> statement-breakpoint
CREATE TABLE `measure_rebases` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`from_on` text NOT NULL,
	`reason` text NOT NULL,
	`was_proposed` integer DEFAULT false NOT NULL,
	`made_by` text,
	`created_at` text NOT NULL,
	`taken_back_at` text,
	`taken_back_by` text,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_back_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measure_rebases_reason" CHECK(length(trim("measure_rebases"."reason")) > 0)
);
--> statement-breakpoint
CREATE INDEX `measure_rebases_measure` ON `measure_rebases` (`measure_id`,`from_on`);--> statement-breakpoint
CREATE INDEX `measure_rebases_made_by` ON `measure_rebases` (`made_by`);--> statement-breakpoint
CREATE INDEX `measure_rebases_taken_back_by` ON `measure_rebases` (`taken_back_by`);--> statement-breakpoint
CREATE TABLE `refused_cells` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`period_start` text NOT NULL,
	`stratum` text DEFAULT '' NOT NULL,
	`numerator` text DEFAULT '' NOT NULL,
	`denominator` text DEFAULT '' NOT NULL,
	`value` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`typed_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`typed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `refused_cells_once` ON `refused_cells` (`measure_id`,`stratum`,`period_start`);--> statement-breakpoint
CREATE INDEX `refused_cells_typed_by` ON `refused_cells` (`typed_by`);--> statement-breakpoint
ALTER TABLE `imports` ADD `undone_at` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `undone_by` text REFERENCES people(id);--> statement-breakpoint
CREATE INDEX `imports_undone_by` ON `imports` (`undone_by`);--> statement-breakpoint
ALTER TABLE `measure_points` ADD `raw_values` text;--> statement-breakpoint
ALTER TABLE `measure_points` ADD `import_id` text REFERENCES imports(id);--> statement-breakpoint
CREATE INDEX `measure_points_import` ON `measure_points` (`import_id`);--> statement-breakpoint
ALTER TABLE `measures` ADD `inclusions` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `measures` ADD `strata` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `measures` ADD `owner_id` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `measures` ADD `lowest` real;--> statement-breakpoint
ALTER TABLE `measures` ADD `highest` real;--> statement-breakpoint
ALTER TABLE `measures` ADD `chart_kind` text;--> statement-breakpoint
ALTER TABLE `measures` ADD `is_screened` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `measures` ADD `shows_icons` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `measures_owner` ON `measures` (`owner_id`,`archived_at`);