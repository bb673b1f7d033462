import type { Place } from '../issue.js';

/** A YAML value, and where it stands. What YAML can do beyond lists, mappings and plain values is not in here. */
export type SourceNode = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly value: string | number | boolean | null;
  /** As it stands in the file, quotes included. */
  readonly raw: string;
  /** Where a character of the text stands; the text's own place where quoting or line breaks hide it. */
  readonly placeOf: (index: number) => Place;
}

export interface ListNode {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: readonly SourceNode[];
}

export interface MapNode {
  readonly kind: 'map';
  readonly place: Place;
  readonly entries: ReadonlyMap<string, MapEntry>;
}

export interface MapEntry {
  readonly keyPlace: Place;
  readonly value: SourceNode;
}

/** Keys and positions from a node down to one inside it. */
export type NodePath = readonly PropertyKey[];

/** The value without its places. Names that reach a prototype were refused when the file was read. */
export function toPlainValue(node: SourceNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(toPlainValue);
    case 'map':
      return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, toPlainValue(value)]));
  }
}

export function nodeAt(node: SourceNode, path: NodePath): SourceNode | undefined {
  return path.reduce<SourceNode | undefined>((at, key) => at && childOf(at, key), node);
}

/** Where the node of that path stands, or the nearest one around it. */
export function placeAt(node: SourceNode, path: NodePath): Place {
  const [key, ...rest] = path;
  const child = key === undefined ? undefined : childOf(node, key);
  return child === undefined ? node.place : placeAt(child, rest);
}

export function entryAt(node: SourceNode, key: string): MapEntry | undefined {
  return node.kind === 'map' ? node.entries.get(key) : undefined;
}

/** The text under a key; null where none stands there. */
export function textAt(node: SourceNode, key: string): string | null {
  const value = entryAt(node, key)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : null;
}

export function keyPlaceAt(node: SourceNode | undefined, key: string): Place | undefined {
  return node && entryAt(node, key)?.keyPlace;
}

function childOf(node: SourceNode, key: PropertyKey): SourceNode | undefined {
  switch (node.kind) {
    case 'scalar':
      return undefined;
    case 'list':
      return node.items[Number(key)];
    case 'map':
      return node.entries.get(String(key))?.value;
  }
}
