import { capabilities } from '../../core/channel.js';
import type { SupportedChannel } from '../../core/channel.js';
import type { ChannelCapabilities } from '../../core/channel-capabilities.js';
import type { MediaKind } from '../../core/message.js';
import { toMatchText } from '../../core/words.js';
import type { ErrorCode } from '../findings/catalogue.js';
import type { Place } from '../issue.js';
import type { NodePath } from '../yaml/source-node.js';
import type { TextSetting } from './check-length.js';
import { checkMixing } from './check-mixing.js';
import { checkNumbered } from './check-numbered.js';
import { isNumbered } from './reply-limits.js';
import { checkStopTitle } from './check-stop-title.js';

/** What an author put beside a text. */
export interface WrittenExtras {
  readonly hasLink: boolean;
  readonly buttons: readonly { readonly link?: string | undefined; readonly call?: string | undefined }[];
  readonly cards: readonly WrittenCard[];
  readonly quickReplies: readonly string[];
  readonly media: readonly MediaKind[];
  readonly hasAlt: boolean;
}

interface WrittenCard {
  readonly text?: string | undefined;
  readonly image?: string | undefined;
  readonly link?: string | undefined;
  readonly flow?: string | undefined;
  readonly call?: string | undefined;
}

type PlaceOf = (...path: NodePath) => Place;

/** What a channel cannot show beside a text, and what does not go together. */
export function checkExtras(written: WrittenExtras, placeOf: PlaceOf, setting: TextSetting): void {
  checkMedia(written, placeOf, setting);
  checkNumbers(written, placeOf, setting);
  checkCards(written, placeOf, setting);
  checkCalls(written, placeOf, setting);
  checkQuickReplies(written.quickReplies, placeOf, setting);
  checkNumbered(written.quickReplies.length, 0, (index) => placeOf('quick_replies', index), setting);
  checkMixing(written, placeOf, setting);
}

function checkMedia({ media, hasAlt }: WrittenExtras, placeOf: PlaceOf, { report }: TextSetting): void {
  const [first, second] = media;
  if (first === undefined) {
    if (hasAlt) {
      report.warning(placeOf('alt'), 'alt-alone', '"alt" says what a picture shows, and there is none here.');
    }
    return;
  }
  if (second !== undefined) {
    report.error(placeOf(second), 'two-media', `Beside this text stands its ${first} already.`, {
      hint: `Say something about the ${second} in a step of its own.`,
    });
  }
  if (hasAlt) return;
  report.warning(placeOf(first), 'missing-alt', `Nobody who cannot see the ${first} is told what it shows.`, {
    hint: 'Add a line such as alt: Our shop window in December',
  });
}

/** One kind of thing of which a channel shows only so many. */
interface Row {
  readonly key: 'buttons' | 'cards' | 'quick_replies';
  readonly code: Extract<ErrorCode, 'too-many-buttons' | 'too-many-cards' | 'too-many-quick-replies'>;
  readonly count: number;
  /** How many more there are that do not stand under the key. */
  readonly elsewhere: number;
  readonly mostOf: (limits: ChannelCapabilities) => number;
}

function checkNumbers(written: WrittenExtras, placeOf: PlaceOf, setting: TextSetting): void {
  const { buttons, cards, hasLink, quickReplies } = written;
  const rows: readonly Row[] = [
    {
      key: 'buttons',
      code: 'too-many-buttons',
      count: buttons.length,
      elsewhere: hasLink ? 1 : 0,
      mostOf: (limits) => limits.buttons.most,
    },
    {
      key: 'cards',
      code: 'too-many-cards',
      count: cards.length,
      elsewhere: 0,
      mostOf: (limits) => limits.cards.most,
    },
    {
      key: 'quick_replies',
      code: 'too-many-quick-replies',
      count: quickReplies.length,
      elsewhere: 0,
      mostOf: (limits) => (isNumbered(limits, quickReplies.length) ? 0 : limits.quickReplies.most),
    },
  ];
  for (const row of rows) checkNumber(row, placeOf, setting);
}

function checkNumber(row: Row, placeOf: PlaceOf, { vocabulary, report }: TextSetting): void {
  const { key, code, count, elsewhere, mostOf } = row;
  const channel = vocabulary.channels.find((one) => isTooMany(count + elsewhere, mostOf(capabilities[one])));
  if (channel === undefined) return;
  const most = mostOf(capabilities[channel]);
  const withLink = elsewhere > 0 ? ', the link among them' : '';
  report.error(
    placeOf(key, most - elsewhere),
    code,
    `${channel} shows up to ${most} ${key.replace('_', ' ')}${withLink}; here are ${count + elsewhere}.`,
    { hint: 'Leave some out, or say them in a step of its own.' },
  );
}

/** A channel that has none at all is told in words. */
function isTooMany(count: number, most: number): boolean {
  return most > 0 && count > most;
}

function checkCards({ buttons, cards }: WrittenExtras, placeOf: PlaceOf, { report }: TextSetting): void {
  if (cards.length > 0 && buttons.length > 0) {
    report.error(
      placeOf('buttons'),
      'buttons-and-cards',
      'Buttons would stand above the cards, away from the end.',
      {
        hint: 'Give each card its own button, or say the buttons in the step after this one.',
      },
    );
  }
  for (const [index, { text, image, link, flow, call }] of cards.entries()) {
    if ([text, image, link, flow, call].some((part) => part !== undefined)) continue;
    report.error(placeOf('cards', index), 'bare-card', 'A card needs more than its title.', {
      hint: 'Add a text, an image, or a button: link or flow.',
    });
  }
}

function checkCalls({ buttons, cards }: WrittenExtras, placeOf: PlaceOf, setting: TextSetting): void {
  const silent = setting.vocabulary.channels.find((channel) => cannotCall(channel));
  if (silent === undefined) return;
  for (const [key, list] of [['buttons', buttons] as const, ['cards', cards] as const]) {
    for (const [index, { call }] of list.entries()) {
      if (call === undefined) continue;
      setting.report.warning(
        placeOf(key, index, 'call'),
        'cannot-call',
        `On ${silent} no button can call: the number is written into the text.`,
      );
    }
  }
}

function cannotCall(channel: SupportedChannel): boolean {
  return !capabilities[channel].buttons.canCall;
}

function checkQuickReplies(titles: readonly string[], placeOf: PlaceOf, { report }: TextSetting): void {
  const seen = new Set<string>();
  for (const [index, title] of titles.entries()) {
    const words = toMatchText(title);
    const place = placeOf('quick_replies', index);
    if (words !== '' && seen.has(words)) {
      report.error(place, 'duplicate-quick-reply', `"${title}" stands here twice.`);
    }
    seen.add(words);
    checkStopTitle(title, place, 'Give this quick reply other words.', report);
  }
}
