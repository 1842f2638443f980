CREATE TABLE `communities` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`time_zone` text DEFAULT 'America/New_York' NOT NULL,
	`school_year_first_month` integer DEFAULT 7 NOT NULL,
	`holidays` text DEFAULT '[]' NOT NULL,
	`rule_set` text DEFAULT 'anhoej' NOT NULL,
	`masking_threshold` integer DEFAULT 10 NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL,
	CONSTRAINT "communities_rule_set" CHECK("communities"."rule_set" in ('anhoej', 'ihi', 'nhs')),
	CONSTRAINT "communities_month" CHECK("communities"."school_year_first_month" between 1 and 12),
	CONSTRAINT "communities_threshold" CHECK("communities"."masking_threshold" between 0 and 100)
) STRICT;
--> statement-breakpoint
CREATE TABLE `networks` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`demo_removed_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `partners` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`name` text NOT NULL,
	`sector` text NOT NULL,
	`created_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "partners_sector" CHECK("partners"."sector" in ('education', 'nonprofit', 'business', 'government', 'philanthropy', 'health', 'higher education', 'faith', 'families'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `partners_community` ON `partners` (`community_id`,`name`);
--> statement-breakpoint
CREATE TABLE `cycle_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`next_step` text DEFAULT '' NOT NULL,
	`decided_on` text NOT NULL,
	`decided_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cycle_decisions_decision" CHECK("cycle_decisions"."decision" in ('adopt', 'adapt', 'expand', 'abandon', 'implement', 'inconclusive')),
	CONSTRAINT "cycle_decisions_reason" CHECK(length(trim("cycle_decisions"."reason")) > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `cycle_decisions_cycle` ON `cycle_decisions` (`cycle_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `cycle_decisions_decided_by` ON `cycle_decisions` (`decided_by`);
--> statement-breakpoint
CREATE TABLE `cycle_predictions` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`expected` real NOT NULL,
	`low` real NOT NULL,
	`high` real NOT NULL,
	`check_on` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cycle_predictions_range" CHECK("cycle_predictions"."low" <= "cycle_predictions"."expected" and "cycle_predictions"."expected" <= "cycle_predictions"."high")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cycle_predictions_once` ON `cycle_predictions` (`cycle_id`,`measure_id`);
--> statement-breakpoint
CREATE INDEX `cycle_predictions_measure` ON `cycle_predictions` (`measure_id`);
--> statement-breakpoint
CREATE TABLE `cycle_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`position` integer NOT NULL,
	`question` text NOT NULL,
	`prediction` text DEFAULT '' NOT NULL,
	`chance_percent` real,
	`what_happened` text DEFAULT '' NOT NULL,
	`came_true` text,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cycle_questions_chance" CHECK("cycle_questions"."chance_percent" is null or "cycle_questions"."chance_percent" between 0 and 100),
	CONSTRAINT "cycle_questions_true" CHECK("cycle_questions"."came_true" is null or "cycle_questions"."came_true" in ('yes', 'partly', 'no'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cycle_questions_order` ON `cycle_questions` (`cycle_id`,`position`);
--> statement-breakpoint
CREATE TABLE `cycle_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`position` integer NOT NULL,
	`who` text DEFAULT '' NOT NULL,
	`what` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`due_on` text,
	`done_at` text,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cycle_tasks_order` ON `cycle_tasks` (`cycle_id`,`position`);
--> statement-breakpoint
CREATE TABLE `cycles` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`team_id` text NOT NULL,
	`idea_id` text NOT NULL,
	`number` integer NOT NULL,
	`previous_id` text,
	`led_by` text,
	`created_by` text,
	`created_at` text NOT NULL,
	`archived_at` text,
	`objective` text DEFAULT '' NOT NULL,
	`kind` text DEFAULT 'test' NOT NULL,
	`scale` text,
	`people` integer,
	`sites` integer,
	`focus_group` text DEFAULT '' NOT NULL,
	`data_plan` text DEFAULT '' NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`do_started_on` text,
	`do_ended_on` text,
	`ran_as_planned` text,
	`what_differed` text DEFAULT '' NOT NULL,
	`observations` text DEFAULT '' NOT NULL,
	`surprises` text DEFAULT '' NOT NULL,
	`learned` text DEFAULT '' NOT NULL,
	`studied_at` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`idea_id`) REFERENCES `change_ideas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`previous_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`led_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cycles_kind" CHECK("cycles"."kind" in ('learn', 'test', 'implement')),
	CONSTRAINT "cycles_scale" CHECK("cycles"."scale" is null or "cycles"."scale" in ('one', 'few', 'site', 'sites', 'everyone')),
	CONSTRAINT "cycles_ran" CHECK("cycles"."ran_as_planned" is null or "cycles"."ran_as_planned" in ('yes', 'partly', 'no')),
	CONSTRAINT "cycles_planned_dates" CHECK("cycles"."ends_on" is null or "cycles"."ends_on" >= "cycles"."starts_on"),
	CONSTRAINT "cycles_do_dates" CHECK("cycles"."do_ended_on" is null or ("cycles"."do_started_on" is not null and "cycles"."do_ended_on" >= "cycles"."do_started_on")),
	CONSTRAINT "cycles_counts" CHECK(("cycles"."people" is null or "cycles"."people" >= 0) and ("cycles"."sites" is null or "cycles"."sites" >= 0))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cycles_team_number` ON `cycles` (`team_id`,`number`);
--> statement-breakpoint
CREATE INDEX `cycles_community` ON `cycles` (`community_id`,`archived_at`,`starts_on`);
--> statement-breakpoint
CREATE INDEX `cycles_idea` ON `cycles` (`idea_id`,`number`);
--> statement-breakpoint
CREATE INDEX `cycles_previous` ON `cycles` (`previous_id`);
--> statement-breakpoint
CREATE INDEX `cycles_led_by` ON `cycles` (`led_by`);
--> statement-breakpoint
CREATE INDEX `cycles_created_by` ON `cycles` (`created_by`);
--> statement-breakpoint
CREATE TABLE `history` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`person_id` text,
	`at` text NOT NULL,
	`deed` text NOT NULL,
	`team_id` text,
	`cycle_id` text,
	`thing` text DEFAULT '' NOT NULL,
	`thing_id` text DEFAULT '' NOT NULL,
	`detail` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `history_community` ON `history` (`community_id`,`at`);
--> statement-breakpoint
CREATE INDEX `history_team` ON `history` (`team_id`,`at`);
--> statement-breakpoint
CREATE INDEX `history_cycle` ON `history` (`cycle_id`,`at`);
--> statement-breakpoint
CREATE INDEX `history_thing` ON `history` (`thing_id`,`at`);
--> statement-breakpoint
CREATE INDEX `history_person` ON `history` (`person_id`);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`for_kind` text NOT NULL,
	`for_id` text NOT NULL,
	`file_name` text NOT NULL,
	`contents` blob,
	`content_hash` text NOT NULL,
	`brought_by` text,
	`created_at` text NOT NULL,
	`saved_at` text,
	`result` text,
	`mapping` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`brought_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `imports_for` ON `imports` (`for_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `imports_community` ON `imports` (`community_id`);
--> statement-breakpoint
CREATE INDEX `imports_brought_by` ON `imports` (`brought_by`);
--> statement-breakpoint
CREATE TABLE `dimensions` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `dimensions_name` ON `dimensions` (`community_id`,`name`);
--> statement-breakpoint
CREATE INDEX `dimensions_order` ON `dimensions` (`community_id`,`position`);
--> statement-breakpoint
CREATE TABLE `indicators` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`outcome_id` text NOT NULL,
	`name` text NOT NULL,
	`definition` text DEFAULT '' NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`unit` text NOT NULL,
	`rate_per` real DEFAULT 1 NOT NULL,
	`direction` text NOT NULL,
	`period_kind` text NOT NULL,
	`is_core` integer DEFAULT true NOT NULL,
	`baseline_period` text,
	`target` real,
	`target_period` text,
	`minimum_movement` real DEFAULT 0 NOT NULL,
	`owner_id` text,
	`created_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outcome_id`) REFERENCES `outcomes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "indicators_unit" CHECK("indicators"."unit" in ('percent', 'rate', 'count', 'mean', 'money')),
	CONSTRAINT "indicators_direction" CHECK("indicators"."direction" in ('higher', 'lower', 'neither')),
	CONSTRAINT "indicators_period_kind" CHECK("indicators"."period_kind" in ('school year', 'year')),
	CONSTRAINT "indicators_movement" CHECK("indicators"."minimum_movement" >= 0 and "indicators"."rate_per" > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `indicators_community` ON `indicators` (`community_id`,`archived_at`,`outcome_id`,`name`);
--> statement-breakpoint
CREATE INDEX `indicators_outcome` ON `indicators` (`outcome_id`);
--> statement-breakpoint
CREATE INDEX `indicators_owner` ON `indicators` (`owner_id`);
--> statement-breakpoint
CREATE TABLE `observations` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`period` text NOT NULL,
	`period_start` text NOT NULL,
	`subgroup_id` text,
	`numerator` real,
	`denominator` real,
	`value` real,
	`margin_of_error` real,
	`is_suppressed` integer DEFAULT false NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`import_id` text,
	`entered_by` text,
	`entered_at` text NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subgroup_id`) REFERENCES `subgroups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "observations_counts" CHECK("observations"."denominator" is null or "observations"."denominator" >= 0),
	CONSTRAINT "observations_suppressed" CHECK("observations"."is_suppressed" = 0 or ("observations"."numerator" is null and "observations"."value" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `observations_once_a_subgroup` ON `observations` (`indicator_id`,`subgroup_id`,`period`);
--> statement-breakpoint
CREATE UNIQUE INDEX `observations_once_for_everyone` ON `observations` (`indicator_id`,`period`) WHERE "observations"."subgroup_id" is null;
--> statement-breakpoint
CREATE INDEX `observations_series` ON `observations` (`indicator_id`,`period_start`);
--> statement-breakpoint
CREATE INDEX `observations_subgroup` ON `observations` (`subgroup_id`);
--> statement-breakpoint
CREATE INDEX `observations_import` ON `observations` (`import_id`);
--> statement-breakpoint
CREATE INDEX `observations_entered_by` ON `observations` (`entered_by`);
--> statement-breakpoint
CREATE TABLE `outcomes` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outcomes_order` ON `outcomes` (`community_id`,`position`);
--> statement-breakpoint
CREATE UNIQUE INDEX `outcomes_name` ON `outcomes` (`community_id`,`name`);
--> statement-breakpoint
CREATE TABLE `reference_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`dimension_id` text NOT NULL,
	`subgroup_id` text NOT NULL,
	`chosen_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dimension_id`) REFERENCES `dimensions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subgroup_id`) REFERENCES `subgroups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chosen_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reference_groups_once` ON `reference_groups` (`indicator_id`,`dimension_id`);
--> statement-breakpoint
CREATE INDEX `reference_groups_dimension` ON `reference_groups` (`dimension_id`);
--> statement-breakpoint
CREATE INDEX `reference_groups_subgroup` ON `reference_groups` (`subgroup_id`);
--> statement-breakpoint
CREATE INDEX `reference_groups_chosen_by` ON `reference_groups` (`chosen_by`);
--> statement-breakpoint
CREATE TABLE `subgroups` (
	`id` text PRIMARY KEY NOT NULL,
	`dimension_id` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`dimension_id`) REFERENCES `dimensions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `subgroups_name` ON `subgroups` (`dimension_id`,`name`);
--> statement-breakpoint
CREATE TABLE `indicator_links` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`sign` text NOT NULL,
	`lag` integer DEFAULT 0 NOT NULL,
	`created_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "indicator_links_sign" CHECK("indicator_links"."sign" in ('same', 'opposite')),
	CONSTRAINT "indicator_links_lag" CHECK("indicator_links"."lag" between 0 and 10)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_links_once` ON `indicator_links` (`measure_id`,`indicator_id`);
--> statement-breakpoint
CREATE INDEX `indicator_links_indicator` ON `indicator_links` (`indicator_id`);
--> statement-breakpoint
CREATE INDEX `indicator_links_created_by` ON `indicator_links` (`created_by`);
--> statement-breakpoint
CREATE TABLE `measure_points` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`period_start` text NOT NULL,
	`stratum` text DEFAULT '' NOT NULL,
	`numerator` real,
	`denominator` real,
	`value` real,
	`note` text DEFAULT '' NOT NULL,
	`entered_by` text,
	`entered_at` text NOT NULL,
	`ghosted_at` text,
	`ghost_reason` text,
	`ghosted_by` text,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ghosted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measure_points_denominator" CHECK("measure_points"."denominator" is null or "measure_points"."denominator" >= 0),
	CONSTRAINT "measure_points_some_number" CHECK("measure_points"."value" is not null or ("measure_points"."numerator" is not null and "measure_points"."denominator" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `measure_points_once` ON `measure_points` (`measure_id`,`stratum`,`period_start`);
--> statement-breakpoint
CREATE INDEX `measure_points_entered_by` ON `measure_points` (`entered_by`);
--> statement-breakpoint
CREATE INDEX `measure_points_ghosted_by` ON `measure_points` (`ghosted_by`);
--> statement-breakpoint
CREATE TABLE `measures` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`team_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`kind` text NOT NULL,
	`direction` text NOT NULL,
	`frequency` text NOT NULL,
	`definition` text DEFAULT '' NOT NULL,
	`numerator_words` text DEFAULT '' NOT NULL,
	`denominator_words` text DEFAULT '' NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`rate_per` real DEFAULT 1 NOT NULL,
	`goal` real,
	`goal_by` text,
	`source` text DEFAULT '' NOT NULL,
	`collector` text DEFAULT '' NOT NULL,
	`due_lag_days` integer DEFAULT 7 NOT NULL,
	`rule_set` text,
	`created_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measures_type" CHECK("measures"."type" in ('outcome', 'process', 'balancing')),
	CONSTRAINT "measures_kind" CHECK("measures"."kind" in ('proportion', 'count', 'rate', 'mean', 'time between')),
	CONSTRAINT "measures_direction" CHECK("measures"."direction" in ('higher', 'lower', 'neither')),
	CONSTRAINT "measures_frequency" CHECK("measures"."frequency" in ('daily', 'weekly', 'monthly', 'quarterly', 'yearly')),
	CONSTRAINT "measures_rate_per" CHECK("measures"."rate_per" > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `measures_team` ON `measures` (`team_id`,`archived_at`,`created_at`);
--> statement-breakpoint
CREATE INDEX `measures_community` ON `measures` (`community_id`);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`community_id` text NOT NULL,
	`role` text NOT NULL,
	`partner_id` text,
	`created_at` text NOT NULL,
	`pending_since` text,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "memberships_role" CHECK("memberships"."role" in ('member', 'coach', 'leader', 'admin'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_person_community` ON `memberships` (`person_id`,`community_id`);
--> statement-breakpoint
CREATE INDEX `memberships_community` ON `memberships` (`community_id`,`role`);
--> statement-breakpoint
CREATE INDEX `memberships_partner` ON `memberships` (`partner_id`);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`theme` text DEFAULT 'device' NOT NULL,
	`is_network_admin` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL,
	CONSTRAINT "people_theme" CHECK("people"."theme" in ('device', 'light', 'dark')),
	CONSTRAINT "people_email_lower" CHECK("people"."email" = lower("people"."email"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`community_id` text,
	`device` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_hash` ON `sessions` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`,`last_seen_at`);
--> statement-breakpoint
CREATE INDEX `sessions_community` ON `sessions` (`community_id`);
--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`made_by` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sign_in_links_purpose" CHECK("sign_in_links"."purpose" in ('welcome', 'reset'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_links_token_hash` ON `sign_in_links` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `sign_in_links_person` ON `sign_in_links` (`person_id`);
--> statement-breakpoint
CREATE INDEX `sign_in_links_made_by` ON `sign_in_links` (`made_by`);
--> statement-breakpoint
CREATE TABLE `practices` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`steps` text DEFAULT '' NOT NULL,
	`for_whom` text DEFAULT '' NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`owner_id` text,
	`created_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `practices_community` ON `practices` (`community_id`,`archived_at`,`name`);
--> statement-breakpoint
CREATE INDEX `practices_owner` ON `practices` (`owner_id`);
--> statement-breakpoint
CREATE TABLE `sent_forms` (
	`key` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`led_to` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sent_forms_person` ON `sent_forms` (`person_id`);
--> statement-breakpoint
CREATE INDEX `sent_forms_created_at` ON `sent_forms` (`created_at`);
--> statement-breakpoint
CREATE TABLE `team_people` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`person_id` text NOT NULL,
	`part` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "team_people_part" CHECK("team_people"."part" in ('member', 'coach'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `team_people_once` ON `team_people` (`team_id`,`person_id`,`part`);
--> statement-breakpoint
CREATE INDEX `team_people_person` ON `team_people` (`person_id`);
--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`name` text NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`aim_what` text DEFAULT '' NOT NULL,
	`aim_for_whom` text DEFAULT '' NOT NULL,
	`aim_from` real,
	`aim_to` real,
	`aim_unit` text DEFAULT '%' NOT NULL,
	`aim_by` text,
	`home_partner_id` text,
	`created_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`home_partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `teams_community` ON `teams` (`community_id`,`archived_at`,`name`);
--> statement-breakpoint
CREATE INDEX `teams_home_partner` ON `teams` (`home_partner_id`);
--> statement-breakpoint
CREATE TABLE `change_ideas` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`team_id` text NOT NULL,
	`practice_id` text,
	`name` text NOT NULL,
	`adaptation` text DEFAULT '' NOT NULL,
	`created_by` text,
	`created_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`practice_id`) REFERENCES `practices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `change_ideas_team` ON `change_ideas` (`team_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `change_ideas_practice` ON `change_ideas` (`practice_id`);
--> statement-breakpoint
CREATE INDEX `change_ideas_community` ON `change_ideas` (`community_id`);
--> statement-breakpoint
CREATE INDEX `change_ideas_created_by` ON `change_ideas` (`created_by`);
--> statement-breakpoint
CREATE TRIGGER `history_is_never_changed` BEFORE UPDATE ON `history`
BEGIN
	SELECT RAISE(ABORT, 'history is never changed');
END;
--> statement-breakpoint
-- Only a demo community may take its history with it when it is removed.
CREATE TRIGGER `history_is_never_deleted` BEFORE DELETE ON `history`
WHEN (SELECT `is_demo` FROM `communities` WHERE `id` = OLD.`community_id`) = 0
BEGIN
	SELECT RAISE(ABORT, 'history is never deleted');
END;
