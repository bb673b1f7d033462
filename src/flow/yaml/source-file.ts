import { LineCounter } from 'yaml';
import type { Place } from '../issue.js';

/** A file as it was handed in: its path from `FLOWS_DIR`, with `/` between the parts, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** It goes on: it is longer than what is read of a file. */
  readonly isCut?: boolean;
}

/** Turns an offset into a text to the place that an author sees. */
export type Locate = (offset: number) => Place;

export function locateIn({ path, text }: SourceFile): Locate {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) counter.addNewLine(at + 1);
  return (offset) => {
    const { line, col } = counter.linePos(offset);
    return { file: path, line, column: col };
  };
}

/** The place of a mistake that belongs to a file as a whole. */
export function topOf(path: string): Place {
  return { file: path, line: 1, column: 1 };
}
