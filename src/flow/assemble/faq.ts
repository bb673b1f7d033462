import type { Faq } from '../../core/faq.js';
import { createLexicalMatcher } from '../../understanding/lexical/lexical-matcher.js';
import type { FaqDefinition } from '../workspace-definition.js';

const noFaq: FaqDefinition = { entries: [], asksBack: true };

/** The questions of a workspace, and who recognises them: it learns here, before the workspace is served. */
export function buildFaq({ entries, asksBack }: FaqDefinition = noFaq): Faq {
  return {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    matcher: createLexicalMatcher(entries),
    asksBack,
  };
}
