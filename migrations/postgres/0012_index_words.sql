-- Folds a text into words as `wordsOf` does, so that case, accents and forms of letters do not matter. Words stand apart by
-- code points, whatever the database's locale; small letters are ICU's where it is there.
DO $do$
DECLARE
  letters text := CASE WHEN EXISTS (SELECT 1 FROM pg_collation WHERE collname = 'und-x-icu') THEN ' COLLATE "und-x-icu"' ELSE '' END;
BEGIN
  EXECUTE $create$
    CREATE FUNCTION "heyword_words"("said" text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $function$
      SELECT array_to_tsvector(coalesce(array_agg(DISTINCT left("word", 64) COLLATE "C"), '{}')) FROM (
        SELECT regexp_split_to_table(
          -- Most of what is said is plain ASCII, which is quickly folded.
          CASE WHEN octet_length("said") = char_length("said") THEN lower(left("said", 20000)) ELSE
          regexp_replace(
            replace(replace(lower(normalize(regexp_replace(normalize(left("said", 20000), NFKD),
              '[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]', '', 'g'), NFKC)$create$ || letters || $create$), 'ς', 'σ'), 'ß', 'ss'),
            '([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])', ' \1 ', 'g')
          END,
          '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u060c\u061b\u061f\u06d4\u0964\u0965\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f\ue000-\uf8ff\ufe00-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufff0-\uffff\U0001f000-\U0001faff]+'
        ) AS "word"
      ) AS "split" WHERE "word" <> ''
    $function$
  $create$;
END
$do$;
--> statement-breakpoint
-- Where words are found: of messages by `messages.sequence`, of notes by `notes.sequence`, of contacts by `conversations.number`.
CREATE TABLE "message_words" ("sequence" bigint PRIMARY KEY NOT NULL, "words" tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX "message_words_by_word" ON "message_words" USING gin ("words");
--> statement-breakpoint
CREATE TABLE "note_words" ("sequence" bigint PRIMARY KEY NOT NULL, "words" tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX "note_words_by_word" ON "note_words" USING gin ("words");
--> statement-breakpoint
CREATE TABLE "contact_words" ("conversation" bigint PRIMARY KEY NOT NULL, "words" tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX "contact_words_by_word" ON "contact_words" USING gin ("words");
--> statement-breakpoint
-- What was said in confidence has its words in its seal alone, and is not looked at.
CREATE FUNCTION "index_added_messages"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO "message_words" SELECT "sequence", "heyword_words"("body" ->> 'text') FROM "added"
    WHERE "sealed" IS NULL AND "body" ->> 'text' <> '';
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "messages_index_added" AFTER INSERT ON "messages"
REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "index_added_messages"();
--> statement-breakpoint
CREATE FUNCTION "index_changed_message"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM "message_words" WHERE "sequence" = NEW."sequence";
  IF NEW."sealed" IS NULL AND NEW."body" ->> 'text' <> '' THEN
    INSERT INTO "message_words" VALUES (NEW."sequence", "heyword_words"(NEW."body" ->> 'text'));
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "messages_index_changed" AFTER UPDATE OF "body", "sealed" ON "messages"
FOR EACH ROW EXECUTE FUNCTION "index_changed_message"();
--> statement-breakpoint
CREATE FUNCTION "index_removed_messages"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM "message_words" WHERE "sequence" = ANY (ARRAY (SELECT "sequence" FROM "removed"));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "messages_index_removed" AFTER DELETE ON "messages"
REFERENCING OLD TABLE AS "removed" FOR EACH STATEMENT EXECUTE FUNCTION "index_removed_messages"();
--> statement-breakpoint
CREATE FUNCTION "index_note"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "note_words" WHERE "sequence" = OLD."sequence";
  ELSE
    INSERT INTO "note_words" VALUES (NEW."sequence", "heyword_words"(NEW."text"))
      ON CONFLICT ("sequence") DO UPDATE SET "words" = excluded."words";
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "notes_index" AFTER INSERT OR DELETE OR UPDATE OF "text" ON "notes"
FOR EACH ROW EXECUTE FUNCTION "index_note"();
--> statement-breakpoint
-- By what a contact is found: the name that the platform tells, what it calls them, and their tags.
CREATE FUNCTION "index_contact"("whose" bigint) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO "contact_words"
    SELECT "number", "heyword_words"(concat_ws(' ', "state" #>> '{contact,profile,name}', "state" #>> '{contact,profile,firstName}',
      (SELECT string_agg("tag", ' ') FROM jsonb_array_elements_text("state" #> '{contact,tags}') AS "tag"),
      (SELECT string_agg("platform_id", ' ') FROM "aliases" WHERE "conversation" = "number")))
    FROM "conversations" WHERE "number" = "whose"
    ON CONFLICT ("conversation") DO UPDATE SET "words" = excluded."words";
END
$$;
--> statement-breakpoint
CREATE FUNCTION "index_changed_contact"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM "index_contact"(NEW."number");
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "conversations_index_changed" AFTER UPDATE OF "state" ON "conversations"
FOR EACH ROW WHEN (NEW."state" -> 'contact' IS DISTINCT FROM OLD."state" -> 'contact')
EXECUTE FUNCTION "index_changed_contact"();
--> statement-breakpoint
CREATE FUNCTION "index_removed_contact"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM "contact_words" WHERE "conversation" = OLD."number";
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "conversations_index_removed" AFTER DELETE ON "conversations"
FOR EACH ROW EXECUTE FUNCTION "index_removed_contact"();
--> statement-breakpoint
-- Every contact has a name of the platform's, so whoever is new is indexed with it.
CREATE FUNCTION "index_named_contact"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM "index_contact"(NEW."conversation");
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "aliases_index_named" AFTER INSERT OR UPDATE OF "conversation" ON "aliases"
FOR EACH ROW EXECUTE FUNCTION "index_named_contact"();
--> statement-breakpoint
INSERT INTO "message_words" SELECT "sequence", "heyword_words"("body" ->> 'text') FROM "messages"
  WHERE "sealed" IS NULL AND "body" ->> 'text' <> '';
--> statement-breakpoint
INSERT INTO "note_words" SELECT "sequence", "heyword_words"("text") FROM "notes";
--> statement-breakpoint
SELECT "index_contact"("number") FROM "conversations";
