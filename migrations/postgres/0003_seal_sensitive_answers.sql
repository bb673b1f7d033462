CREATE TABLE "contact_keys" (
	"contact_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"workspace" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "sealed" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "sealed" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "sealed" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "sealed" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "sealed" text COLLATE "C";