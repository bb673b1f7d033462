import type { Workspace } from '../../core/workspace.js';
import type { Footprints } from './footprints.js';

/** How many questions of the FAQ were answered. */
export interface FaqCoverage {
  readonly questions: number;
  /** Ids of those that no chat asks. */
  readonly missed: readonly string[];
}

/** What all chats together asked; null: there is no FAQ. */
export function measureFaqCoverage(
  { entries }: Workspace['faq'],
  footprints: readonly Footprints[],
): FaqCoverage | null {
  if (entries.size === 0) return null;
  const answered = new Set(footprints.flatMap(({ questions }) => [...questions]));
  return { questions: entries.size, missed: [...entries.keys()].filter((id) => !answered.has(id)) };
}
