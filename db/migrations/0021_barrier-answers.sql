ALTER TABLE `events` ADD `answer` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `answered_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `events` ADD `answered_on` text;--> statement-breakpoint
CREATE INDEX `events_answered_by` ON `events` (`answered_by`);