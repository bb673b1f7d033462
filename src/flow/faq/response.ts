import type { FaqEntry } from '../../core/faq.js';
import type { Template } from '../../core/flow.js';
import { checkLength } from '../check/check-length.js';
import { checkNeverSay } from '../check/check-never-say.js';
import { readsProfile } from '../compile/step-facts.js';
import { parseTemplate } from '../template-syntax.js';
import { lookUp } from '../vocabulary.js';
import { keyPlaceAt, nodeAt, placeAt } from '../yaml/source-node.js';
import type { NodePath, SourceNode } from '../yaml/source-node.js';
import type { WrittenQuestion } from './faq-shape.js';
import { byLanguage, checkLanguages } from '../translation/in-languages.js';
import type { FaqSetting } from './faq-setting.js';

/** What a question is answered with; null, and a report, where it is not one thing. */
export function readResponse(
  node: SourceNode,
  { answer, flow, link }: WrittenQuestion,
  setting: FaqSetting,
): FaqEntry['response'] | null {
  const { report } = setting;
  if (answer !== undefined && flow === undefined) return readAnswer(node, answer, link, setting);
  if (flow === undefined || answer !== undefined) {
    const place = keyPlaceAt(node, 'flow') ?? node.place;
    report.error(place, 'answer-or-flow', 'A question is answered by an `answer`, or by a `flow`.', {
      hint:
        flow === undefined ? 'Add an answer.' : 'Take one of the two away; a flow can say the answer too.',
    });
    return null;
  }
  if (link !== undefined) {
    report.error(
      placeAt(node, ['link']),
      'link-without-answer',
      'A link stands under an answer, not under a flow.',
      {
        hint: 'Let the flow say it, with `link:`.',
      },
    );
  }
  setting.mentions.push({ kind: 'flow', name: flow, place: placeAt(node, ['flow']) });
  return { kind: 'flow', flow };
}

function readAnswer(
  node: SourceNode,
  answer: NonNullable<WrittenQuestion['answer']>,
  linkName: string | undefined,
  setting: FaqSetting,
): FaqEntry['response'] {
  const { vocabulary, report } = setting;
  const link =
    linkName === undefined ? null : lookUp(vocabulary.links, linkName, placeAt(node, ['link']), report);
  const kind = link === null ? 'text' : 'linkText';
  if (typeof answer !== 'string') checkLanguages(node, 'answer', Object.keys(answer), setting);
  const text =
    typeof answer === 'string'
      ? readText(node, ['answer'], kind, setting)
      : byLanguage(
          Object.keys(answer).map((language) => [
            language,
            readText(node, ['answer', language], kind, setting),
          ]),
        );
  return { kind: 'answer', text, link, needsProfile: readsProfile(text) };
}

function readText(node: SourceNode, at: NodePath, kind: 'text' | 'linkText', setting: FaqSetting): Template {
  const scalar = nodeAt(node, at);
  if (scalar?.kind !== 'scalar') return [];
  const { report, mentions } = setting;
  const { template, uses } = parseTemplate(String(scalar.value).trim(), scalar.placeOf, report);
  for (const { placeholder, place } of uses) {
    if (placeholder.source === 'contact') mentions.push({ kind: 'contact', name: placeholder.name, place });
    if (placeholder.source !== 'answer') continue;
    report.error(place, 'answer-not-here', 'A question of the FAQ knows no answers of a flow.', {
      hint: 'Remember it with `set`, and show contact. instead.',
    });
  }
  checkNeverSay(template, scalar.place, setting);
  checkLength(template, kind, scalar.place, setting);
  return template;
}
