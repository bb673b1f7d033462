import type { FoundMessage } from '../search.js';
import type { Placed } from './merge-pages.js';

/** A message or note as it was found, with the number by which it is placed among its kind. */
export type TextRow = FoundMessage & { readonly place: number };

export function toPlaced({ place, ...item }: TextRow): Placed<FoundMessage> {
  return { place, at: item.at, item };
}
