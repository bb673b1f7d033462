CREATE TABLE `account_states` (
	`workspace` text NOT NULL,
	`account` text NOT NULL,
	`token` text,
	`refresh_token` text,
	`token_expires_at` integer,
	`token_source` text,
	`heard_until` integer,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace`, `account`)
);
