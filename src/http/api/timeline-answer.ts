import type { z } from 'zod';
import type { timelineItemAnswer } from '../../contract/desk.js';
import type { TimelineItem } from '../../store/desk.js';
import { showFact } from './fact-answer.js';
import { showMoment } from './show-moment.js';
import { showLine } from './story-answer.js';

/** Nothing, where there is nothing to be told: a deed that came to nothing. */
export function showTimelineItem(
  item: TimelineItem,
  publicUrl: string,
): readonly z.input<typeof timelineItemAnswer>[] {
  const { id, at } = item;
  const placed = { id, at: showMoment(at) };
  switch (item.kind) {
    case 'message':
      return [{ kind: 'message', ...placed, line: showLine(item.line, item.event, publicUrl) }];
    case 'note': {
      const { author, text, mentions } = item.note;
      return [{ kind: 'note', ...placed, author, text, mentions: [...mentions] }];
    }
    case 'fact': {
      const fact = showFact(item.fact);
      return fact === null ? [] : [{ kind: 'fact', ...placed, ...fact }];
    }
  }
}
