ALTER TABLE `indicators` ADD `every_years` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `indicators` ADD `revisions` text DEFAULT '[]' NOT NULL;