CREATE TABLE `notes` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`conversation` integer NOT NULL,
	`event_id` text NOT NULL,
	`author_id` text,
	`author` text NOT NULL,
	`text` text NOT NULL,
	`mentions` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`conversation`) REFERENCES `conversations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notes_by_id` ON `notes` (`id`);--> statement-breakpoint
CREATE INDEX `notes_by_conversation` ON `notes` (`conversation`,`sequence`);--> statement-breakpoint
CREATE TABLE `saved_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`workspace` text,
	`shortcut` text NOT NULL,
	`text` text NOT NULL,
	`is_shared` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_replies_by_shortcut` ON `saved_replies` (`owner_id`,`shortcut`,`workspace`);--> statement-breakpoint
CREATE INDEX `saved_replies_shared` ON `saved_replies` (`is_shared`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`is_shared` integer NOT NULL,
	`view` text NOT NULL,
	`sort` text NOT NULL,
	`filters` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_views_by_owner` ON `saved_views` (`owner_id`);--> statement-breakpoint
CREATE INDEX `saved_views_shared` ON `saved_views` (`is_shared`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`kind` text NOT NULL,
	`email` text,
	`name` text,
	`role` text NOT NULL,
	`workspaces` text,
	`teams` text NOT NULL,
	`capacity` integer NOT NULL,
	`user_id` text,
	`invited_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_by_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`user_id` text NOT NULL,
	`standing` text NOT NULL,
	`user_agent` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_by_secret` ON `sessions` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`workspaces` text,
	`teams` text NOT NULL,
	`capacity` integer NOT NULL,
	`password_hash` text NOT NULL,
	`second_factor` text,
	`next_second_factor` text,
	`last_code_step` integer,
	`recovery_codes` text,
	`availability` text NOT NULL,
	`language` text,
	`time_zone` text,
	`is_disabled` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_by_email` ON `users` (`email`);--> statement-breakpoint
ALTER TABLE `handoffs` ADD `rank` integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `resolve_left` integer;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `waits_for` text DEFAULT 'team' NOT NULL;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `waiting_since` integer;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `assignee_id` text;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `assignee` text;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `assigned_at` integer;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `snoozed_until` integer;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `closed_by` text;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `rating` integer;--> statement-breakpoint
CREATE INDEX `handoffs_open` ON `handoffs` (`rank`,`due_at`,`sequence`) WHERE "handoffs"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `handoffs_of_assignee` ON `handoffs` (`assignee_id`,`sequence`) WHERE "handoffs"."closed_at" is null;--> statement-breakpoint
UPDATE handoffs SET rank = CASE priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'low' THEN 3 ELSE 2 END,
	due_at = CASE WHEN first_reply_at IS NULL AND first_reply_due_at IS NOT NULL THEN first_reply_due_at ELSE resolve_due_at END
WHERE closed_at IS NULL;
