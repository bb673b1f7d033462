-- The ledger proves something only if nobody, our own code included, can rewrite it.
CREATE TRIGGER `ledger_refuses_update` BEFORE UPDATE ON `ledger` BEGIN
  SELECT RAISE(ABORT, 'the consent ledger is append-only');
END;--> statement-breakpoint
CREATE TRIGGER `ledger_refuses_delete` BEFORE DELETE ON `ledger` BEGIN
  SELECT RAISE(ABORT, 'the consent ledger is append-only');
END;--> statement-breakpoint
-- Neither in between nor, by REPLACE, over what is there: only behind the last line of the chain.
CREATE TRIGGER `ledger_refuses_any_but_the_next` BEFORE INSERT ON `ledger`
WHEN NEW.`sequence` IS NOT (SELECT coalesce(max(`sequence`), 0) + 1 FROM `ledger` WHERE `contact_id` = NEW.`contact_id`)
BEGIN
  SELECT RAISE(ABORT, 'the consent ledger is append-only');
END;
