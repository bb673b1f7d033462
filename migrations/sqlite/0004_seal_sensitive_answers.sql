CREATE TABLE `contact_keys` (
	`contact_id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`key` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `conversations` ADD `sealed` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `sealed` text;--> statement-breakpoint
ALTER TABLE `events` ADD `sealed` text;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `sealed` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `sealed` text;