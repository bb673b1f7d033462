CREATE TABLE `private_replies` (
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`comment_id` text NOT NULL,
	`conversation` integer NOT NULL,
	`message_id` text NOT NULL,
	`commented_at` integer NOT NULL,
	`deadline` integer NOT NULL,
	`state` text NOT NULL,
	`claimed_at` integer,
	PRIMARY KEY(`account`, `comment_id`, `workspace`),
	FOREIGN KEY (`conversation`) REFERENCES `conversations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `private_replies_by_conversation` ON `private_replies` (`conversation`);--> statement-breakpoint
CREATE INDEX `private_replies_waiting` ON `private_replies` (`account`,`workspace`,`commented_at`) WHERE "private_replies"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX `private_replies_claimed` ON `private_replies` (`account`,`workspace`,`claimed_at`) WHERE "private_replies"."claimed_at" is not null;--> statement-breakpoint
CREATE INDEX `private_replies_by_deadline` ON `private_replies` (`deadline`,`state`,`claimed_at`);