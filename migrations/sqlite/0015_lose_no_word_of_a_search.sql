-- With `detail = 'none'` and `secure-delete`, SQLite (3.53.2 at least) loses part of a transaction in which a row is removed
-- and added again with a word that it had: of that word, whatever the transaction does to higher rows. `detail = 'column'`
-- goes another way. The tables are made anew, and everything is looked at again, contacts whose events are gone as well.
DROP TABLE `message_words`;
--> statement-breakpoint
DROP TABLE `note_words`;
--> statement-breakpoint
DROP TABLE `contact_words`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `message_words` USING fts5(`words`, tokenize = 'ascii', detail = 'column', columnsize = 0, prefix = '2 3');
--> statement-breakpoint
INSERT INTO `message_words` (`message_words`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE VIRTUAL TABLE `note_words` USING fts5(`words`, tokenize = 'ascii', detail = 'column', columnsize = 0, prefix = '2 3');
--> statement-breakpoint
INSERT INTO `note_words` (`note_words`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE VIRTUAL TABLE `contact_words` USING fts5(`words`, tokenize = 'ascii', detail = 'column', columnsize = 0, prefix = '2 3');
--> statement-breakpoint
INSERT INTO `contact_words` (`contact_words`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
DELETE FROM `meta` WHERE `key` IN ('indexed_messages', 'indexed_notes');
--> statement-breakpoint
INSERT INTO `meta` (`key`, `value`) SELECT 'indexed_events', max(`sequence`) FROM `events` HAVING max(`sequence`) IS NOT NULL
ON CONFLICT (`key`) DO UPDATE SET `value` = excluded.`value`;
--> statement-breakpoint
INSERT OR IGNORE INTO `stale_contacts` SELECT `number` FROM `conversations`;
