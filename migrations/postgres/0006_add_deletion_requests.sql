CREATE TABLE "deletion_requests" (
	"code" text COLLATE "C" PRIMARY KEY NOT NULL,
	"workspace" text COLLATE "C",
	"user_id" text COLLATE "C",
	"requested_at" bigint NOT NULL,
	"contacts" integer NOT NULL,
	"done_at" bigint
);
--> statement-breakpoint
CREATE INDEX "deletion_requests_by_done" ON "deletion_requests" USING btree ("done_at","requested_at");