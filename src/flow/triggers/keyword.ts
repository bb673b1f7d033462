import { z } from 'zod';
import { mapping, oneOrMore, refuse, text } from '../shape/values.js';
import { defineTrigger } from './trigger.js';

const words = oneOrMore(text);

const ways = mapping({
  contains: words.optional(),
  starts_with: words.optional(),
  near: words.optional(),
  pattern: words.optional(),
})
  .meta({ minProperties: 1, maxProperties: 1 })
  .transform((written, context) => {
    const [first, second] = (['contains', 'starts_with', 'near', 'pattern'] as const).flatMap((match) =>
      written[match] === undefined ? [] : [{ match, phrases: written[match] }],
    );
    if (first === undefined) {
      const message = 'How the keyword is met is missing: contains, starts_with, near or pattern.';
      return refuse(context, { code: 'missing-key', message });
    }
    return second === undefined
      ? first
      : refuse(context, {
          code: 'two-ways',
          message: `A keyword is met in one way: ${first.match} or ${second.match}.`,
          hint: `Write a second line: - keyword: { ${second.match}: … }`,
        });
  });

export const keywordTrigger = defineTrigger({
  name: 'keyword',
  meaning: `A word that people write. \`keyword: [guide, growth guide]\` is the whole message; case, accents, punctuation
and emoji do not matter. \`{ near: ... }\` forgives one slip in words of five letters or more, \`{ contains: ... }\` and
\`{ starts_with: ... }\` are met in a longer message, in whole words, and \`{ pattern: "order [0-9]+" }\` is a regular
expression (RE2) that the whole message fits; it is tried where no other keyword is met. A keyword that is the whole
message starts its flow even while another flow waits for an answer; all others only where nothing has been asked. With
\`language\` it counts for contacts who speak that language, and for those whose language is not known yet.`,
  example: `flow: prices
start:
  - keyword: [prices, price list]
  - keyword: { near: pricing }
  - keyword: { starts_with: how much }
  - keyword: { contains: [quote, estimate] }
  - keyword: { pattern: "cost of [a-z ]+" }
  - keyword: preise
    language: de
steps:
  - say: It depends on what you need. Here is where most people start.
    link: home
  - outcome: answered
`,
  chat: `- me: Preise
- bot: It depends
- me: Price list!
- bot: It depends
- me: prcing
- bot: It depends
- me: How much is a website?
- bot: It depends
- me: I would love a quote
- bot: It depends
- me: Cost of a new logo?
- bot: It depends
`,
  shape: { keyword: z.union([words, ways]) },
  read: ({ keyword }, trigger) => {
    if (Array.isArray(keyword)) {
      trigger.starts('exact', keyword, 'keyword');
      return { kind: 'keyword', phrases: keyword, match: 'exact' };
    }
    const { match, phrases } = keyword;
    trigger.starts(match, phrases, 'keyword', match);
    return { kind: 'keyword', phrases, match };
  },
});
