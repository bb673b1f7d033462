CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"account" text NOT NULL,
	"conversation" bigint NOT NULL,
	"user_id" text,
	"token" text NOT NULL,
	"kind" text NOT NULL,
	"mime_type" text NOT NULL,
	"name" text NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"sent_at" bigint,
	"content" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_conversation_conversations_number_fk" FOREIGN KEY ("conversation") REFERENCES "public"."conversations"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "uploads_by_token" ON "uploads" USING btree ("token");--> statement-breakpoint
CREATE INDEX "uploads_by_conversation" ON "uploads" USING btree ("conversation");--> statement-breakpoint
CREATE INDEX "uploads_unsent" ON "uploads" USING btree ("created_at") WHERE "uploads"."sent_at" is null;