import { capabilities } from '../../core/channel.js';
import { measureText } from '../../core/channel-capabilities.js';
import type { SupportedChannel } from '../../core/channel.js';
import type { ChannelCapabilities, TextLimit } from '../../core/channel-capabilities.js';
import type { Template } from '../../core/flow.js';
import { alternativesOf } from '../../core/template.js';
import type { Place } from '../issue.js';
import type { Report } from '../report.js';
import { replyTextLimit } from './reply-limits.js';

/** What a text is written for, and where its mistakes go. */
export interface TextSetting {
  readonly vocabulary: { readonly channels: readonly SupportedChannel[] };
  readonly report: Report;
}

/** A longer text arrives all the same, in several messages: worth knowing before a follower finds out. */
export function checkLength(
  text: Template,
  kind: 'text' | 'linkText' | 'replyText',
  place: Place,
  { vocabulary, report }: TextSetting,
): void {
  const literal = literalOf(text);
  for (const channel of vocabulary.channels) {
    const limit = limitOf(capabilities[channel], kind);
    const size = measureText(literal, limit);
    if (size <= limit.size) continue;
    report.warning(
      place,
      'long-text',
      `${channel} cuts this text of ${size} ${limit.unit} into several messages.`,
      {
        hint: `One message holds ${describeLimit(limit)}${above(kind)}.`,
      },
    );
    return;
  }
}

function limitOf(limits: ChannelCapabilities, kind: 'text' | 'linkText' | 'replyText'): TextLimit {
  return kind === 'replyText' ? replyTextLimit(limits) : limits[kind];
}

function above(kind: 'text' | 'linkText' | 'replyText'): string {
  switch (kind) {
    case 'text':
      return '';
    case 'linkText':
      return ' above a button';
    case 'replyText':
      return ' above what can be tapped';
  }
}

/** As `checkTitle`, of what the author wrote of it: what placeholders show is not known. */
export function checkTemplateTitle(
  title: Template,
  limitOf: (channel: SupportedChannel) => TextLimit,
  place: Place,
  setting: TextSetting,
): void {
  checkTitle(literalOf(title), limitOf, place, setting);
}

/** The text of a card is cut where the channel's room for it ends. */
export function checkCardText(text: Template, place: Place, { vocabulary, report }: TextSetting): void {
  const literal = literalOf(text);
  for (const channel of vocabulary.channels) {
    const limit = capabilities[channel].cards.text;
    const size = measureText(literal, limit);
    if (size <= limit.size) continue;
    report.warning(
      place,
      'long-card-text',
      `${channel} shows ${describeLimit(limit)} of this text, which has ${size}.`,
      {
        hint: 'Shorten it, and say the rest in the text above.',
      },
    );
    return;
  }
}

/** What the author wrote of it: of several languages that which takes most room. */
function literalOf(text: Template): string {
  const literals = alternativesOf(text).map((one) => one.filter((part) => typeof part === 'string').join(''));
  return literals.toSorted((one, other) => other.length - one.length)[0] ?? '';
}

/** A title that is cut no longer says what it leads to. */
export function checkTitle(
  title: string,
  limitOf: (channel: SupportedChannel) => TextLimit,
  place: Place,
  { vocabulary, report }: TextSetting,
): void {
  // Where a title takes none that is reported, and how long it would be without is not known.
  if (title.includes('{{')) return;
  for (const channel of vocabulary.channels) {
    const limit = limitOf(channel);
    const size = measureText(title, limit);
    if (size <= limit.size) continue;
    report.warning(
      place,
      'long-title',
      `${channel} shows ${describeLimit(limit)} of "${title}", which has ${size}.`,
      {
        hint: 'Shorten it, and say the rest in the text above.',
      },
    );
    return;
  }
}

function describeLimit({ size, unit }: TextLimit): string {
  return `${size} ${unit}`;
}
