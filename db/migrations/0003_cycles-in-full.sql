CREATE TABLE `cycle_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`group_name` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	`identified` integer,
	`reached` integer,
	`completed` integer,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cycle_counts_not_below_zero" CHECK(coalesce("cycle_counts"."identified", 0) >= 0 and coalesce("cycle_counts"."reached", 0) >= 0 and coalesce("cycle_counts"."completed", 0) >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cycle_counts_once` ON `cycle_counts` (`cycle_id`,`group_name`);--> statement-breakpoint
CREATE TABLE `cycle_file_contents` (
	`file_id` text PRIMARY KEY NOT NULL,
	`contents` blob NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `cycle_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `cycle_files` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`added_by` text,
	`created_at` text NOT NULL,
	`taken_out_at` text,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cycle_files_cycle` ON `cycle_files` (`cycle_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `cycle_files_added_by` ON `cycle_files` (`added_by`);--> statement-breakpoint
CREATE TABLE `cycle_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`on_date` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text,
	`created_at` text NOT NULL,
	`taken_out_at` text,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cycle_notes_text" CHECK(length(trim("cycle_notes"."text")) > 0)
);
--> statement-breakpoint
CREATE INDEX `cycle_notes_cycle` ON `cycle_notes` (`cycle_id`,`on_date`);--> statement-breakpoint
CREATE INDEX `cycle_notes_written_by` ON `cycle_notes` (`written_by`);--> statement-breakpoint
CREATE TABLE `cycle_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`field` text NOT NULL,
	`number` integer NOT NULL,
	`value` text,
	`saved_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cycle_versions_once` ON `cycle_versions` (`cycle_id`,`field`,`number`);--> statement-breakpoint
CREATE INDEX `cycle_versions_cycle` ON `cycle_versions` (`cycle_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `cycle_versions_saved_by` ON `cycle_versions` (`saved_by`);--> statement-breakpoint
CREATE TABLE `meeting_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`cycle_id` text,
	`who` text DEFAULT '' NOT NULL,
	`by_date` text,
	`done_at` text,
	`written_by` text,
	`created_at` text NOT NULL,
	`taken_out_at` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meeting_lines_kind" CHECK("meeting_lines"."kind" in ('note', 'decision', 'promise')),
	CONSTRAINT "meeting_lines_text" CHECK(length(trim("meeting_lines"."text")) > 0)
);
--> statement-breakpoint
CREATE INDEX `meeting_lines_meeting` ON `meeting_lines` (`meeting_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `meeting_lines_cycle` ON `meeting_lines` (`cycle_id`);--> statement-breakpoint
CREATE INDEX `meeting_lines_written_by` ON `meeting_lines` (`written_by`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`on_date` text NOT NULL,
	`present` text DEFAULT '' NOT NULL,
	`started_by` text,
	`created_at` text NOT NULL,
	`ended_at` text,
	`ended_by` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meetings_team` ON `meetings` (`team_id`,`on_date`);--> statement-breakpoint
CREATE INDEX `meetings_started_by` ON `meetings` (`started_by`);--> statement-breakpoint
CREATE INDEX `meetings_ended_by` ON `meetings` (`ended_by`);--> statement-breakpoint
CREATE TABLE `belief_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`driver_id` text,
	`idea_id` text,
	`is_believed` integer NOT NULL,
	`reason` text NOT NULL,
	`cycle_ids` text DEFAULT '[]' NOT NULL,
	`changed_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`driver_id`) REFERENCES `drivers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`idea_id`) REFERENCES `change_ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "belief_changes_one" CHECK(("belief_changes"."driver_id" is null) <> ("belief_changes"."idea_id" is null)),
	CONSTRAINT "belief_changes_reason" CHECK(length(trim("belief_changes"."reason")) > 0)
);
--> statement-breakpoint
CREATE INDEX `belief_changes_team` ON `belief_changes` (`team_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `belief_changes_driver` ON `belief_changes` (`driver_id`);--> statement-breakpoint
CREATE INDEX `belief_changes_idea` ON `belief_changes` (`idea_id`);--> statement-breakpoint
CREATE INDEX `belief_changes_changed_by` ON `belief_changes` (`changed_by`);--> statement-breakpoint
CREATE TABLE `drivers` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`parent_id` text,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`detail` text DEFAULT '' NOT NULL,
	`written_by` text,
	`created_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `drivers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "drivers_name" CHECK(length(trim("drivers"."name")) > 0)
);
--> statement-breakpoint
CREATE INDEX `drivers_team` ON `drivers` (`team_id`,`archived_at`,`position`);--> statement-breakpoint
CREATE INDEX `drivers_parent` ON `drivers` (`parent_id`,`position`);--> statement-breakpoint
CREATE INDEX `drivers_written_by` ON `drivers` (`written_by`);--> statement-breakpoint
CREATE TABLE `idea_drivers` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`driver_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`idea_id`) REFERENCES `change_ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`driver_id`) REFERENCES `drivers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `idea_drivers_once` ON `idea_drivers` (`idea_id`,`driver_id`);--> statement-breakpoint
CREATE INDEX `idea_drivers_driver` ON `idea_drivers` (`driver_id`,`position`);--> statement-breakpoint
CREATE TABLE `theory_measures` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`driver_id` text,
	`idea_id` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`driver_id`) REFERENCES `drivers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`idea_id`) REFERENCES `change_ideas`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "theory_measures_one" CHECK("theory_measures"."driver_id" is null or "theory_measures"."idea_id" is null)
);
--> statement-breakpoint
CREATE INDEX `theory_measures_team` ON `theory_measures` (`team_id`);--> statement-breakpoint
CREATE INDEX `theory_measures_measure` ON `theory_measures` (`measure_id`);--> statement-breakpoint
CREATE INDEX `theory_measures_driver` ON `theory_measures` (`driver_id`);--> statement-breakpoint
CREATE INDEX `theory_measures_idea` ON `theory_measures` (`idea_id`);--> statement-breakpoint
ALTER TABLE `cycles` ADD `starts_branch` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `cycles` ADD `cloned_from_id` text REFERENCES cycles(id);--> statement-breakpoint
ALTER TABLE `cycles` ADD `written_afterwards` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `cycles` ADD `worked_for` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `cycles_cloned_from` ON `cycles` (`cloned_from_id`);