import { spawnSync } from 'node:child_process';
import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { shapeLiteralsIn } from '../../scripts/shape-literals.js';

/** What an expression is before and after. */
function bothWays(expression: string): readonly [before: unknown, after: unknown] {
  const evaluate = (code: string): unknown => runInThisContext(`(() => { ${code}; return made; })()`);
  const code = `const made = ${expression}`;
  return [evaluate(code), evaluate(shapeLiteralsIn(code).toString())];
}

/** Whether V8 holds two objects that `make` made one after the other, when it was warm, to be of one shape. */
function haveOneShape(make: string): boolean {
  const program = `${make}
    for (let round = 0; round < 10000; round += 1) make(round);
    process.stdout.write(String(%HaveSameMap(make(1), make(2))));`;
  const { stdout } = spawnSync(process.execPath, ['--allow-natives-syntax', '-e', program], {
    encoding: 'utf8',
  });
  return stdout === 'true';
}

describe('a literal that begins with a spread', () => {
  it.each([
    `{ ...{ a: 1, b: 2 }, c: 3 }`,
    `['äöü 😀', { ...{ a: '😀' }, c: 'ß' }]`,
    `{ ...{ a: 1, b: 2 }, a: 3, ...{ b: 4, d: 5 } }`,
    `{ ...null, ...undefined, ...'ab', ...[1], a: 1 }`,
    `{ ...{ get a() { return 1; } }, get b() { return 2; } }`,
    `[{ ...{ a: 1 }, b: { ...{ c: 1 }, d: 1 } }, (({ a, ...rest }) => ({ ...rest, a }))({ a: 1, b: 2 })]`,
    `{ ...{ a: 1 }, ['__proto__']: 2 }`,
    `{ ...JSON.parse('{"__proto__": 1, "a": 2}'), b: 3 }`,
  ])('makes what it made before: %s', (expression) => {
    const [before, after] = bothWays(expression);

    expect(after).toStrictEqual(before);
    expect(JSON.stringify(after)).toBe(JSON.stringify(before));
    expect(Object.getPrototypeOf(after)).toBe(Object.getPrototypeOf(before));
  });

  it('makes objects of one shape, whatever V8 there is', () => {
    const make = `const make = (at) => { const name = { id: String(at) }; return { ...name, at, kind: 'x' }; };`;

    expect(haveOneShape(shapeLiteralsIn(make).toString())).toBe(true);
  });

  it.each([
    'const made = { a: 1, ...other };',
    'const made = { ...other };',
    'const made = { ...other, __proto__: null };',
    "const made = { ...other, '__proto__': null };",
    'const { ...made } = other;',
  ])('is meant alone: %s stays as it is', (code) => {
    expect(shapeLiteralsIn(code).toString()).toBe(code);
  });
});
