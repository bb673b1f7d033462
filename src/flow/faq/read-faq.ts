import type { FaqEntry } from '../../core/faq.js';
import type { Template } from '../../core/flow.js';
import { toWords } from '../../core/words.js';
import type { Place } from '../issue.js';
import type { Mention } from '../mention.js';
import { isName } from '../names.js';
import { readShape } from '../shape/read-shape.js';
import type { FaqDefinition } from '../workspace-definition.js';
import { nodeAt, placeAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';
import { faqShape, questionShape } from './faq-shape.js';
import type { WrittenQuestion } from './faq-shape.js';
import { checkTitles } from './check-titles.js';
import type { FaqSetting } from './faq-setting.js';
import { byLanguage } from '../translation/in-languages.js';
import { readPhrasings } from './phrasings.js';
import type { PlacedPhrasing } from './phrasings.js';
import { readResponse } from './response.js';

export interface ReadQuestion {
  readonly entry: FaqEntry;
  readonly place: Place;
  readonly phrasings: readonly PlacedPhrasing[];
}

/** `faq.yaml` as it was read, with what its checks look at. */
export interface FaqReading {
  readonly definition: FaqDefinition;
  readonly questions: readonly ReadQuestion[];
  readonly mentions: readonly Mention[];
}

/** The questions of a workspace, with every mistake that shows in their own file. */
export function readFaq(node: SourceNode, setting: Omit<FaqSetting, 'mentions'>): FaqReading {
  const mentions: Mention[] = [];
  const { value } = readShape(faqShape, node, setting.report);
  const list = nodeAt(node, ['questions']);
  const items = list?.kind === 'list' ? list.items : [];
  const taken = new Map<string, Place>();
  const questions = items.flatMap(
    (item, index) => readQuestion(item, index + 1, taken, { ...setting, mentions }) ?? [],
  );
  return {
    definition: {
      entries: questions.map(({ entry }) => entry),
      asksBack: value?.did_you_mean ?? true,
    },
    questions,
    mentions,
  };
}

function readQuestion(
  node: SourceNode,
  number: number,
  taken: Map<string, Place>,
  setting: FaqSetting,
): ReadQuestion | null {
  const { value } = readShape(questionShape, node, setting.report);
  if (value === null) return null;
  const phrasings = readPhrasings(node, value, setting);
  const response = readResponse(node, value, setting);
  const id = readId(node, value, number, taken, setting);
  checkTitles(node, value, setting);
  checkDays(node, value, setting);
  if (id === null || response === null) return null;
  const { tags = [], from = null, until = null, channels = null } = value;
  const question = firstByLanguage(phrasings);
  const title = titleOf(value) ?? question;
  const spoken = phrasings.map(({ text, language }) => ({ text, language }));
  const entry = { id, phrasings: spoken, question, title, response, tags, from, until, channels };
  return { entry, place: node.place, phrasings };
}

/** An author's own id, else the first phrasing as a name: messages and counts are known by it. */
function readId(
  node: SourceNode,
  { id, ask }: WrittenQuestion,
  number: number,
  taken: Map<string, Place>,
  { report }: FaqSetting,
): string | null {
  const first = id === undefined ? undefined : taken.get(id);
  if (first !== undefined) {
    report.error(placeAt(node, ['id']), 'duplicate-question', `Another question is called "${id ?? ''}".`, {
      hint: `It stands in line ${first.line}.`,
    });
    return null;
  }
  const [phrasing = ''] = Array.isArray(ask) ? ask : (Object.values(ask)[0] ?? []);
  const named = id ?? nameOf(phrasing);
  const own = isName(named) && !taken.has(named) ? named : freeName(number, taken);
  taken.set(own, node.place);
  return own;
}

/** `question_7` for the seventh, unless another one is called that. */
function freeName(number: number, taken: ReadonlyMap<string, Place>): string {
  const name = `question_${number}`;
  return taken.has(name) ? freeName(number + 1, taken) : name;
}

function nameOf(phrasing: string): string {
  return toWords(phrasing).join('_').slice(0, 40).replace(/_+$/u, '');
}

function titleOf({ title }: WrittenQuestion): Template | null {
  if (title === undefined || typeof title === 'string') return title === undefined ? null : [title];
  return byLanguage(Object.entries(title).map(([language, text]) => [language, [text]]));
}

function firstByLanguage(phrasings: readonly PlacedPhrasing[]): Template {
  return byLanguage([...phrasings].reverse().map(({ language, text }) => [language, [text]]));
}

/** Days of one calendar compare as texts. */
function checkDays(node: SourceNode, { from, until }: WrittenQuestion, { report }: FaqSetting): void {
  if (from === undefined || until === undefined || from <= until) return;
  report.error(
    placeAt(node, ['until']),
    'never-valid',
    `This ends on ${until}, before it begins on ${from}.`,
  );
}
