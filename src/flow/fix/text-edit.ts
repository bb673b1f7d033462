/** What a text shall read instead at one place of it; everything around it stays as it is, to the last space. */
export interface TextEdit {
  /** Offsets into the text before any edit; equal where something is put in. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits of which none overlaps another. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let edited = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    edited += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return edited + text.slice(at);
}
