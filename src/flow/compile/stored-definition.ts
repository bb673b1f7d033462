import type { FlowIdentity } from '../compile.js';
import type { FlowDefinition } from '../definition.js';

/** Grows when what is stored changes so that earlier readers would misread it; every earlier format stays readable. */
const FORMAT = 1;

/** A definition as it is kept for the runs that are pinned to it, with the versions that it was compiled with. */
export interface StoredDefinition {
  readonly definition: FlowDefinition;
  readonly leadsTo: FlowIdentity['leadsTo'];
}

/** What is stored was written by a newer Heyword, or not by Heyword at all. */
export class UnreadableDefinition extends Error {
  override readonly name = 'UnreadableDefinition';
  readonly code = 'unreadable_definition';
  readonly retryable = false;
}

/** JSON with its format; `reviveDefinition` reads it, in this version of Heyword and in later ones. */
export function serialiseDefinition({ definition, leadsTo }: StoredDefinition): string {
  return JSON.stringify({ format: FORMAT, definition, leadsTo });
}

/** Throws `UnreadableDefinition` where the text is not of a format that this version knows. */
export function reviveDefinition(text: string): StoredDefinition {
  const stored = parse(text);
  if (!isStored(stored)) {
    throw new UnreadableDefinition(
      `A stored flow is not of format ${FORMAT}, the only one that is known here.`,
    );
  }
  return { definition: stored.definition, leadsTo: stored.leadsTo };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableDefinition('A stored flow is not JSON.', { cause });
  }
}

/** Only the format is looked at: what carries it was written by `serialiseDefinition` after a check. */
function isStored(value: unknown): value is StoredDefinition {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT;
}
