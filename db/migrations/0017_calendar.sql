CREATE TABLE `calendar_links` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`person_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`label` text NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_links_token_hash` ON `calendar_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `calendar_links_person` ON `calendar_links` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `calendar_links_community` ON `calendar_links` (`community_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_events` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`team_id` text,
	`kind` text NOT NULL,
	`on_date` text NOT NULL,
	`until_date` text,
	`title` text NOT NULL,
	`detail` text DEFAULT '' NOT NULL,
	`needs_leader` integer DEFAULT false NOT NULL,
	`starts_at` text,
	`ends_at` text,
	`place` text DEFAULT '' NOT NULL,
	`written_by` text,
	`created_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "events_kind" CHECK("__new_events"."kind" in ('event', 'definition change', 'barrier', 'milestone', 'learning session', 'action period')),
	CONSTRAINT "events_dates" CHECK("__new_events"."until_date" is null or "__new_events"."until_date" >= "__new_events"."on_date"),
	CONSTRAINT "events_title" CHECK(length(trim("__new_events"."title")) > 0)
);
--> statement-breakpoint
INSERT INTO `__new_events`("id", "community_id", "team_id", "kind", "on_date", "until_date", "title", "detail", "needs_leader", "starts_at", "ends_at", "place", "written_by", "created_at", "archived_at") SELECT "id", "community_id", "team_id", "kind", "on_date", "until_date", "title", "detail", "needs_leader", "starts_at", "ends_at", "place", "written_by", "created_at", "archived_at" FROM `events`;--> statement-breakpoint
DROP TABLE `events`;--> statement-breakpoint
ALTER TABLE `__new_events` RENAME TO `events`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `events_team` ON `events` (`team_id`,`archived_at`,`on_date`);--> statement-breakpoint
CREATE INDEX `events_community` ON `events` (`community_id`,`archived_at`,`on_date`);--> statement-breakpoint
CREATE INDEX `events_written_by` ON `events` (`written_by`);