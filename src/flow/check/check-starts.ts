import { toMatchText } from '../../core/words.js';
import type { ReadFlow, StartWord } from '../flow-source.js';
import type { Place } from '../issue.js';
import type { Report } from '../report.js';

interface OwnedStart {
  readonly start: StartWord;
  readonly flow: string;
}

/** Words and buttons that more than one flow wants, or one flow twice. */
export function checkStarts(flows: readonly ReadFlow[], report: Report): void {
  const starts = flows.flatMap(({ definition, notes }) =>
    notes.starts.map((start): OwnedStart => ({ start, flow: definition.name })),
  );
  const owners = new Map<string, OwnedStart[]>();
  for (const owned of starts) {
    const key = keyOf(owned.start);
    if (key === null) continue;
    const earlier = owners.get(key) ?? [];
    for (const first of earlier.slice(0, 1)) reportShared(first, owned, report);
    owners.set(key, [...earlier, owned]);
  }
}

/** What two starts have in common when they are started by the same; null where nothing can start them. */
function keyOf({ kind, text }: StartWord): string | null {
  if (kind !== 'exact' && kind !== 'contains') return `${kind} ${text}`;
  const words = toMatchText(text);
  return words === '' ? null : `keyword ${words}`;
}

function reportShared(first: OwnedStart, second: OwnedStart, report: Report): void {
  const { start, flow } = second;
  const named = start.kind === 'story_reply' ? 'A story reply' : `"${start.text}"`;
  const where = formatPlace(first.start.place);
  if (first.flow === flow) {
    report.warning(start.place, 'repeated-start', `${named} starts this flow already (${where}).`);
    return;
  }
  if (first.start.kind !== start.kind) {
    report.warning(
      start.place,
      'keyword-overlap',
      `${named} is a keyword of "${first.flow}" too (${where}).`,
      {
        hint: 'As a whole message it starts the flow that has it as a keyword, within a longer one the flow that `contains` it.',
      },
    );
    return;
  }
  report.error(
    start.place,
    'start-collision',
    `${named} starts the flow "${first.flow}" already (${where}).`,
    {
      hint: 'One of the two must give way: a message can start one flow only.',
    },
  );
}

function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
