import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowIdentity } from '../../../src/flow/compile.js';
import { versionFlows } from '../../../src/flow/compile/versions.js';
import type { FlowDefinition, StepDefinition } from '../../../src/flow/definition.js';
import { atOnce } from '../../../src/flow/piecewise.js';
import { ask, flow, goToFlow, ifAnswered, run, say } from './definitions.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function version(...definitions: readonly FlowDefinition[]): ReadonlyMap<string, FlowIdentity> {
  return atOnce(versionFlows(definitions, sha256));
}

/** The same value with the keys of all its objects in reverse order. */
function reverseKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reverseKeys) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reverseKeys(part)]),
  ) as T;
}

const guide = flow('guide', [say('1-say', 'Hi'), run('2-run', 'survey')]);
const survey = flow('survey', [
  ask('1-ask', { patience: { within: 1000, otherwise: [goToFlow('bye', 'bye')] } }),
]);
const bye = flow('bye', [say('1-say', 'Bye')]);
const other = flow('other', [say('1-say', 'Other')]);

const names = ['a', 'b', 'c', 'd', 'e'];
const step = fc.tuple(fc.constantFrom('run', 'go'), fc.constantFrom(...names));
const toStep = ([verb, name]: readonly [string, string], index: number): StepDefinition =>
  verb === 'run' ? run(`${String(index)}-run`, name) : goToFlow(`${String(index)}-go`, name);
/** Any set of flows that lead to each other in any way, circles and missing flows included. */
const webs = fc
  .uniqueArray(fc.constantFrom(...names), { minLength: 1 })
  .chain((present) =>
    fc.tuple(
      ...present.map((name) =>
        fc.array(step, { maxLength: 3 }).map((steps) => flow(name, steps.map(toStep))),
      ),
    ),
  );

describe('versions of flows', () => {
  it('change with the flow itself', () => {
    const edited = flow('other', [say('1-say', 'Another')]);

    expect(version(edited).get('other')?.version).not.toBe(version(other).get('other')?.version);
  });

  it('change with a flow reached over others, wherever the way to it is written', () => {
    const before = version(guide, survey, bye, other);
    const after = version(guide, survey, flow('bye', [say('1-say', 'Farewell')]), other);
    const changed = [...before.keys()].filter(
      (name) => before.get(name)?.version !== after.get(name)?.version,
    );

    expect(changed).toEqual(['guide', 'survey', 'bye']);
  });

  it('name the versions of the flows that are reached directly', () => {
    const versions = version(guide, survey, bye, other);

    expect(versions.get('guide')?.leadsTo).toEqual({ survey: versions.get('survey')?.version });
    expect(versions.get('survey')?.leadsTo).toEqual({ bye: versions.get('bye')?.version });
    expect(versions.get('bye')?.leadsTo).toEqual({});
  });

  it('differ inside a circle, and change together', () => {
    const back = ifAnswered('1-if', 'x', { else: [goToFlow('go', 'guide')] });
    const circle = version(guide, flow('survey', [back]));
    const edited = version(guide, flow('survey', [back, say('2-say')]));

    expect(circle.get('guide')?.version).not.toBe(circle.get('survey')?.version);
    for (const name of ['guide', 'survey']) {
      expect(edited.get(name)?.version).not.toBe(circle.get(name)?.version);
    }
  });

  it('leave out flows that are not there', () => {
    expect(version(guide).get('guide')?.leadsTo).toEqual({});
  });

  it('do not depend on the order of keys or of flows', () => {
    fc.assert(
      fc.property(webs, (web) => {
        const reordered = version(...web.map(reverseKeys).reverse());

        expect(new Map([...reordered].sort())).toEqual(new Map([...version(...web)].sort()));
      }),
    );
  });

  it('do not change with flows that cannot be reached', () => {
    fc.assert(
      fc.property(webs, fc.constantFrom(...names), (web, edited) => {
        const before = version(...web);
        const after = version(...web.map((one) => (one.name === edited ? { ...one, title: 'Edited' } : one)));
        const reaches = (from: string, seen: readonly string[] = []): boolean =>
          from === edited ||
          Object.keys(before.get(from)?.leadsTo ?? {}).some(
            (next) => !seen.includes(next) && reaches(next, [...seen, next]),
          );

        for (const { name } of web) {
          expect(after.get(name)?.version !== before.get(name)?.version).toBe(
            reaches(name) && before.has(edited),
          );
        }
      }),
    );
  });
});
