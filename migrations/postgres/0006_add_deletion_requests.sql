CREATE TABLE "deletion_requests" (
	"code" text PRIMARY KEY NOT NULL,
	"workspace" text,
	"user_id" text,
	"requested_at" bigint NOT NULL,
	"contacts" integer NOT NULL,
	"done_at" bigint
);
--> statement-breakpoint
CREATE INDEX "deletion_requests_by_done" ON "deletion_requests" USING btree ("done_at","requested_at");