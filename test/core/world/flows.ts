import { ratingChoices } from '../../../src/core/answers/rating.js';
import { toMatchText } from '../../../src/core/words.js';
import type { Condition, Subject, Test } from '../../../src/core/condition.js';
import type { Choice, Placeholder, Question, Template } from '../../../src/core/flow.js';
import type { Escalation, LinkTarget, Team, Topic } from '../../../src/core/resources.js';
import type {
  EscalateStep,
  FlowDefinition,
  StepDefinition,
  TriggerDefinition,
} from '../../../src/flow/definition.js';

/** One line of a flow: a step that is told its place when the flow is put together. */
export type Line = (place: string) => StepDefinition;

/** A flow that reads from top to bottom like its file. */
export function flow(
  name: string,
  start: readonly TriggerDefinition[],
  ...lines: readonly Line[]
): FlowDefinition {
  return { name, title: name, start, steps: lay(lines) };
}

function lay(lines: readonly Line[], parent = ''): readonly StepDefinition[] {
  return lines.map((line, index) => line(`${parent}${index + 1}`));
}

export function keyword(...phrases: readonly string[]): TriggerDefinition {
  return { kind: 'keyword', phrases, match: 'exact' };
}

export function containedKeyword(...phrases: readonly string[]): TriggerDefinition {
  return { kind: 'keyword', phrases, match: 'contains' };
}

export function ref(...refs: readonly string[]): TriggerDefinition {
  return { kind: 'ref', refs };
}

export function postback(...payloads: readonly string[]): TriggerDefinition {
  return { kind: 'postback', payloads };
}

export function comment(
  words: readonly string[],
  more: { readonly posts?: readonly string[]; readonly publicReplies?: readonly string[] } = {},
): TriggerDefinition {
  return { kind: 'comment', words, posts: more.posts ?? null, publicReplies: more.publicReplies ?? [] };
}

export function after(outcomeName: string, wait: number, unless: readonly string[] = []): TriggerDefinition {
  return { kind: 'after', outcome: outcomeName, wait, unless };
}

export const storyReply: TriggerDefinition = { kind: 'story_reply' };

export function say(...text: Template): Line {
  return (place) => ({ verb: 'say', path: `${place}-say`, text, link: null });
}

export function sayWithLink(link: LinkTarget, ...text: Template): Line {
  return (place) => ({ verb: 'say', path: `${place}-say`, text, link });
}

export interface Asking {
  /** Titles of the choices; what is saved is the title in match text. */
  readonly choices?: readonly string[];
  readonly branches?: Readonly<Record<string, readonly Line[]>>;
  readonly save?: string;
  readonly retry?: Template;
  /** What else the question says. */
  readonly more?: Partial<Question>;
  readonly tries?: number;
  readonly within?: number;
  /** Nothing: the flow ends. */
  readonly otherwise?: readonly Line[];
}

const hour = 3_600_000;

/** A question known by its id. */
export function ask(id: string, text: string | Template, asking: Asking = {}): Line {
  const { choices = [], branches = {}, save = null, retry = null, tries = 2 } = asking;
  return () => ({
    verb: 'ask',
    path: id,
    question: {
      text: typeof text === 'string' ? [text] : text,
      choices: choices.map(choice),
      retry,
      ...asking.more,
    },
    save,
    branches: Object.fromEntries(
      Object.entries(branches).map(([value, lines]) => [value, lay(lines, `${id}/${value}/`)]),
    ),
    tries,
    patience: patience(id, asking),
  });
}

export function choice(title: string): Choice {
  return { title, value: toMatchText(title), words: [toMatchText(title)] };
}

function inLanguages(texts: Readonly<Record<string, string>>): Template {
  const entries = Object.entries(texts).map(([language, text]) => [language, [text]] as const);
  return [{ byLanguage: Object.fromEntries(entries) }];
}

export function askConsent(
  topic: Topic,
  asking: Omit<Asking, 'choices' | 'branches'> & {
    readonly yes?: readonly Line[];
    readonly no?: readonly Line[];
  } = {},
): Line {
  const id = topic.name;
  return () => ({
    verb: 'ask_consent',
    path: id,
    topic,
    question: {
      text: topic.notices === undefined ? [topic.notice] : inLanguages(topic.notices),
      choices: [
        { title: 'Yes', value: 'yes', words: ['yes', 'ja'] },
        { title: 'No', value: 'no', words: ['no', 'nein'] },
      ],
      retry: asking.retry ?? null,
    },
    yes: lay(asking.yes ?? [], `${id}/yes/`),
    no: lay(asking.no ?? [], `${id}/no/`),
    tries: asking.tries ?? 2,
    patience: patience(id, asking),
  });
}

