import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Pair, ParsedNode, Scalar, YAMLMap } from 'yaml';
import { isReservedName } from '../names.js';
import type { Place } from '../issue.js';
import type { Report } from '../report.js';
import { quoteText } from './quote.js';
import type { Locate, SourceFile } from './source-file.js';
import type { MapEntry, MapNode, ScalarNode, SourceNode } from './source-node.js';

export interface NodeSource {
  readonly file: SourceFile;
  readonly locate: Locate;
  readonly report: Report;
}

/** Of one list or mapping. */
const MOST_ITEMS = 1000;

/** Turns yaml's node into ours, reporting keys that are written twice, are no text, or are refused as names. */
export function buildNode(node: ParsedNode, source: NodeSource): SourceNode {
  const place = source.locate(node.range[0]);
  if (isMap(node)) return buildMap(node, source);
  if (isSeq(node)) return { kind: 'list', place, items: buildItems(node.items, source) };
  if (isAlias(node)) return wordNode(`*${node.source}`, `*${node.source}`, place);
  return buildScalar(node, source);
}

function buildItems(items: readonly ParsedNode[], source: NodeSource): readonly SourceNode[] {
  checkNumber(items, source);
  return items.slice(0, MOST_ITEMS).map((item) => buildNode(item, source));
}

function checkNumber(items: readonly ParsedNode[], { locate, report }: NodeSource): void {
  const surplus = items[MOST_ITEMS];
  if (surplus === undefined) return;
  report.error(locate(surplus.range[0]), 'too-many-items', `More than ${MOST_ITEMS} items stand here.`);
}

function buildScalar(node: Scalar.Parsed, { file, locate }: NodeSource): ScalarNode {
  const [start, end] = node.range;
  const place = locate(start);
  const raw = file.text.slice(start, end);
  const value = isPlainValue(node.value) ? node.value : raw;
  const quote = /^["']/u.test(raw) ? 1 : 0;
  const placeOf = (index: number): Place => {
    const upTo = String(value).slice(0, index);
    return raw.startsWith(upTo, quote) && !upTo.includes('\n') ? locate(start + quote + index) : place;
  };
  return { kind: 'scalar', place, value, raw, placeOf };
}

/** A value that is no text in which anything could be pointed at. */
export function wordNode(value: ScalarNode['value'], raw: string, place: Place): ScalarNode {
  return { kind: 'scalar', place, value, raw, placeOf: () => place };
}

function isPlainValue(value: unknown): value is ScalarNode['value'] {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function buildMap(map: YAMLMap.Parsed, source: NodeSource): MapNode {
  const entries = new Map<string, MapEntry>();
  checkNumber(
    map.items.map(({ key }) => key),
    source,
  );
  for (const pair of map.items.slice(0, MOST_ITEMS)) {
    const key = readKey(pair, source);
    if (key === null) continue;
    const keyPlace = source.locate(pair.key.range[0]);
    if (isUsableKey(key, keyPlace, entries, source.report)) {
      entries.set(key, { keyPlace, value: buildValue(pair, source) });
    }
  }
  return { kind: 'map', place: source.locate(map.range[0]), entries };
}

function readKey(
  { key }: Pair<ParsedNode, ParsedNode | null>,
  { locate, report }: NodeSource,
): string | null {
  if (isScalar(key)) return key.source;
  report.brokenLine(locate(key.range[0]), 'bad-key', 'A key is a single word or a text.', {
    hint: 'Write one word before the colon. If the line is a text, put the whole of it in quotes.',
  });
  return null;
}

function isUsableKey(
  key: string,
  place: MapEntry['keyPlace'],
  entries: ReadonlyMap<string, MapEntry>,
  report: Report,
): boolean {
  const first = entries.get(key);
  if (first !== undefined) {
    report.error(place, 'duplicate-key', `${quoteText(key)} stands here twice; only one of them can count.`, {
      hint: `It stands first in line ${first.keyPlace.line}.`,
    });
    return false;
  }
  if (key === '<<') {
    report.error(place, 'yaml-merge', 'A merge key (<<) is not part of the flow language.');
    return false;
  }
  if (!isReservedName(key)) return true;
  report.error(place, 'reserved-name', `${quoteText(key)} cannot be used as a name.`);
  return false;
}

/** A key without a value stands for nothing, where its key stands. */
function buildValue(pair: Pair<ParsedNode, ParsedNode | null>, source: NodeSource): SourceNode {
  if (pair.value !== null) return buildNode(pair.value, source);
  return wordNode(null, '', source.locate(pair.key.range[0]));
}
