import { describe, expect, it } from 'vitest';
import { parseSaying } from '../../../src/channels/simulator/parse.js';

const now = 1_790_000_000_000;
const ada = { contact: 'Ada', id: 'a1' };

const parsed = (body: unknown) => {
  const result = parseSaying(body, now);
  expect(result).toMatchObject({ ok: true });
  return result.ok ? result.update : undefined!;
};

const fieldsOf = (body: unknown) => {
  const result = parseSaying(body, now);
  return result.ok ? [] : result.problems.map(({ field }) => field);
};

describe('what someone says in the simulator', () => {
  it('is a message of the contact by that name, now', () => {
    expect(parsed({ ...ada, text: 'guide' })).toEqual({
      channel: 'simulator',
      accountId: 'simulator',
      contactId: 'Ada',
      key: 'saying:a1:Ada',
      content: {
        kind: 'messageReceived',
        occurredAt: now,
        platformMessageId: 'a1',
        text: 'guide',
        quickReply: null,
        storyReply: null,
        replyTo: null,
        referral: null,
        attachments: [],
      },
    });
  });

  it('may be a tapped quick reply, with its title or without', () => {
    expect(parsed({ ...ada, text: 'Yes', quickReply: 'yes' }).content).toMatchObject({
      text: 'Yes',
      quickReply: 'yes',
    });
    expect(parsed({ ...ada, quickReply: 'yes' }).content).toMatchObject({ text: 'yes', quickReply: 'yes' });
  });

  it('may be the answer to a story', () => {
    expect(parsed({ ...ada, text: 'wow', storyReply: true }).content).toMatchObject({
      text: 'wow',
      storyReply: { id: null },
    });
    expect(parsed({ ...ada, text: 'wow', storyReply: false }).content).toMatchObject({ storyReply: null });
  });

  it('may be a pressed button', () => {
    expect(parsed({ ...ada, postback: { title: 'Start', payload: 'start' } }).content).toEqual({
      kind: 'postbackReceived',
      occurredAt: now,
      platformMessageId: 'a1',
      title: 'Start',
      payload: 'start',
      referral: null,
    });
  });

  it('may be a comment, on a post or on whichever', () => {
    expect(parsed({ ...ada, comment: { text: 'guide!', postId: '7' } }).content).toEqual({
      kind: 'commentPosted',
      occurredAt: now,
      commentId: 'a1',
      postId: '7',
      text: 'guide!',
      isLive: false,
      parentId: null,
    });
    expect(parsed({ ...ada, comment: { text: 'guide' } }).content).toMatchObject({ postId: 'post' });
  });

  it('may be a mention in a story', () => {
    expect(parsed({ ...ada, storyMention: true }).content).toMatchObject({
      kind: 'messageReceived',
      text: '',
      storyMention: true,
    });
  });

  it('may be an advertisement', () => {
    expect(parsed({ ...ada, ad: '120' }).content).toMatchObject({
      kind: 'referralReceived',
      referral: { ref: null, source: 'ADS', adId: '120' },
    });
  });

  it.each([
    { comment: { text: ' ' } },
    { comment: { text: 'guide' }, text: 'guide' },
    { ad: '1', ref: 'guide' },
    { storyMention: true, text: 'wow' },
  ])('is one thing at a time, and something: %j', (said) => {
    expect(parseSaying({ ...ada, ...said }, now).ok).toBe(false);
  });

  it('may be a ref link', () => {
    expect(parsed({ ...ada, ref: 'guide' }).content).toMatchObject({
      kind: 'referralReceived',
      referral: { ref: 'guide' },
    });
  });

  it('counts once for each contact', () => {
    const key = (contact: string, id: string) => parsed({ contact, id, text: 'x' }).key;
    expect(key('Ada', 'a1')).toBe(key(' Ada ', 'a1'));
    expect(key('Ada', 'a1')).not.toBe(key('Ada', 'a2'));
    expect(key('Ada', 'a1')).not.toBe(key('Bob', 'a1'));
  });

  it('is made storable', () => {
    expect(parsed({ contact: 'A\u0000da', id: 'a1', text: 'a\ud83c' })).toMatchObject({
      contactId: 'Ada',
      content: { text: 'a\ufffd' },
    });
  });

  it.each([
    ['no object', 'guide', ['']],
    ['nothing', ada, ['']],
    ['two things at once', { ...ada, text: 'x', ref: 'guide' }, ['']],
    ['a story reply without words', { ...ada, quickReply: 'yes', storyReply: true }, ['']],
    ['a story reply to nothing', { ...ada, storyReply: true }, ['']],
    ['nobody', { id: 'a1', text: 'x' }, ['contact']],
    ['a blank name', { ...ada, contact: '  ', text: 'x' }, ['contact']],
    ['too long a name', { ...ada, contact: 'x'.repeat(65), text: 'x' }, ['contact']],
    ['no id', { contact: 'Ada', text: 'x' }, ['id']],
    ['an id with spaces', { contact: 'Ada', id: 'a 1', text: 'x' }, ['id']],
    ['blank words', { ...ada, text: ' ' }, ['text']],
    ['too many words', { ...ada, text: 'x'.repeat(20_001) }, ['text']],
    ['a button without payload', { ...ada, postback: { title: 'Start' } }, ['postback.payload']],
    ['a button that is text', { ...ada, postback: 'start' }, ['postback']],
    ['an unknown property', { ...ada, text: 'x', txt: 'x' }, ['']],
    ['several mistakes', { contact: 7, id: 7, text: 7 }, ['contact', 'id', 'text']],
  ])('is refused, field by field, when it is %s', (_case, body, fields) => {
    expect(fieldsOf(body)).toEqual(fields);
  });
});
