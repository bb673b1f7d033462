CREATE TABLE `deletion_requests` (
	`code` text PRIMARY KEY NOT NULL,
	`workspace` text,
	`user_id` text,
	`requested_at` integer NOT NULL,
	`contacts` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `deletion_requests_by_done` ON `deletion_requests` (`done_at`,`requested_at`);