CREATE TABLE "contact_tags" (
	"workspace" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"conversation" bigint NOT NULL,
	"tag" text COLLATE "C" NOT NULL,
	CONSTRAINT "contact_tags_conversation_tag_pk" PRIMARY KEY("conversation","tag")
);
--> statement-breakpoint
DROP INDEX "handoffs_open";--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "urgency" bigint GENERATED ALWAYS AS (case when closed_at is null then rank * 4398046511104 + coalesce(due_at, 4398046511103) end) STORED;--> statement-breakpoint
ALTER TABLE "contact_tags" ADD CONSTRAINT "contact_tags_conversation_conversations_number_fk" FOREIGN KEY ("conversation") REFERENCES "public"."conversations"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_tags_by_tag" ON "contact_tags" USING btree ("tag","conversation");--> statement-breakpoint
CREATE INDEX "handoffs_open_by_age" ON "handoffs" USING btree ("sequence") WHERE "handoffs"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "handoffs_by_assignment" ON "handoffs" USING btree ("assignee_id","assigned_at");--> statement-breakpoint
CREATE INDEX "handoffs_closed" ON "handoffs" USING btree ("closed_at","sequence","workspace","team","assignee_id","account","conversation") WHERE "handoffs"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX "invitations_by_user" ON "invitations" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "handoffs_open" ON "handoffs" USING btree ("urgency","sequence","workspace","team","assignee_id","taken_by","snoozed_until","due_at","account","conversation") WHERE "handoffs"."closed_at" is null;
--> statement-breakpoint
INSERT INTO contact_tags (workspace, account, conversation, tag)
	SELECT DISTINCT workspace, account, number, tags.tag
	FROM conversations, jsonb_array_elements_text(state #> '{contact,tags}') AS tags (tag);
