CREATE TABLE "uploads" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"workspace" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"conversation" bigint NOT NULL,
	"user_id" text COLLATE "C",
	"token" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"mime_type" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"sent_at" bigint,
	"content" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_conversation_conversations_number_fk" FOREIGN KEY ("conversation") REFERENCES "public"."conversations"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "uploads_by_token" ON "uploads" USING btree ("token");--> statement-breakpoint
CREATE INDEX "uploads_by_conversation" ON "uploads" USING btree ("conversation");--> statement-breakpoint
CREATE INDEX "uploads_unsent" ON "uploads" USING btree ("created_at") WHERE "uploads"."sent_at" is null;