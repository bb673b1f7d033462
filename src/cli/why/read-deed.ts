import type { Workspace } from '../../core/workspace.js';
import type { Happening } from '../../flow/transcript/happening.js';
import { UsageError } from '../command.js';
import { pressOf } from '../press-of.js';

/** How somebody comes, if not by a message. */
export const wayOptions = {
  comment: { type: 'boolean' },
  post: { type: 'string' },
  story: { type: 'boolean' },
  mention: { type: 'boolean' },
  ref: { type: 'string' },
  ad: { type: 'string' },
  postback: { type: 'string' },
} as const;

interface Ways {
  readonly comment?: boolean | undefined;
  readonly post?: string | undefined;
  readonly story?: boolean | undefined;
  readonly mention?: boolean | undefined;
  readonly ref?: string | undefined;
  readonly ad?: string | undefined;
  readonly postback?: string | undefined;
}

export interface DeedCall {
  /** Buttons are known by their titles once the workspace is. */
  readonly deed: (workspace: Workspace) => Exclude<Happening, { readonly kind: 'agent' }>;
  readonly folder: string | undefined;
}

/** What the call asks about. Links, buttons and mentions come without a text: there the one word is the folder. */
export function readDeed(ways: Ways, [first, second]: readonly string[]): DeedCall {
  const { comment, post, story, mention, ref, ad, postback } = ways;
  const named = Object.entries({ comment, story, mention, ref, ad, postback }).flatMap(([way, value]) =>
    value === undefined || value === false ? [] : [`--${way}`],
  );
  if (named.length > 1)
    throw new UsageError(`Say one of ${named.join(' and ')}: one thing happens at a time.`);
  if (post !== undefined && comment !== true)
    throw new UsageError('A post belongs to a comment: add --comment.');
  const silent = silentDeed(ways);
  if (silent !== null) {
    if (second !== undefined) throw new UsageError(`${named.join('')} comes without a text.`);
    return { deed: silent, folder: first };
  }
  const text = first ?? '';
  if (text.trim() === '') throw new UsageError('Say what somebody writes: heyword why "guide".');
  const deed = (): ReturnType<DeedCall['deed']> => {
    if (comment === true) return { kind: 'comment', text, post: post ?? null };
    return story === true ? { kind: 'story_reply', text } : { kind: 'me', text };
  };
  return { deed, folder: second };
}

function silentDeed({ mention, ref, ad, postback }: Ways): DeedCall['deed'] | null {
  if (mention === true) return () => ({ kind: 'story_mention' });
  if (ref !== undefined) return () => ({ kind: 'ref', ref });
  if (ad !== undefined) return () => ({ kind: 'ad', ad });
  return postback === undefined ? null : (workspace) => pressOf(workspace.triggers.buttons, postback);
}
