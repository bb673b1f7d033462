import { describe, expect, it } from 'vitest';
import { minuteAgo, parseOne, threads } from './parsing.js';

const at = { at: minuteAgo };
const someApp = '424242';
const pageInbox = '263902037430900';
const pageInboxInEchoes = '26390203743090';
const instagramInbox = '1217981644879628';

describe.each(threads)('a thread on %s', (_channel, them) => {
  it.each([
    ['is ours when it is passed to an app, which is told of it', someApp, 'us'],
    ['is ours when the id of that app is a number', 424242, 'us'],
    ['is a person’s when it is passed to the page’s inbox', pageInbox, 'other'],
    ['is a person’s when that inbox is named as in echoes', pageInboxInEchoes, 'other'],
    ['is a person’s when it is passed to Instagram’s inbox', instagramInbox, 'other'],
    ['is nobody’s when it is released', null, 'idle'],
    ['is nobody’s when nobody is named', undefined, 'idle'],
  ] as const)('%s', (_case, new_owner_app_id, owner) => {
    const passed = { previous_owner_app_id: '7', new_owner_app_id, metadata: 'here you are' };
    expect(parseOne(them, them.happens('pass_thread_control', passed, at))).toMatchObject({
      contactId: them.contactId,
      key: `pass_thread_control:${them.contactId}:${minuteAgo}:${new_owner_app_id ?? ''}`,
      content: { kind: 'threadControlChanged', occurredAt: minuteAgo, owner },
    });
  });

  it.each([
    ['another’s when it is taken, since who has lost it is told', { new_owner_app_id: someApp }, 'other'],
    ['another’s when the taker is not named, as in older payloads', {}, 'other'],
    ['another’s when an inbox takes it', { new_owner_app_id: pageInbox }, 'other'],
    ['nobody’s when nobody has it afterwards', { new_owner_app_id: null }, 'idle'],
  ])('is %s', (_case, taker, owner) => {
    const taken = { previous_owner_app_id: someApp, metadata: '', ...taker };
    expect(parseOne(them, them.happens('take_thread_control', taken, at)).content).toMatchObject({
      kind: 'threadControlChanged',
      occurredAt: minuteAgo,
      owner,
    });
  });

  it('stays as it is while an app asks for it', () => {
    const asked = { requested_owner_app_id: someApp, metadata: 'please' };
    expect(parseOne(them, them.happens('request_thread_control', asked)).content).toMatchObject({
      kind: 'platformNoticed',
      type: 'request_thread_control',
      payload: asked,
    });
  });

  it('changes hands as often as it does', () => {
    const pass = (to: string, when: number) =>
      parseOne(them, them.happens('pass_thread_control', { new_owner_app_id: to }, { at: when })).key;
    expect(pass('1', minuteAgo)).toBe(pass('1', minuteAgo));
    expect(pass('1', minuteAgo)).not.toBe(pass('2', minuteAgo));
    expect(pass('1', minuteAgo)).not.toBe(pass('1', minuteAgo + 1));
  });

  it('belongs to the contact also where the account stands as the sender', () => {
    const item = them.happens('take_thread_control', { previous_owner_app_id: someApp });
    const swapped = { ...item, sender: { id: them.account.id }, recipient: { id: them.contactId } };
    expect(parseOne(them, swapped)).toMatchObject({
      contactId: them.contactId,
      content: { kind: 'threadControlChanged', owner: 'other' },
    });
  });
});
