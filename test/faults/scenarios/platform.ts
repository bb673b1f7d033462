import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../../platforms/fault.js';
import { isSend } from '../../platforms/fault-plan.js';
import { Crowd } from '../load/crowd.js';
import type { Scenario } from '../scenario.js';
import { Scene } from '../scene.js';
import { aftermath, atLeast, within } from './aftermath.js';

const usage = JSON.stringify({ call_count: 100, total_time: 100, total_cputime: 100 });

/** What befalls a send, and how often. None is a refusal for good: that would end a chat as it should. */
const faults: readonly { readonly often: number; readonly fault: Fault }[] = [
  { often: 0.03, fault: { kind: 'error', status: 500, code: 5_000, transient: true } },
  { often: 0.01, fault: { kind: 'error', status: 503, code: 5_001, transient: true } },
  { often: 0.01, fault: { kind: 'error', status: 400, code: 613, headers: { 'retry-after': '1' } } },
  {
    often: 0.01,
    fault: { kind: 'error', status: 429, code: 613, headers: { 'x-app-usage': usage, 'retry-after': '1' } },
  },
  { often: 0.03, fault: { kind: 'reset', after: 'head' } },
  { often: 0.01, fault: { kind: 'reset', after: 'body', delivered: true } },
  { often: 0.01, fault: { kind: 'reset', after: 'body', delivered: false } },
  { often: 0.01, fault: { kind: 'silence', delivered: true } },
  { often: 0.01, fault: { kind: 'silence', delivered: false } },
  { often: 0.01, fault: { kind: 'answer', status: 200, body: '<html>maintenance</html>', delivered: true } },
  { often: 0.01, fault: { kind: 'answer', status: 502, body: 'Bad Gateway', delivered: false } },
  { often: 0.3, fault: { kind: 'slow', ms: 100 } },
];

export const platform: Scenario = {
  name: 'platform',
  rows: [21, 22, 23],
  title:
    'The platform asks for pauses, fails, resets before and after the body, is silent, slow, or answers nonsense',
  engines: ['sqlite', 'postgres'],
  trials: { few: 60, record: 2_000 },
  run: async ({ engine, trials, chance, show }) =>
    within(await Scene.set(engine), async (scene) => {
      await scene.start();
      const struck = new Map<Fault['kind'], number>();
      for (const { often, fault } of faults) {
        scene.meta.failWhile((target) => {
          if (!isSend(target) || !chance.happens(often)) return false;
          struck.set(fault.kind, (struck.get(fault.kind) ?? 0) + 1);
          return true;
        }, fault);
      }
      const crowd = new Crowd({ meta: scene.meta, reach: scene.reach(), chance, size: 24, rest: 0 });
      crowd.start();
      while (crowd.size < trials) {
        show(`${String(crowd.size)} of ${String(trials)} chats`);
        await pause(1_000);
      }
      await crowd.finish();
      const others = atLeast(3, struck.size, 'kinds of fault');
      return aftermath(scene, crowd, { trials: crowd.size, facts: Object.fromEntries(struck), others });
    }),
};
