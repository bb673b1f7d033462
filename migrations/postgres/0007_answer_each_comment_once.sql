CREATE TABLE "private_replies" (
	"workspace" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"comment_id" text COLLATE "C" NOT NULL,
	"conversation" bigint NOT NULL,
	"message_id" text COLLATE "C" NOT NULL,
	"commented_at" bigint NOT NULL,
	"deadline" bigint NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"claimed_at" bigint,
	CONSTRAINT "private_replies_account_comment_id_workspace_pk" PRIMARY KEY("account","comment_id","workspace")
);
--> statement-breakpoint
ALTER TABLE "private_replies" ADD CONSTRAINT "private_replies_conversation_conversations_number_fk" FOREIGN KEY ("conversation") REFERENCES "public"."conversations"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "private_replies_by_conversation" ON "private_replies" USING btree ("conversation");--> statement-breakpoint
CREATE INDEX "private_replies_waiting" ON "private_replies" USING btree ("account","workspace","commented_at") WHERE "private_replies"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "private_replies_claimed" ON "private_replies" USING btree ("account","workspace","claimed_at") WHERE "private_replies"."claimed_at" is not null;--> statement-breakpoint
CREATE INDEX "private_replies_by_deadline" ON "private_replies" USING btree ("deadline","state","claimed_at");