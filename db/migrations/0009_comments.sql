CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`team_id` text,
	`thing` text NOT NULL,
	`thing_id` text NOT NULL,
	`part` text DEFAULT '' NOT NULL,
	`quote` text DEFAULT '' NOT NULL,
	`root_id` text,
	`body` text NOT NULL,
	`written_by` text,
	`created_at` text NOT NULL,
	`taken_out_at` text,
	`resolved_at` text,
	`resolved_by` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`root_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "comments_thing_kind" CHECK("comments"."thing" in ('cycle', 'measure', 'indicator', 'practice')),
	CONSTRAINT "comments_body" CHECK(length(trim("comments"."body")) > 0)
);
--> statement-breakpoint
CREATE INDEX `comments_thing` ON `comments` (`thing_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `comments_community` ON `comments` (`community_id`);--> statement-breakpoint
CREATE INDEX `comments_team` ON `comments` (`team_id`);--> statement-breakpoint
CREATE INDEX `comments_root` ON `comments` (`root_id`);--> statement-breakpoint
CREATE INDEX `comments_written_by` ON `comments` (`written_by`);--> statement-breakpoint
CREATE INDEX `comments_resolved_by` ON `comments` (`resolved_by`);--> statement-breakpoint
CREATE TABLE `told_people` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`reason` text NOT NULL,
	`put_away_at` text,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "told_people_reason" CHECK("told_people"."reason" in ('mention', 'answer', 'owner'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `told_people_once` ON `told_people` (`comment_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `told_people_person` ON `told_people` (`person_id`,`put_away_at`);