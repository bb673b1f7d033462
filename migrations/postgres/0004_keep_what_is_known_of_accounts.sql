CREATE TABLE "account_states" (
	"workspace" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"token" text COLLATE "C",
	"refresh_token" text COLLATE "C",
	"token_expires_at" bigint,
	"token_source" text COLLATE "C",
	"heard_until" bigint,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "account_states_workspace_account_pk" PRIMARY KEY("workspace","account")
);
