CREATE TABLE `contact_tags` (
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`conversation` integer NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`conversation`, `tag`),
	FOREIGN KEY (`conversation`) REFERENCES `conversations`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_tags_by_tag` ON `contact_tags` (`tag`,`conversation`);--> statement-breakpoint
DROP INDEX `handoffs_open`;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `urgency` integer GENERATED ALWAYS AS (case when closed_at is null then rank * 4398046511104 + coalesce(due_at, 4398046511103) end) VIRTUAL;--> statement-breakpoint
CREATE INDEX `handoffs_open_by_age` ON `handoffs` (`sequence`) WHERE "handoffs"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `handoffs_by_assignment` ON `handoffs` (`assignee_id`,`assigned_at`);--> statement-breakpoint
CREATE INDEX `handoffs_closed` ON `handoffs` (`closed_at`,`sequence`,`workspace`,`team`,`assignee_id`,`account`,`conversation`) WHERE "handoffs"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX `handoffs_open` ON `handoffs` (`urgency`,`sequence`,`workspace`,`team`,`assignee_id`,`taken_by`,`snoozed_until`,`due_at`,`account`,`conversation`) WHERE "handoffs"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `invitations_by_user` ON `invitations` (`user_id`);
--> statement-breakpoint
INSERT INTO contact_tags (workspace, account, conversation, tag)
	SELECT DISTINCT conversations.workspace, conversations.account, conversations.number, tags.value
	FROM conversations, json_each(conversations.state, '$.contact.tags') AS tags;
