-- Where words are found: of messages by `messages.sequence`, of notes by `notes.sequence`, of contacts by `conversations.number`.
-- Each word is folded beforehand (`wordsOf`), so that spaces alone part them. A row that goes leaves none of its words behind.
CREATE VIRTUAL TABLE `message_words` USING fts5(`words`, tokenize = 'ascii', detail = 'none', columnsize = 0, prefix = '2 3');
--> statement-breakpoint
INSERT INTO `message_words` (`message_words`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE VIRTUAL TABLE `note_words` USING fts5(`words`, tokenize = 'ascii', detail = 'none', columnsize = 0, prefix = '2 3');
--> statement-breakpoint
INSERT INTO `note_words` (`note_words`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE VIRTUAL TABLE `contact_words` USING fts5(`words`, tokenize = 'ascii', detail = 'none', columnsize = 0, prefix = '2 3');
--> statement-breakpoint
INSERT INTO `contact_words` (`contact_words`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
-- Contacts whose names, ids or tags have changed otherwise than by an event: their words are to be looked at anew.
CREATE TABLE `stale_contacts` (`conversation` integer PRIMARY KEY NOT NULL);
