CREATE TABLE `coach_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`team_id` text NOT NULL,
	`cycle_id` text,
	`measure_id` text,
	`line` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "coach_notes_text" CHECK(length(trim("coach_notes"."text")) > 0)
);
--> statement-breakpoint
CREATE INDEX `coach_notes_team` ON `coach_notes` (`team_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `coach_notes_community` ON `coach_notes` (`community_id`);--> statement-breakpoint
CREATE INDEX `coach_notes_cycle` ON `coach_notes` (`cycle_id`);--> statement-breakpoint
CREATE INDEX `coach_notes_measure` ON `coach_notes` (`measure_id`);--> statement-breakpoint
CREATE INDEX `coach_notes_written_by` ON `coach_notes` (`written_by`);--> statement-breakpoint
CREATE TABLE `help_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`ask_id` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`ask_id`) REFERENCES `help_asks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "help_answers_text" CHECK(length(trim("help_answers"."text")) > 0)
);
--> statement-breakpoint
CREATE INDEX `help_answers_ask` ON `help_answers` (`ask_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `help_answers_written_by` ON `help_answers` (`written_by`);--> statement-breakpoint
CREATE TABLE `help_asks` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`team_id` text NOT NULL,
	`cycle_id` text,
	`measure_id` text,
	`words` text NOT NULL,
	`asked_by` text,
	`created_at` text NOT NULL,
	`closed_at` text,
	`closed_by` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "help_asks_words" CHECK(length(trim("help_asks"."words")) > 0)
);
--> statement-breakpoint
CREATE INDEX `help_asks_team` ON `help_asks` (`team_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `help_asks_community` ON `help_asks` (`community_id`);--> statement-breakpoint
CREATE INDEX `help_asks_cycle` ON `help_asks` (`cycle_id`);--> statement-breakpoint
CREATE INDEX `help_asks_measure` ON `help_asks` (`measure_id`);--> statement-breakpoint
CREATE INDEX `help_asks_asked_by` ON `help_asks` (`asked_by`);--> statement-breakpoint
CREATE INDEX `help_asks_closed_by` ON `help_asks` (`closed_by`);--> statement-breakpoint
CREATE TABLE `progress_scores` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`score` real NOT NULL,
	`suggested` real NOT NULL,
	`evidence` text NOT NULL,
	`reason` text NOT NULL,
	`given_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "progress_scores_kind" CHECK("progress_scores"."kind" in ('claimed', 'settled')),
	CONSTRAINT "progress_scores_score" CHECK("progress_scores"."score" between 0.5 and 5 and "progress_scores"."suggested" between 0.5 and 5 and "progress_scores"."score" * 2 = round("progress_scores"."score" * 2)),
	CONSTRAINT "progress_scores_reason" CHECK(length(trim("progress_scores"."reason")) > 0)
);
--> statement-breakpoint
CREATE INDEX `progress_scores_team` ON `progress_scores` (`team_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `progress_scores_community` ON `progress_scores` (`community_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `progress_scores_given_by` ON `progress_scores` (`given_by`);--> statement-breakpoint
CREATE TABLE `review_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`cycle_id` text NOT NULL,
	`field` text NOT NULL,
	`text` text NOT NULL,
	`answer_to` text,
	`written_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_to`) REFERENCES `review_comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "review_comments_text" CHECK(length(trim("review_comments"."text")) > 0)
);
--> statement-breakpoint
CREATE INDEX `review_comments_review` ON `review_comments` (`review_id`);--> statement-breakpoint
CREATE INDEX `review_comments_cycle` ON `review_comments` (`cycle_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `review_comments_answer_to` ON `review_comments` (`answer_to`);--> statement-breakpoint
CREATE INDEX `review_comments_written_by` ON `review_comments` (`written_by`);--> statement-breakpoint
CREATE TABLE `review_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`person_id` text NOT NULL,
	`fields` text NOT NULL,
	`saved_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_drafts_once` ON `review_drafts` (`review_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `review_drafts_person` ON `review_drafts` (`person_id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`team_id` text NOT NULL,
	`cycle_id` text NOT NULL,
	`began_as` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`begun_by` text,
	`created_at` text NOT NULL,
	`taken_back_at` text,
	`taken_back_by` text,
	`outcome` text,
	`reason` text DEFAULT '' NOT NULL,
	`checks` text,
	`decided_by` text,
	`decided_at` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`begun_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_back_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_began_as" CHECK("reviews"."began_as" in ('asked', 'opened')),
	CONSTRAINT "reviews_outcome" CHECK("reviews"."outcome" is null or "reviews"."outcome" in ('approved', 'returned')),
	CONSTRAINT "reviews_decided" CHECK(("reviews"."outcome" is null) = ("reviews"."decided_at" is null)),
	CONSTRAINT "reviews_reason" CHECK("reviews"."outcome" is null or length(trim("reviews"."reason")) > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_open_once` ON `reviews` (`cycle_id`) WHERE decided_at is null and taken_back_at is null;--> statement-breakpoint
CREATE INDEX `reviews_cycle` ON `reviews` (`cycle_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `reviews_team` ON `reviews` (`team_id`,`decided_at`,`created_at`);--> statement-breakpoint
CREATE INDEX `reviews_community` ON `reviews` (`community_id`);--> statement-breakpoint
CREATE INDEX `reviews_begun_by` ON `reviews` (`begun_by`);--> statement-breakpoint
CREATE INDEX `reviews_taken_back_by` ON `reviews` (`taken_back_by`);--> statement-breakpoint
CREATE INDEX `reviews_decided_by` ON `reviews` (`decided_by`);--> statement-breakpoint
CREATE TABLE `snoozes` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`person_id` text NOT NULL,
	`line` text NOT NULL,
	`until_on` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "snoozes_reason" CHECK(length(trim("snoozes"."reason")) > 0)
);
--> statement-breakpoint
CREATE INDEX `snoozes_person` ON `snoozes` (`person_id`,`community_id`,`until_on`);--> statement-breakpoint
CREATE INDEX `snoozes_community` ON `snoozes` (`community_id`);