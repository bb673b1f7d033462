import { withDatabase } from './database.js';

/** What a consent line, and an event, counts as. */
const consent = `CASE change WHEN 'granted' THEN 'start' ELSE 'stop' END`;
const takeOvers = `('personTookOver', 'personReplied')`;
const handBacks = `('handedBack', 'handoffResolved')`;

/** How far a message has come, as platforms tell. That it came to nothing after all is no way back. */
const far = (state: string): string =>
  `CASE ${state} WHEN 'failed' THEN 4 WHEN 'read' THEN 3 WHEN 'delivered' THEN 2 WHEN 'sent' THEN 1 ELSE 0 END`;
const isSetBack = `OLD.state IN ('sent', 'delivered', 'read') AND ${far('NEW.state')} < ${far('OLD.state')}`;

const sqliteAudit = `
  CREATE TABLE commit_audit (place INTEGER PRIMARY KEY, conversation INTEGER NOT NULL, what TEXT NOT NULL, line_id TEXT);
  CREATE TRIGGER audit_claims AFTER UPDATE OF state ON messages
    WHEN NEW.state = 'sending' AND OLD.state <> 'sending'
    BEGIN INSERT INTO commit_audit (conversation, what, line_id) VALUES (NEW.conversation, 'claim', NEW.id); END;
  CREATE TRIGGER audit_setbacks AFTER UPDATE OF state ON messages WHEN ${isSetBack}
    BEGIN INSERT INTO commit_audit (conversation, what, line_id) VALUES (NEW.conversation, 'setback', NEW.id); END;
  CREATE TRIGGER audit_events AFTER INSERT ON events WHEN NEW.kind IN ${takeOvers} OR NEW.kind IN ${handBacks}
    BEGIN INSERT INTO commit_audit (conversation, what)
      VALUES (NEW.conversation, CASE WHEN NEW.kind IN ${takeOvers} THEN 'take_over' ELSE 'hand_back' END); END;
  CREATE TRIGGER audit_consent AFTER INSERT ON ledger WHEN NEW.purpose = 'all'
    BEGIN INSERT INTO commit_audit (conversation, what)
      SELECT number, ${consent.replace('change', 'NEW.change')} FROM conversations WHERE contact_id = NEW.contact_id; END;`;

const postgresAudit = `
  create table public.commit_audit (place bigserial primary key, conversation bigint not null, what text not null,
    line_id text, transaction bigint not null default txid_current());
  create function public.audit_claim() returns trigger language plpgsql as $$ begin
    insert into public.commit_audit (conversation, what, line_id) values (new.conversation, 'claim', new.id);
    return null; end $$;
  create function public.audit_setback() returns trigger language plpgsql as $$ begin
    insert into public.commit_audit (conversation, what, line_id) values (new.conversation, 'setback', new.id);
    return null; end $$;
  create function public.audit_event() returns trigger language plpgsql as $$ begin
    insert into public.commit_audit (conversation, what)
      values (new.conversation, case when new.kind in ${takeOvers} then 'take_over' else 'hand_back' end);
    return null; end $$;
  create function public.audit_consent() returns trigger language plpgsql as $$ begin
    insert into public.commit_audit (conversation, what)
      select number, ${consent.replace('change', 'new.change')} from conversations where contact_id = new.contact_id;
    return null; end $$;
  create trigger audit_claims after update of state on messages for each row
    when (new.state = 'sending' and old.state <> 'sending') execute function public.audit_claim();
  create trigger audit_setbacks after update of state on messages for each row
    when (${isSetBack}) execute function public.audit_setback();
  create trigger audit_events after insert on events for each row
    when (new.kind in ${takeOvers} or new.kind in ${handBacks}) execute function public.audit_event();
  create trigger audit_consent after insert on ledger for each row
    when (new.purpose = 'all') execute function public.audit_consent();`;

/**
 * Lets the database itself note each claim, each STOP and START, each take-over and hand-back, and each message that falls
 * back behind what it had come to, within the transaction that makes it: what the server says of their order is not asked.
 * A conversation's transactions come one after the other (row locks, one writer), so that the order of a conversation's
 * notes is the order in which they took effect. To be called when the tables are there, and nobody has written yet.
 */
export async function installCommitAudit(databaseUrl: string): Promise<void> {
  await withDatabase<unknown>(databaseUrl, {
    sqlite: (file) => file.exec(sqliteAudit),
    postgres: (client) => client.query(postgresAudit),
  });
}
