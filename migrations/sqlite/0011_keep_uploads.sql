CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`conversation` integer NOT NULL,
	`user_id` text,
	`token` text NOT NULL,
	`kind` text NOT NULL,
	`mime_type` text NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`content` text NOT NULL,
	FOREIGN KEY (`conversation`) REFERENCES `conversations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `uploads_by_token` ON `uploads` (`token`);--> statement-breakpoint
CREATE INDEX `uploads_by_conversation` ON `uploads` (`conversation`);--> statement-breakpoint
CREATE INDEX `uploads_unsent` ON `uploads` (`created_at`) WHERE "uploads"."sent_at" is null;