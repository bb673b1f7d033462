import type { Attachment } from '../../../core/event.js';
import { asFields, asList, readText } from '../../fields.js';

/** The attachments that can be named; `payload` may be null, and older ones carry their address beside it. */
export function readAttachments(value: unknown): readonly Attachment[] {
  return asList(value).flatMap((entry) => {
    const fields = asFields(entry);
    const type = readText(fields?.['type']);
    if (fields === null || type === null || type === '') return [];
    return [{ type, url: readAddress(asFields(fields['payload'])?.['url'] ?? fields['url']) }];
  });
}

/** A link that a person may be shown. A shared link's address is its sender's: `javascript:` is not let in. */
function readAddress(value: unknown): string | null {
  const text = readText(value);
  return text !== null && /^https?:\/\//i.test(text) ? text : null;
}
