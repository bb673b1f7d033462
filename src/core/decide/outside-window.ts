import { capabilities, type SupportedChannel } from '../channel.js';
import type { OutsideWindow } from '../flow.js';
import type { Basis, MessageBody } from '../message.js';
import type { TemplateDefinition } from '../resources.js';
import { clipText } from '../split-text.js';
import { pickLanguage } from '../template.js';
import { isWindowOpen } from '../window.js';
import { showSensitive } from './confidence.js';
import type { Draft } from './draft.js';
import { fill } from './fill.js';
import { languagesOf } from './language.js';
import type { Place } from './run-state.js';

/** Whether what is said now needs a way that the reply window does not give; the private reply to a comment is one. */
function isOutside({ conversation, now }: Draft): boolean {
  return conversation.run?.comment === undefined && !isWindowOpen(conversation, now);
}

/** An approved template that stands for what was to be said, ready to be sent. */
export interface TemplateSaying {
  readonly body: MessageBody;
  readonly basis: Basis;
  readonly isSensitive: boolean;
}

/**
 * The template that is sent instead, outside of the reply window, in the contact's language: its words are approved, so
 * nothing goes with it. Null: the window is open, the channel has no templates, or the author named none.
 */
export function templateFor(draft: Draft, place: Place, outside?: OutsideWindow): TemplateSaying | null {
  const { template } = outside ?? {};
  const limits = capabilities[draft.conversation.channel];
  if (template === undefined || !limits.hasTemplates || !isOutside(draft)) return null;
  const { definition } = template;
  const approved = pickLanguage(definition.texts, languagesOf(draft));
  if (approved === undefined) return null;
  const parameters = template.parameters.map((parameter) => fill(draft, place, parameter));
  const { platformName: name, topic } = definition;
  return {
    body: filledTemplate(draft.conversation.channel, { name, approved, gaps: parameters }),
    basis: { kind: 'template', topic },
    isSensitive: showSensitive(draft, place, template.parameters),
  };
}

/** An approved template in one language, with its gaps filled; it reads as it was approved. */
export function filledTemplate(
  channel: SupportedChannel,
  {
    name,
    approved,
    gaps,
  }: {
    readonly name: string;
    readonly approved: TemplateDefinition['texts'][string];
    readonly gaps: readonly string[];
  },
): MessageBody {
  const parameters = gaps.map(asParameter);
  return {
    text: clipText(fillGaps(approved.body, parameters), capabilities[channel].text),
    template: { name, language: approved.language, parameters },
  };
}

/** The token by which a topic may be written about outside of the reply window; null: there is none now. */
export function tokenFor(draft: Draft, outside?: OutsideWindow): Basis | null {
  const { conversation, now } = draft;
  const topic = outside?.topic;
  if (topic === undefined || !capabilities[conversation.channel].hasMarketingTokens) return null;
  if (!isOutside(draft)) return null;
  const { marketingTokens = [] } = conversation;
  const found = marketingTokens.find((one) => one.topic === topic && one.expiresAt > now);
  return found === undefined
    ? null
    : { kind: 'marketing_token', topic, token: found.token, until: found.expiresAt };
}

const nothing = '–';

/** Platforms take no empty parameter, and none of several lines. */
function asParameter(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line === '' ? nothing : line;
}

function fillGaps(body: string, parameters: readonly string[]): string {
  return body.replace(
    /\{\{\s*(\d+)\s*\}\}/gu,
    (_, place: string) => parameters[Number(place) - 1] ?? nothing,
  );
}
