CREATE TABLE "merges" (
	"contact_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"workspace" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"conversation_id" text COLLATE "C" NOT NULL,
	"conversation" bigint NOT NULL,
	"merged_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_conversation_conversations_number_fk" FOREIGN KEY ("conversation") REFERENCES "public"."conversations"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "merges_by_conversation" ON "merges" USING btree ("conversation");--> statement-breakpoint
CREATE INDEX "merges_by_conversation_id" ON "merges" USING btree ("conversation_id");