import { askConsentStep } from './ask-consent.js';
import { askStep } from './ask.js';
import { bookStep } from './book.js';
import { couponStep } from './coupon.js';
import { endStep } from './end.js';
import { escalateStep } from './escalate.js';
import { goStep } from './go.js';
import { handoffStep } from './handoff.js';
import { ifStep } from './if.js';
import { lookupStep } from './lookup.js';
import { optOutStep } from './opt-out.js';
import { outcomeStep } from './outcome.js';
import { rateStep } from './rate.js';
import { runStep } from './run.js';
import { sayStep } from './say.js';
import { scoreStep } from './score.js';
import { setStep } from './set.js';
import { splitStep } from './split.js';
import type { StepDefinition } from '../definition.js';
import type { StepKind } from './step.js';
import { tagStep } from './tag.js';
import { untagStep } from './untag.js';
import { waitStep } from './wait.js';

/** Every verb of the language, in the order in which it is learnt. */
export const stepKinds: readonly StepKind[] = [
  sayStep,
  askStep,
  askConsentStep,
  rateStep,
  ifStep,
  splitStep,
  waitStep,
  bookStep,
  outcomeStep,
  handoffStep,
  lookupStep,
  couponStep,
  escalateStep,
  tagStep,
  untagStep,
  setStep,
  scoreStep,
  goStep,
  runStep,
  optOutStep,
  endStep,
];

export const verbs: readonly string[] = stepKinds.map(({ verb }) => verb);

const kindsByVerb = new Map(stepKinds.map((kind) => [kind.verb, kind]));

/** The kind of a step that was read or stored: every verb of a definition has one. */
export function kindOf({ verb }: StepDefinition): StepKind {
  const kind = kindsByVerb.get(verb);
  if (kind === undefined) throw new RangeError(`No step of the flow language is called ${verb}.`);
  return kind;
}

export function findStepKind(verb: string): StepKind | undefined {
  return stepKinds.find((kind) => kind.verb === verb);
}
