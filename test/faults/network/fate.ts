import type { Chance } from '../chance.js';

/** `asked`: from whoever opened the connection; `answered`: back to them. */
export type Direction = 'asked' | 'answered';

/** When something befalls a connection: so many bytes in one direction are passed on, or the words came so many times. */
export type Moment =
  | { readonly after: number; readonly of: Direction }
  /** `passed`: whether the words themselves still reach whoever is asked. */
  | { readonly upon: string; readonly times: number; readonly passed: boolean };

/** What becomes of one connection. */
export type Fate =
  | { readonly kind: 'pass' }
  /** Both sides hear that it was reset. */
  | { readonly kind: 'reset'; readonly at: Moment }
  /** The one that was asked hears that it is over, the one that asked hears nothing, ever. */
  | { readonly kind: 'half_open'; readonly at: Moment }
  /** Nothing is passed on any more, and nobody is told. */
  | { readonly kind: 'black_hole'; readonly at: Moment }
  /** Each piece is late by so much, ms. */
  | { readonly kind: 'delay'; readonly by: number }
  /** Pieces of so few bytes, one each millisecond. */
  | { readonly kind: 'throttle'; readonly bytes: number };

/** A kind of fate, and how often a connection meets it. */
export interface Lot {
  readonly often: number;
  readonly fate: (chance: Chance) => Fate;
}

/** Draws for each new connection; where no lot is drawn, it is left alone. */
export function drawFrom(lots: readonly Lot[], chance: Chance): () => Fate {
  return () => {
    let drawn = chance.next();
    for (const { often, fate } of lots) {
      if (drawn < often) return fate(chance);
      drawn -= often;
    }
    return { kind: 'pass' };
  };
}
