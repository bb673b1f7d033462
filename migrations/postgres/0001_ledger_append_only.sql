-- The ledger proves something only if nobody, our own code included, can rewrite it.
CREATE FUNCTION "ledger_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the consent ledger is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "ledger_refuses_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger"
FOR EACH STATEMENT EXECUTE FUNCTION "ledger_refuse"();
--> statement-breakpoint
-- Not in between either: only behind the last line of the chain. Lines of one statement follow each other.
CREATE FUNCTION "ledger_refuse_any_but_the_next"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NEW."sequence" IS DISTINCT FROM
    (SELECT coalesce(max("sequence"), 0) + 1 FROM "ledger" WHERE "contact_id" = NEW."contact_id")
  THEN
    RAISE EXCEPTION 'the consent ledger is append-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "ledger_refuses_any_but_the_next" BEFORE INSERT ON "ledger"
FOR EACH ROW EXECUTE FUNCTION "ledger_refuse_any_but_the_next"();
