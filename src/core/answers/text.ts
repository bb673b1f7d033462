import { clipText } from '../split-text.js';
import type { TextKind } from './answer-kind.js';

/** Longest answer that is kept, in characters: enough for a paragraph, too little to flood a reply. */
const usualLimit = 500;

/** Any words at all. Without a limit of its own a long answer is cut; with one it is refused. */
export function readText(text: string, { longest }: Partial<TextKind> = {}): string | null {
  const answer = text.trim();
  if (longest !== undefined) return answer === '' || answer.length > longest ? null : answer;
  return clipText(answer, { size: usualLimit, unit: 'characters' }) || null;
}
