CREATE TABLE `visit_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`team_id` text NOT NULL,
	`on_date` text NOT NULL,
	`text` text NOT NULL,
	`is_shared` integer DEFAULT false NOT NULL,
	`written_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_notes_text" CHECK(length(trim("visit_notes"."text")) > 0)
);
--> statement-breakpoint
CREATE INDEX `visit_notes_team` ON `visit_notes` (`team_id`,`on_date`);--> statement-breakpoint
CREATE INDEX `visit_notes_community` ON `visit_notes` (`community_id`);--> statement-breakpoint
CREATE INDEX `visit_notes_written_by` ON `visit_notes` (`written_by`);--> statement-breakpoint
ALTER TABLE `events` ADD `starts_at` text;--> statement-breakpoint
ALTER TABLE `events` ADD `ends_at` text;--> statement-breakpoint
ALTER TABLE `events` ADD `place` text DEFAULT '' NOT NULL;