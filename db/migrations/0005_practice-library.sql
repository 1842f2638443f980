CREATE TABLE `practice_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`review_on` text NOT NULL,
	`rules_said` text,
	`decided_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_decisions_decision" CHECK("practice_decisions"."decision" in ('spread', 'study', 'stop')),
	CONSTRAINT "practice_decisions_reason" CHECK(length(trim("practice_decisions"."reason")) > 0)
);
--> statement-breakpoint
CREATE INDEX `practice_decisions_practice` ON `practice_decisions` (`practice_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `practice_decisions_review` ON `practice_decisions` (`review_on`);--> statement-breakpoint
CREATE INDEX `practice_decisions_decided_by` ON `practice_decisions` (`decided_by`);--> statement-breakpoint
CREATE TABLE `practice_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`into_id` text NOT NULL,
	`reason` text NOT NULL,
	`idea_ids` text DEFAULT '[]' NOT NULL,
	`merged_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`from_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_merges_two" CHECK("practice_merges"."from_id" <> "practice_merges"."into_id"),
	CONSTRAINT "practice_merges_reason" CHECK(length(trim("practice_merges"."reason")) > 0)
);
--> statement-breakpoint
CREATE INDEX `practice_merges_from` ON `practice_merges` (`from_id`);--> statement-breakpoint
CREATE INDEX `practice_merges_into` ON `practice_merges` (`into_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `practice_merges_merged_by` ON `practice_merges` (`merged_by`);--> statement-breakpoint
CREATE TABLE `practice_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`practice_id` text NOT NULL,
	`offered_by` text,
	`created_at` text NOT NULL,
	`taken_back_by` text,
	`taken_back_at` text,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_back_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `practice_offers_practice` ON `practice_offers` (`practice_id`,`taken_back_at`);--> statement-breakpoint
CREATE INDEX `practice_offers_open` ON `practice_offers` (`taken_back_at`,`created_at`);--> statement-breakpoint
CREATE INDEX `practice_offers_offered_by` ON `practice_offers` (`offered_by`);--> statement-breakpoint
CREATE INDEX `practice_offers_taken_back_by` ON `practice_offers` (`taken_back_by`);--> statement-breakpoint
CREATE TABLE `stories` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`practice_id` text NOT NULL,
	`team_id` text NOT NULL,
	`who_benefits` text DEFAULT '' NOT NULL,
	`caveats` text DEFAULT '' NOT NULL,
	`written_by` text,
	`created_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stories_community` ON `stories` (`community_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `stories_practice` ON `stories` (`practice_id`);--> statement-breakpoint
CREATE INDEX `stories_team` ON `stories` (`team_id`);--> statement-breakpoint
CREATE INDEX `stories_written_by` ON `stories` (`written_by`);--> statement-breakpoint
CREATE TABLE `story_links` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`until_on` text,
	`made_by` text,
	`created_at` text NOT NULL,
	`revoked_at` text,
	`revoked_by` text,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `story_links_token` ON `story_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `story_links_story` ON `story_links` (`story_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `story_links_made_by` ON `story_links` (`made_by`);--> statement-breakpoint
CREATE INDEX `story_links_revoked_by` ON `story_links` (`revoked_by`);--> statement-breakpoint
ALTER TABLE `practices` ADD `setting` text;--> statement-breakpoint
ALTER TABLE `practices` ADD `outcome_id` text REFERENCES outcomes(id);--> statement-breakpoint
ALTER TABLE `practices` ADD `takes_hours` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `practices` ADD `takes_money` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `practices` ADD `takes_materials` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `practices` ADD `core_parts` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `practices` ADD `adaptable_parts` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `practices` ADD `source_kind` text;--> statement-breakpoint
ALTER TABLE `practices` ADD `source_tier` text;--> statement-breakpoint
ALTER TABLE `practices` ADD `copied_from_id` text REFERENCES practices(id);--> statement-breakpoint
ALTER TABLE `practices` ADD `copied_from` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `practices` ADD `merged_into_id` text REFERENCES practices(id);--> statement-breakpoint
CREATE INDEX `practices_outcome` ON `practices` (`outcome_id`);--> statement-breakpoint
CREATE INDEX `practices_copied_from` ON `practices` (`copied_from_id`);--> statement-breakpoint
CREATE INDEX `practices_merged_into` ON `practices` (`merged_into_id`);--> statement-breakpoint
ALTER TABLE `change_ideas` ADD `context` text DEFAULT '' NOT NULL;