import type { Attachment } from '../../../core/platform-event.js';
import { type Fields, readText } from '../../fields.js';
import { asFields } from '../../fields.js';
import { parseJson } from '../../json.js';
import { detailsOf, readLine } from '../details.js';

/** Tells the platform which sending a form belongs to; nobody filled it in. */
const TOKEN = 'flow_token';

/** What was filled into a form of WhatsApp's, a line for each field: `response_json` is JSON in a text. */
export function readForm(reply: Fields): Attachment {
  const answer = parseJson(Buffer.from(readText(reply['response_json']) ?? ''));
  const fields = answer.ok ? asFields(answer.value) : null;
  const lines = Object.entries(fields ?? {})
    .filter(([name]) => name !== TOKEN)
    .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : value]);
  const name = readLine(reply['name']);
  return {
    type: 'form',
    url: null,
    ...(name === '' ? {} : { name }),
    ...detailsOf(Object.fromEntries(lines) as Fields),
  };
}