function patience(id: string, { within = 20 * hour, otherwise = [] }: Asking) {
  return { within, otherwise: lay(otherwise, `${id}/otherwise/`) };
}

/** A rating that is good from 4 up. */
export function rate(text: string, good: readonly Line[], poor: readonly Line[]): Line {
  return (place) => ({
    verb: 'rate',
    path: `${place}-rate`,
    question: {
      text: [text],
      choices: ratingChoices(5),
      retry: null,
      kind: { kind: 'rating', scale: 5 },
    },
    save: null,
    outcome: 'rated',
    goodFrom: 4,
    good: lay(good, `${place}-rate/good/`),
    poor: lay(poor, `${place}-rate/poor/`),
    tries: 2,
    patience: patience(`${place}-rate`, {}),
  });
}

export function when(condition: Condition, then: readonly Line[], otherwise: readonly Line[] = []): Line {
  return (place) => ({
    verb: 'if',
    path: `${place}-if`,
    condition,
    then: lay(then, `${place}-if/then/`),
    else: lay(otherwise, `${place}-if/else/`),
  });
}

export function test(subject: Subject, one: Test): Condition {
  return { kind: 'test', subject, test: one };
}

export function outcome(name: string): Line {
  return (place) => ({ verb: 'outcome', path: `${place}-outcome`, outcome: name });
}

export function handoff(team: Team | null = null, ...note: Template): Line {
  return (place) => ({ verb: 'handoff', path: `${place}-handoff`, team, note });
}

export interface LookingUp {
  readonly inputs?: Readonly<Record<string, Template>>;
  /** Names of results, and of the answers that keep them. */
  readonly keeps?: Readonly<Record<string, string>>;
  readonly within?: number;
  readonly found?: readonly Line[];
  readonly notFound?: readonly Line[];
  readonly failed?: readonly Line[];
}

/** A look-up known by its name. */
export function lookup(name: string, looking: LookingUp = {}): Line {
  const { inputs = {}, keeps = {}, within = 4_000, found = [], notFound = [], failed = [] } = looking;
  return () => ({
    verb: 'lookup',
    path: name,
    lookup: name,
    inputs: Object.entries(inputs).map(([input, value]) => ({ name: input, value })),
    within,
    keeps: Object.entries(keeps).map(([result, as]) => ({ result, as })),
    found: lay(found, `${name}/found/`),
    notFound: lay(notFound, `${name}/not_found/`),
    failed: lay(failed, `${name}/failed/`),
  });
}

/** A draw from a list, known by the list's name. */
export function coupon(list: string, soldOut: readonly Line[]): Line {
  return () => ({
    verb: 'coupon',
    path: list,
    list,
    save: 'coupon',
    soldOut: lay(soldOut, `${list}/sold_out/`),
  });
}

export function escalate(
  escalation: Escalation,
  note: Template,
  ticket: EscalateStep['ticket'] = null,
): Line {
  return (place) => ({
    verb: 'escalate',
    path: `${place}-escalate`,
    escalation,
    note,
    priority: 'high',
    ticket,
  });
}

export function optOut(purpose: string): Line {
  return (place) => ({ verb: 'opt_out', path: `${place}-opt_out`, purpose });
}

export function set(name: string, ...value: Template): Line {
  return (place) => ({ verb: 'set', path: `${place}-set`, fields: [{ name, value }] });
}

export function tag(...tags: readonly string[]): Line {
  return (place) => ({ verb: 'tag', path: `${place}-tag`, tags });
}

export function run(name: string): Line {
  return (place) => ({ verb: 'run', path: `${place}-run`, flow: name });
}

export function goToFlow(name: string): Line {
  return (place) => ({ verb: 'go', path: `${place}-go`, to: { kind: 'flow', flow: name } });
}

export function goToStep(path: string): Line {
  return (place) => ({ verb: 'go', path: `${place}-go`, to: { kind: 'step', path } });
}

export const end: Line = (place) => ({ verb: 'end', path: `${place}-end` });

export function answer(name: string, fallback = ''): Placeholder {
  return { source: 'answer', name, fallback };
}

export function contact(name: string, fallback = ''): Placeholder {
  return { source: 'contact', name, fallback };
}
