CREATE TABLE `merges` (
	`contact_id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`conversation_id` text NOT NULL,
	`conversation` integer NOT NULL,
	`merged_at` integer NOT NULL,
	FOREIGN KEY (`conversation`) REFERENCES `conversations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `merges_by_conversation` ON `merges` (`conversation`);--> statement-breakpoint
CREATE INDEX `merges_by_conversation_id` ON `merges` (`conversation_id`);