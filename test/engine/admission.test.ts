import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { ParsedUpdate } from '../../src/channels/channel.js';
import { Admission } from '../../src/engine/admission.js';
import type { AdmittedHow } from '../../src/engine/metrics.js';
import { Overloaded } from '../../src/engine/overloaded.js';

/** Somebody writes this. */
function says(text: string): ParsedUpdate {
  return {
    channel: 'instagram',
    accountId: '1001',
    contactId: 'ada',
    key: text,
    content: {
      kind: 'messageReceived',
      occurredAt: 0,
      platformMessageId: text,
      text,
      quickReply: null,
      storyReply: null,
      replyTo: null,
      referral: null,
      attachments: [],
    },
  };
}

/** Room for two with the store, for two that wait and for three that go ahead; what is begun ends when it is told to. */
function setUp() {
  const admitted: AdmittedHow[] = [];
  const waited: number[] = [];
  const begun: string[] = [];
  const endings = new Map<string, () => void>();
  let clock = 0;
  const admission = new Admission({
    limits: { underWay: 2, waiting: 2, ahead: 3, refusalPause: 100 },
    metrics: {
      deliveryAdmitted: (how) => void admitted.push(how),
      deliveryWaited: (seconds) => void waited.push(seconds),
    },
    elapsed: () => clock,
  });
  const bring = (name: string, updates: readonly ParsedUpdate[] = [says('hello')]) =>
    admission.admit(updates, () => {
      begun.push(name);
      return new Promise<string>((resolve) => endings.set(name, () => resolve(name)));
    });
  const end = async (name: string, delivery: Promise<string>): Promise<void> => {
    endings.get(name)?.();
    expect(await delivery).toBe(name);
  };
  return { admission, bring, end, begun, admitted, waited, pass: (ms: number) => (clock += ms) };
}

describe('deliveries', () => {
  it('are decided at once while there is room', () => {
    const { bring, begun, admitted, admission } = setUp();
    void bring('first');
    void bring('second');
    expect(begun).toEqual(['first', 'second']);
    expect(admitted).toEqual(['at_once', 'at_once']);
    expect(admission.intake).toEqual({ underWay: 2, waiting: 0 });
  });

  it('wait for their turn where there is none, and come in the order in which they arrived', async () => {
    const { bring, end, begun, admitted, waited, pass, admission } = setUp();
    const first = bring('first');
    void bring('second');
    void bring('third');
    void bring('fourth');
    expect(begun).toEqual(['first', 'second']);
    expect(admission.intake).toEqual({ underWay: 2, waiting: 2 });
    pass(250);
    await end('first', first);
    expect(begun).toEqual(['first', 'second', 'third']);
    expect(admitted).toEqual(['at_once', 'at_once', 'after_waiting']);
    expect(waited).toEqual([0.25]);
  });

  it('do not overtake one that waits for more room than they need', async () => {
    const { bring, end, begun } = setUp();
    const first = bring('first');
    const second = bring('second');
    void bring('two at once', [says('one'), says('two')]);
    await end('first', first);
    expect(begun).toEqual(['first', 'second']);
    await end('second', second);
    expect(begun).toEqual(['first', 'second', 'two at once']);
  });

  it('that are larger than all the room come alone', async () => {
    const { bring, end, begun } = setUp();
    const many = ['a', 'b', 'c', 'd', 'e'].map(says);
    const first = bring('first');
    const large = bring('large', many);
    await end('first', first);
    void bring('after');
    expect(begun).toEqual(['first', 'large']);
    await end('large', large);
    expect(begun).toEqual(['first', 'large', 'after']);
  });

  it('are refused when too many wait, and not so fast that who brings them could bring more', async () => {
    const { bring, begun, admitted } = setUp();
    for (const name of ['first', 'second', 'third', 'fourth']) void bring(name);
    const refused = bring('fifth');
    let isSaid = false;
    refused.catch(() => (isSaid = true));
    await nextTurn();
    expect(isSaid).toBe(false);
    await expect(refused).rejects.toThrow(Overloaded);
    expect(begun).not.toContain('fifth');
    expect(admitted.at(-1)).toBe('refused');
  });

  it('make room when they fail', async () => {
    const { admission, bring, begun } = setUp();
    void bring('first');
    const failing = admission.admit([says('x')], () => Promise.reject(new Error('no store')));
    void bring('third');
    await expect(failing).rejects.toThrow('no store');
    await vi.waitFor(() => expect(begun).toEqual(['first', 'third']));
  });
});

describe('a STOP', () => {
  it('waits for nobody, however many wait', () => {
    const { bring, begun, admitted } = setUp();
    for (const name of ['first', 'second', 'third', 'fourth']) void bring(name);
    void bring('stop', [says('please stop messaging me')]);
    expect(begun).toEqual(['first', 'second', 'stop']);
    expect(admitted.at(-1)).toBe('ahead');
  });

  it('takes along what is delivered with it', () => {
    const { bring, begun } = setUp();
    for (const name of ['first', 'second', 'third']) void bring(name);
    void bring('batch', [says('hello'), says('STOP')]);
    expect(begun).toContain('batch');
  });

  it('takes no room from the others', async () => {
    const { bring, end, begun, admission } = setUp();
    const first = bring('first');
    for (const name of ['second', 'third']) void bring(name);
    const stop = bring('stop', [says('STOP')]);
    await end('stop', stop);
    expect(begun).toEqual(['first', 'second', 'stop']);
    await end('first', first);
    expect(begun).toEqual(['first', 'second', 'stop', 'third']);
    expect(admission.intake).toEqual({ underWay: 2, waiting: 0 });
  });

  it('is refused only where too many of its kind are under way', async () => {
    const { bring, begun } = setUp();
    for (const name of ['first', 'second', 'third', 'fourth']) void bring(name);
    for (const name of ['a', 'b', 'c']) void bring(name, [says('STOP')]);
    await expect(bring('d', [says('STOP')])).rejects.toThrow(Overloaded);
    expect(begun).toEqual(['first', 'second', 'a', 'b', 'c']);
  });
});
