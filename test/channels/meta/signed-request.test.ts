import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSignedRequest } from '../../../src/channels/meta/signed-request.js';
import { signedRequest } from '../../platforms/meta-signed-request.js';
import { now } from './parsing.js';

const secret = 'the app secret';
const claim = { user_id: '218471', algorithm: 'HMAC-SHA256', issued_at: now / 1000 - 60, expires: 0 };
const open = (text: string, secrets: readonly string[] = [secret]) => openSignedRequest(text, secrets, now);
const malformed = { ok: false, reason: 'malformed' };
const badSignature = { ok: false, reason: 'bad_signature' };

describe('a signed request', () => {
  it('tells who it is about, and by which of our secrets it is proved', () => {
    const text = signedRequest(claim, secret);
    const signature = text.split('.')[0];
    for (const secrets of [[secret], ['other', secret], [secret, 'other']]) {
      expect(open(text, secrets)).toEqual({ ok: true, request: { userId: '218471', secret, signature } });
    }
  });

  it('keeps every digit of a number that is an id', () => {
    const text = signedRequest(
      '{"algorithm":"HMAC-SHA256","issued_at":1789999990,"user_id":90071992547409931}',
      secret,
    );
    expect(open(text)).toMatchObject({ ok: true, request: { userId: '90071992547409931' } });
  });

  it('may be padded', () => {
    const [signature, payload] = signedRequest(claim, secret).split('.');
    expect(open(`${signature}=.${payload}`)).toMatchObject({ ok: true });
  });

  it('is refused when one character of it is another', () => {
    const text = signedRequest(claim, secret);
    const place = fc.nat({ max: text.length - 1 });
    const letters = fc.constantFrom('A', 'Q', 'g', 'w', 'x', '0', '9', '-', '_');
    fc.assert(
      fc.property(place, letters, (at, letter) => {
        fc.pre(text[at] !== letter && text[at] !== '.');
        const opened = open(text.slice(0, at) + letter + text.slice(at + 1));
        // The last character of 43 carries two bits that are no part of the signature.
        if (at !== 42) expect(opened.ok).toBe(false);
      }),
    );
  });

  it('is refused where no secret, another or an empty one made it', () => {
    expect(open(signedRequest(claim, 'other'))).toEqual(badSignature);
    expect(open(signedRequest(claim, secret), [])).toEqual(badSignature);
    expect(open(signedRequest(claim, ''), [''])).toEqual(badSignature);
  });

  it.each([
    ['nothing', ''],
    ['one part', 'abc'],
    ['three parts', `${signedRequest(claim, secret)}.x`],
    ['a short signature', signedRequest(claim, secret).slice(1)],
    ['base64 that is no base64url', signedRequest(claim, secret).replace('.', '+.')],
    ['too much', `${'A'.repeat(43)}.${'A'.repeat(5000)}`],
  ])('is refused where it is %s', (_case, text) => {
    expect(open(text)).toEqual(malformed);
  });

  it.each([
    ['another algorithm', { ...claim, algorithm: 'AES-256-CBC HMAC-SHA256' }],
    ['no algorithm', { ...claim, algorithm: undefined }],
    ['nobody', { ...claim, user_id: undefined }],
    ['somebody who is no id', { ...claim, user_id: { a: 1 } }],
    ['no moment', { ...claim, issued_at: undefined }],
    ['a list', [claim]],
    ['no JSON', 'user_id=218471'],
  ])('is refused where it names %s', (_case, content) => {
    expect(open(signedRequest(content, secret))).toEqual(malformed);
  });

  it.each([
    ['an hour and a second ago', now - 3_601_000, false],
    ['just within an hour', now - 3_599_000, true],
    ['a little ahead of our clock', now + 300_000, true],
    ['far ahead of our clock', now + 301_000, false],
  ])('is new enough or not when it was signed %s', (_case, at, isNew) => {
    const opened = open(signedRequest({ ...claim, issued_at: at / 1000 }, secret));
    expect(opened).toMatchObject(isNew ? { ok: true } : { ok: false, reason: 'stale' });
  });

  it('may be as old as is allowed', () => {
    const text = signedRequest(claim, secret);
    expect(openSignedRequest(text, [secret], now, 60_000)).toMatchObject({ ok: true });
    expect(openSignedRequest(text, [secret], now, 59_000)).toEqual({ ok: false, reason: 'stale' });
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (text, json) => {
        expect(open(text).ok).toBe(false);
        expect(open(signedRequest(json, secret)).ok).toBe(false);
      }),
    );
  });
});
