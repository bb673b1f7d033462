import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifySignature } from '../../../src/channels/meta/signature.js';
import { signatureOf } from '../../platforms/meta-payloads.js';

const secret = 'the app secret';
const body = Buffer.from(String.raw`{"object":"page","note":"Gr\u00fc\u00dfe"}`);
const signature = signatureOf(body, secret);

describe('the signature of a delivery', () => {
  it('holds over the bytes as they arrived', () => {
    expect(verifySignature(body, signature, [secret])).toBe(true);
  });

  it('fails when one bit of the body is flipped, wherever it is', () => {
    const bits = fc.nat({ max: body.length * 8 - 1 });
    fc.assert(
      fc.property(bits, (bit) => {
        const flipped = Buffer.from(body);
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        expect(verifySignature(flipped, signature, [secret])).toBe(false);
      }),
    );
  });

  it('fails for the same JSON in other bytes', () => {
    const reencoded = Buffer.from(JSON.stringify(JSON.parse(body.toString())));
    expect(verifySignature(reencoded, signature, [secret])).toBe(false);
  });

  it('fails when one digit of it is another', () => {
    const other = signature.endsWith('0') ? '1' : '0';
    expect(verifySignature(body, signature.slice(0, -1) + other, [secret])).toBe(false);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['without its prefix', signature.slice('sha256='.length)],
    ['cut short', signature.slice(0, -1)],
    ['too long', `${signature}0`],
    ['in capitals', `sha256=${signature.slice(7).toUpperCase()}`],
    ['followed by a line break', `${signature}\n`],
    ['given twice', `${signature}, ${signature}`],
    ['made of other letters than hex', `sha256=${'z'.repeat(64)}`],
    ['SHA-1', `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`],
    ['SHA-1 under another name', `sha256=${createHmac('sha1', secret).update(body).digest('hex')}`],
  ])('fails when it is %s', (_case, header) => {
    expect(verifySignature(body, header, [secret])).toBe(false);
  });

  it('holds for any of several secrets, in any place', () => {
    for (const secrets of [
      [secret, 'old', 'instagram'],
      ['old', secret, 'instagram'],
      ['old', 'instagram', secret],
    ]) {
      expect(verifySignature(body, signature, secrets)).toBe(true);
    }
  });

  it('fails for other secrets, and where there are none', () => {
    expect(verifySignature(body, signature, ['old', 'instagram'])).toBe(false);
    expect(verifySignature(body, signature, [])).toBe(false);
  });

  it('is not to be made with an empty secret', () => {
    expect(verifySignature(body, signatureOf(body, ''), [''])).toBe(false);
  });

  it('holds over an empty body too', () => {
    expect(verifySignature(Buffer.alloc(0), signatureOf('', secret), [secret])).toBe(true);
  });
});
