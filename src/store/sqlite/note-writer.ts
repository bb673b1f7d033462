import { noteRow } from '../transactions/new-rows.js';
import type { Notes } from '../transactions/rows.js';
import type { Drizzle } from './binding.js';
import { prepareInsert } from './compiled.js';
import { notes } from './schema/notes.js';

export function prepareNoteWriter(db: Drizzle): Notes {
  const insert = prepareInsert(db, notes, ['sequence']);
  return { add: (thread, eventId, note) => void insert(noteRow(thread, eventId, note)) };
}
