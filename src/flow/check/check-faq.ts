import { findKeyword, buildKeywordIndex } from '../../core/keyword.js';
import type { KeywordIndex } from '../../core/keyword.js';
import { toMatchText } from '../../core/words.js';
import type { FaqReading, ReadQuestion } from '../faq/read-faq.js';
import type { PlacedPhrasing } from '../faq/phrasings.js';
import type { ReadFlow } from '../flow-source.js';
import type { Report } from '../report.js';

/** Questions that one message would ask at once, and those that a keyword would take away. */
export function checkFaq(faq: FaqReading, flows: readonly ReadFlow[], report: Report): void {
  const owners = new Map<string, { readonly id: string; readonly phrasing: PlacedPhrasing }>();
  const keywords = keywordsOf(flows);
  for (const question of faq.questions) {
    for (const phrasing of question.phrasings) {
      const key = toMatchText(phrasing.text);
      const first = owners.get(key);
      if (first === undefined) owners.set(key, { id: question.entry.id, phrasing });
      else reportShared(first, question, phrasing, report);
      checkKeyword(question, phrasing, keywords, report);
    }
  }
}

function keywordsOf(flows: readonly ReadFlow[]): KeywordIndex<string> {
  return buildKeywordIndex(
    flows.flatMap(({ definition, notes }) =>
      notes.starts.flatMap(({ kind, text }) =>
        kind === 'exact' || kind === 'contains'
          ? [{ phrase: text, match: kind, value: definition.name }]
          : [],
      ),
    ),
  );
}

function reportShared(
  first: { readonly id: string; readonly phrasing: PlacedPhrasing },
  { entry }: ReadQuestion,
  { text, place }: PlacedPhrasing,
  report: Report,
): void {
  const { line } = first.phrasing.place;
  if (first.id === entry.id) {
    report.warning(place, 'repeated-phrasing', `"${text}" stands here already (line ${line}).`);
    return;
  }
  report.error(place, 'shared-phrasing', `"${text}" asks "${first.id}" already (line ${line}).`, {
    hint: 'One of the two must give way: a message asks one question.',
  });
}

/** Where the flow is the answer anyway, its keyword does no harm. */
function checkKeyword(
  { entry: { response } }: ReadQuestion,
  { text, place }: PlacedPhrasing,
  keywords: KeywordIndex<string>,
  report: Report,
): void {
  const keyword = findKeyword(keywords, text);
  if (keyword === null || (response.kind === 'flow' && response.flow === keyword.value)) return;
  if (keyword.match === 'exact') {
    report.warning(
      place,
      'phrasing-unheard',
      `"${text}" starts the flow "${keyword.value}", and is never asked.`,
      {
        hint: 'Leave it out here, or take the keyword away there.',
      },
    );
    return;
  }
  report.warning(
    place,
    'phrasing-overlap',
    `"${keyword.phrase}" in it starts the flow "${keyword.value}" wherever it is said in nearly these words.`,
    { hint: 'Say it without these words, or let that flow answer: flow: ' + keyword.value },
  );
}
