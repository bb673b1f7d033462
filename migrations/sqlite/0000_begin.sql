CREATE TABLE `ledger` (
	`contact_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`change` text NOT NULL,
	`purpose` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`event_id` text NOT NULL,
	`notice_hash` text,
	`actor` text NOT NULL,
	`flow` text,
	`commitment` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`contact_id`, `sequence`)
);
--> statement-breakpoint
CREATE TABLE `ledger_words` (
	`contact_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`salt` text NOT NULL,
	`words` text NOT NULL,
	`platform_message_id` text,
	PRIMARY KEY(`contact_id`, `sequence`)
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`hash` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `suppressions` (
	`hash` text PRIMARY KEY NOT NULL,
	`stopped_occurred_at` integer NOT NULL,
	`stopped_received_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `aliases` (
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`platform_id` text NOT NULL,
	`conversation` integer NOT NULL,
	PRIMARY KEY(`account`, `platform_id`, `workspace`),
	FOREIGN KEY (`conversation`) REFERENCES `conversations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `aliases_by_conversation` ON `aliases` (`conversation`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`contact_id` text NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`channel` text NOT NULL,
	`platform_id` text NOT NULL,
	`state` text NOT NULL,
	`pins` text,
	`waiting_events` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_by_id` ON `conversations` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_by_contact` ON `conversations` (`contact_id`);--> statement-breakpoint
CREATE INDEX `conversations_by_account` ON `conversations` (`account`,`number`);--> statement-breakpoint
CREATE INDEX `conversations_by_pins` ON `conversations` (`workspace`,`pins`) WHERE "conversations"."pins" is not null;--> statement-breakpoint
CREATE TABLE `requests` (
	`conversation` integer PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`request_id` text NOT NULL,
	`kind` text NOT NULL,
	`times_out_at` integer NOT NULL,
	FOREIGN KEY (`conversation`) REFERENCES `conversations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `events` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`conversation` integer NOT NULL,
	`kind` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`disposition` text NOT NULL,
	`changed_consent` integer NOT NULL,
	`payload` text,
	`trace` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_by_id` ON `events` (`id`);--> statement-breakpoint
CREATE INDEX `events_by_conversation` ON `events` (`conversation`,`sequence`);--> statement-breakpoint
CREATE INDEX `events_deferred` ON `events` (`conversation`,`sequence`) WHERE "events"."disposition" = 'deferred';--> statement-breakpoint
CREATE INDEX `events_prunable` ON `events` (`received_at`) WHERE "events"."changed_consent" = 0 or "events"."payload" is not null;--> statement-breakpoint
CREATE TABLE `flows` (
	`workspace` text NOT NULL,
	`name` text NOT NULL,
	`version` text NOT NULL,
	`definition` text NOT NULL,
	`leads_to` text NOT NULL,
	PRIMARY KEY(`workspace`, `name`, `version`)
);
--> statement-breakpoint
CREATE TABLE `handoffs` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`conversation` integer NOT NULL,
	`team` text,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`state` text NOT NULL,
	`taken_by` text,
	`opened_at` integer NOT NULL,
	`first_reply_at` integer,
	`closed_at` integer,
	`first_reply_due_at` integer,
	`resolve_due_at` integer,
	FOREIGN KEY (`conversation`) REFERENCES `conversations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `handoffs_by_id` ON `handoffs` (`id`);--> statement-breakpoint
CREATE INDEX `handoffs_by_conversation` ON `handoffs` (`conversation`,`sequence`);--> statement-breakpoint
CREATE INDEX `handoffs_by_state` ON `handoffs` (`state`,`sequence`);--> statement-breakpoint
CREATE INDEX `handoffs_by_team` ON `handoffs` (`team`,`sequence`);--> statement-breakpoint
CREATE INDEX `handoffs_by_state_and_team` ON `handoffs` (`state`,`team`,`sequence`);--> statement-breakpoint
CREATE TABLE `clicks` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`conversation` integer NOT NULL,
	`code` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`conversation`) REFERENCES `conversations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clicks_by_conversation` ON `clicks` (`conversation`,`sequence`);--> statement-breakpoint
CREATE TABLE `links` (
	`code` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`conversation` integer NOT NULL,
	`message_id` text NOT NULL,
	`target` text NOT NULL,
	FOREIGN KEY (`conversation`) REFERENCES `conversations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `links_by_conversation` ON `links` (`conversation`);--> statement-breakpoint
CREATE TABLE `messages` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`conversation` integer NOT NULL,
	`direction` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	`event_id` text NOT NULL,
	`platform_message_id` text,
	`from` text,
	`via` text,
	`state` text,
	`state_at` integer,
	`refusal` text,
	`explanation` text,
	`speaker` text,
	`basis` text,
	`is_bots` integer,
	`epoch` integer,
	`attempts` integer,
	`due_at` integer,
	`claimed_at` integer,
	`token` text,
	`outbox_of` integer GENERATED ALWAYS AS (case when state in ('queued', 'sending', 'unknown') then conversation end) VIRTUAL,
	FOREIGN KEY (`conversation`) REFERENCES `conversations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `messages_by_conversation` ON `messages` (`conversation`,`sequence`);--> statement-breakpoint
CREATE INDEX `messages_by_platform_id` ON `messages` (`conversation`,`platform_message_id`) WHERE "messages"."direction" = 'out' and "messages"."platform_message_id" is not null;--> statement-breakpoint
CREATE INDEX `messages_in_outbox` ON `messages` (`outbox_of`,`sequence`,`state`) WHERE "messages"."outbox_of" is not null;--> statement-breakpoint
CREATE INDEX `messages_unread` ON `messages` (`conversation`,`claimed_at`) WHERE "messages"."state" in ('sent', 'delivered');--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outcomes` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`conversation` integer NOT NULL,
	`name` text NOT NULL,
	`at` integer NOT NULL,
	`source` text NOT NULL,
	`run_id` text,
	`value` real,
	`currency` text,
	FOREIGN KEY (`conversation`) REFERENCES `conversations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outcomes_by_id` ON `outcomes` (`id`);--> statement-breakpoint
CREATE INDEX `outcomes_by_conversation` ON `outcomes` (`conversation`,`sequence`);--> statement-breakpoint
CREATE INDEX `outcomes_by_name` ON `outcomes` (`name`,`sequence`);--> statement-breakpoint
CREATE TABLE `timers` (
	`conversation` integer NOT NULL,
	`id` text NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`due_at` integer NOT NULL,
	PRIMARY KEY(`conversation`, `id`),
	FOREIGN KEY (`conversation`) REFERENCES `conversations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `timers_by_due_time` ON `timers` (`due_at`);