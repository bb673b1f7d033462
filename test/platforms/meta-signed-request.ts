import { createHmac } from 'node:crypto';

/** What Meta signs about one of its users; a text is signed as it is. */
export function signedRequest(content: unknown, secret: string): string {
  const json = typeof content === 'string' ? content : JSON.stringify(content);
  const payload = Buffer.from(json).toString('base64url');
  return `${createHmac('sha256', secret).update(payload).digest('base64url')}.${payload}`;
}
