import { capabilities } from '../../core/channel.js';
import type { ButtonTemplate } from '../../core/flow.js';
import { checkTemplateTitle } from '../check/check-length.js';
import { name, refuse, writtenLike } from '../shape/values.js';
import { lookUp } from '../vocabulary.js';
import type { NodePath } from '../yaml/source-node.js';
import { z } from 'zod';
import type { StepReading } from './step.js';
import { spoken } from '../translation/spoken.js';

const phoneRule = 'Begin with a plus and the country, and put it in quotes: "+49 30 123456".';

/** As it is dialled from anywhere: a plus, the country, the number. */
const phone = z
  .string()
  .transform((written, context) => {
    const number = written.replaceAll(/[\s()/.-]/gu, '');
    return /^\+[1-9]\d{6,14}$/u.test(number)
      ? number
      : refuse(context, {
          code: 'bad-phone',
          message: `"${written}" is not a phone number that can be called from anywhere.`,
          hint: phoneRule,
        });
  })
  .meta(writtenLike('^[\\s()/.-]*\\+[\\s()/.-]*[1-9](?:[\\s()/.-]*\\d){6,14}[\\s()/.-]*$', phoneRule));

/** What a button does: exactly one of these. */
export const deedShape = { link: name.optional(), flow: name.optional(), call: phone.optional() };

interface WrittenDeed {
  readonly link?: string | undefined;
  readonly flow?: string | undefined;
  readonly call?: string | undefined;
}

const deedsRule =
  'A button has `link:` with a link of the workspace, `flow:` with a flow to start, or `call:` with a number.';

/** Title and deed stand under the same mapping, at `at`; null where it cannot be a button, which is reported. */
export function readButton(
  written: WrittenDeed,
  at: NodePath,
  titleKey: 'title' | 'button',
  step: StepReading,
): ButtonTemplate | null {
  const deeds = [written.link, written.flow, written.call].filter((deed) => deed !== undefined);
  if (deeds.length !== 1) {
    const message = deeds.length === 0 ? 'This button does nothing.' : 'A button does one thing.';
    step.report.error(step.place(...at), 'bad-button', message, { hint: deedsRule });
    return null;
  }
  if (written.link !== undefined) return readLinkButton(written.link, at, titleKey, step);
  const title = readTitle(at, titleKey, step);
  if (title === null) return null;
  if (written.flow !== undefined) {
    step.mention({ kind: 'flow', name: written.flow, place: step.place(...at, 'flow') });
    return { kind: 'flow', title, flow: written.flow };
  }
  return { kind: 'call', title, phone: written.call ?? '' };
}

function readLinkButton(
  name: string,
  at: NodePath,
  titleKey: string,
  step: StepReading,
): ButtonTemplate | null {
  const link = lookUp(step.vocabulary.links, name, step.place(...at, 'link'), step.report);
  const title = step.node(...at, titleKey) === undefined ? null : readTitle(at, titleKey, step);
  return link && { kind: 'link', title, link };
}

function readTitle(at: NodePath, titleKey: string, step: StepReading) {
  const place = step.place(...at, titleKey);
  if (step.node(...at, titleKey) === undefined) {
    step.report.error(
      place,
      'missing-key',
      `"${titleKey}" is missing: a button that starts a flow or calls says so.`,
    );
    return null;
  }
  const title = step.speech(...at, titleKey);
  checkTemplateTitle(title, (channel) => capabilities[channel].buttons.title, place, step);
  return title;
}

export const buttonTitle = spoken.optional();
