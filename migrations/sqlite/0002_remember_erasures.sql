CREATE TABLE `erasures` (
	`contact_id` text PRIMARY KEY NOT NULL,
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`erased_at` integer NOT NULL
);
