CREATE TABLE `coupons` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`list` text NOT NULL,
	`code` text NOT NULL,
	`conversation` integer,
	`request_id` text,
	`given_at` integer NOT NULL,
	FOREIGN KEY (`conversation`) REFERENCES `conversations`(`number`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `coupons_by_code` ON `coupons` (`workspace`,`list`,`code`);--> statement-breakpoint
CREATE INDEX `coupons_by_conversation` ON `coupons` (`conversation`,`sequence`);--> statement-breakpoint
ALTER TABLE `requests` ADD `inquiry` text;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `priority` text;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `reference` text;