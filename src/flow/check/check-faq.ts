import { buildKeywordIndex, findKeywords, keywordMatches } from '../../core/keyword.js';
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
      notes.starts.flatMap(({ kind, text: phrase, priority, language }) => {
        const match = keywordMatches.find((one) => one === kind);
        const entry = {
          phrase,
          value: definition.name,
          ...(priority && { priority }),
          ...(language && { language }),
        };
        return match === undefined ? [] : [{ ...entry, match }];
      }),
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
  { text, language, place }: PlacedPhrasing,
  keywords: KeywordIndex<string>,
  report: Report,
): void {
  const [hit] = findKeywords(keywords, text, { language: language || null, isThorough: false });
  if (hit === undefined || (response.kind === 'flow' && response.flow === hit.entry.value)) return;
  const { by, entry: keyword } = hit;
  if (by === 'exact') {
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
