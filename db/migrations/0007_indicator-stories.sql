CREATE TABLE `factor_drivers` (
	`id` text PRIMARY KEY NOT NULL,
	`factor_id` text NOT NULL,
	`driver_id` text NOT NULL,
	`made_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`factor_id`) REFERENCES `factors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`driver_id`) REFERENCES `drivers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `factor_drivers_once` ON `factor_drivers` (`factor_id`,`driver_id`);--> statement-breakpoint
CREATE INDEX `factor_drivers_driver` ON `factor_drivers` (`driver_id`);--> statement-breakpoint
CREATE INDEX `factor_drivers_made_by` ON `factor_drivers` (`made_by`);--> statement-breakpoint
CREATE TABLE `factor_votes` (
	`id` text PRIMARY KEY NOT NULL,
	`factor_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`factor_id`) REFERENCES `factors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `factor_votes_once` ON `factor_votes` (`factor_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `factor_votes_person` ON `factor_votes` (`person_id`);--> statement-breakpoint
CREATE TABLE `factors` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`name` text NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`written_by` text,
	`created_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "factors_name" CHECK(length(trim("factors"."name")) > 0)
);
--> statement-breakpoint
CREATE INDEX `factors_indicator` ON `factors` (`indicator_id`,`archived_at`,`created_at`);--> statement-breakpoint
CREATE INDEX `factors_written_by` ON `factors` (`written_by`);--> statement-breakpoint
CREATE TABLE `indicator_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`what` text NOT NULL,
	`who` text DEFAULT '' NOT NULL,
	`by_date` text,
	`done_at` text,
	`written_by` text,
	`created_at` text NOT NULL,
	`taken_out_at` text,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "indicator_actions_what" CHECK(length(trim("indicator_actions"."what")) > 0)
);
--> statement-breakpoint
CREATE INDEX `indicator_actions_indicator` ON `indicator_actions` (`indicator_id`,`taken_out_at`,`created_at`);--> statement-breakpoint
CREATE INDEX `indicator_actions_written_by` ON `indicator_actions` (`written_by`);--> statement-breakpoint
CREATE TABLE `indicator_partners` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`role` text NOT NULL,
	`written_by` text,
	`created_at` text NOT NULL,
	`taken_out_at` text,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "indicator_partners_role" CHECK(length(trim("indicator_partners"."role")) > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_partners_once` ON `indicator_partners` (`indicator_id`,`partner_id`);--> statement-breakpoint
CREATE INDEX `indicator_partners_partner` ON `indicator_partners` (`partner_id`);--> statement-breakpoint
CREATE INDEX `indicator_partners_written_by` ON `indicator_partners` (`written_by`);--> statement-breakpoint
CREATE TABLE `story_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`part` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "story_versions_part" CHECK("story_versions"."part" in ('pushes up', 'holds down', 'unknown', 'works'))
);
--> statement-breakpoint
CREATE INDEX `story_versions_indicator` ON `story_versions` (`indicator_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `story_versions_written_by` ON `story_versions` (`written_by`);