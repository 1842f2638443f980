CREATE TABLE `mail_choices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`community_id` text NOT NULL,
	`digest` integer DEFAULT true NOT NULL,
	`reminder` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_choices_once` ON `mail_choices` (`person_id`,`community_id`);--> statement-breakpoint
CREATE INDEX `mail_choices_community` ON `mail_choices` (`community_id`);--> statement-breakpoint
CREATE TABLE `mail_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`finished_at` text NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mail_rounds_kind" CHECK("mail_rounds"."kind" in ('digest', 'reminder'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_rounds_once` ON `mail_rounds` (`community_id`,`kind`,`period`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`subject` text NOT NULL,
	`letter` text NOT NULL,
	`things` text DEFAULT '[]' NOT NULL,
	`message_id` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`created_at` text NOT NULL,
	`not_before` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`claimed_by` text,
	`lease_until` text,
	`handed_at` text,
	`sent_at` text,
	`problem` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mails_kind" CHECK("mails"."kind" in ('digest', 'reminder')),
	CONSTRAINT "mails_state" CHECK("mails"."state" in ('waiting', 'sending', 'sent', 'kept', 'failed', 'unsure', 'dropped'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_once` ON `mails` (`person_id`,`community_id`,`kind`,`period`);--> statement-breakpoint
CREATE INDEX `mails_community` ON `mails` (`community_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `mails_to_send` ON `mails` (`state`,`not_before`);