import { describe, expect, it } from 'vitest';
import { answerHandshake } from '../../../src/channels/meta/handshake.js';

const question = { 'hub.mode': 'subscribe', 'hub.verify_token': 'our token', 'hub.challenge': '1158201444' };

describe('the verification handshake', () => {
  it('is answered with the challenge', () => {
    expect(answerHandshake(question, 'our token')).toEqual({ ok: true, challenge: '1158201444' });
  });

  it('keeps every digit of a challenge that no number could hold', () => {
    const challenge = '00900719925474099312345';
    expect(answerHandshake({ ...question, 'hub.challenge': challenge }, 'our token')).toEqual({
      ok: true,
      challenge,
    });
  });

  it.each(['', 'other', 'our toke', 'our token ', 'Our token', 'our token'.repeat(50)])(
    'refuses the token %j',
    (token) => {
      const asked = { ...question, 'hub.verify_token': token };
      expect(answerHandshake(asked, 'our token')).toEqual({ ok: false, reason: 'wrong_token' });
    },
  );

  it('refuses everyone while we have no verify token', () => {
    const asked = { ...question, 'hub.verify_token': '' };
    expect(answerHandshake(asked, '')).toEqual({ ok: false, reason: 'wrong_token' });
  });

  it('refuses another mode', () => {
    expect(answerHandshake({ ...question, 'hub.mode': 'unsubscribe' }, 'our token')).toEqual({
      ok: false,
      reason: 'wrong_mode',
    });
  });

  it.each(['hub.mode', 'hub.verify_token', 'hub.challenge'] as const)(
    'refuses %s twice, or not at all',
    (name) => {
      for (const value of [[question[name], question[name]], undefined, { a: 'b' }]) {
        expect(answerHandshake({ ...question, [name]: value }, 'our token')).toEqual({
          ok: false,
          reason: 'malformed',
        });
      }
    },
  );

  it('refuses a challenge that is empty, or longer than any', () => {
    for (const challenge of ['', 'x'.repeat(1001)]) {
      expect(answerHandshake({ ...question, 'hub.challenge': challenge }, 'our token')).toMatchObject({
        ok: false,
      });
    }
  });
});
