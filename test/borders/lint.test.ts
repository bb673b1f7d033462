import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantHouse, repository } from './planted-house.js';

/** Code that keeps every rule, in the room where it would be most tempting to break one. */
const lawful: Readonly<Record<string, string>> = {
  'src/core/dates-an-event.ts':
    'export const dateOf = (event: { occurredAt: number }): Date => new Date(event.occurredAt);',
  'src/main.ts': "console.log(process.env['PORT']);",
  'src/http/refuses.ts':
    'export const refuse = (answer: { status: (code: number) => void }): void => { answer.status(403); };',
  'src/engine/waits.ts':
    'export async function settle(send: () => Promise<void>): Promise<void> { await send(); }',
  'test/engine/looks.test.ts':
    "import { it } from 'vitest';\nit('keeps silent after STOP', () => undefined);",
};

/** What each trespasser is caught by; the file's name says what it does. */
const trespassers: Readonly<Record<string, readonly [rule: string, code: string]>> = {
  'src/core/reads-the-clock.ts': ['no-restricted-properties', 'export const now = (): number => Date.now();'],
  'src/core/dates-by-the-clock.ts': ['no-restricted-syntax', 'export const now = (): Date => new Date();'],
  'src/core/rolls-dice.ts': ['no-restricted-properties', 'export const id = (): number => Math.random();'],
  'src/core/waits.ts': [
    'no-restricted-syntax',
    'export async function ask(it: () => PromiseLike<string>) { return await it(); }',
  ],
  'src/core/promises.ts': ['no-restricted-syntax', 'export type Answer = Promise<string>;'],
  'src/core/schedules.ts': [
    'no-restricted-globals',
    'export const later = (then: () => void): void => { setTimeout(then, 1); };',
  ],
  'src/core/asks-the-machine.ts': ['no-restricted-globals', 'export const pid = (): number => process.pid;'],
  'src/core/chats.ts': ['no-console', "export const say = (): void => { console.log('hey'); };"],
  'src/core/runs-actors.ts': ['no-restricted-imports', "export { createActor } from 'xstate';"],
  'src/core/sorts-as-the-machine-does.ts': [
    'no-restricted-syntax',
    'export const before = (a: string, b: string): boolean => a.localeCompare(b) < 0;',
  ],
  'src/flow/reads-the-clock.ts': ['no-restricted-properties', 'export const now = (): number => Date.now();'],

  'src/engine/forgets-to-wait.ts': [
    '@typescript-eslint/no-floating-promises',
    'export function start(send: () => Promise<void>): void { send(); }',
  ],
  'src/engine/hands-over-a-promise.ts': [
    '@typescript-eslint/no-misused-promises',
    'export const each = (all: string[], send: (to: string) => Promise<void>): void => { all.forEach(send); };',
  ],
  'src/engine/trusts-blindly.ts': ['@typescript-eslint/no-explicit-any', 'export type Payload = any;'],
  'src/engine/forgets-a-case.ts': [
    '@typescript-eslint/switch-exhaustiveness-check',
    "export function speaks(owner: 'bot' | 'human'): void { switch (owner) { case 'bot': return; } }",
  ],
  'src/engine/imports-a-type-as-value.ts': [
    '@typescript-eslint/consistent-type-imports',
    "import { Answer } from '../core/promises.js';\nexport type Later = Answer;",
  ],
  'src/engine/exports-namelessly.ts': ['no-restricted-exports', 'export default 1;'],
  'src/engine/compares-loosely.ts': [
    'eqeqeq',
    'export const same = (a: string, b: string): boolean => a == b;',
  ],
  'src/engine/reads-the-environment.ts': [
    'no-restricted-properties',
    "export const port = process.env['PORT'];",
  ],
  'src/engine/prints.ts': ['no-console', "export const say = (): void => { console.log('hey'); };"],
  'src/inbox/answers-by-number.ts': [
    'no-restricted-syntax',
    'export const refuse = (answer: { status: (code: number) => void }): void => { answer.status(403); };',
  ],
  'src/engine/goes-on-and-on.ts': [
    'max-lines-per-function',
    `export function walk(step: () => void): void {\n${'step();\n'.repeat(51)}}`,
  ],
  'src/engine/never-ends.ts': ['max-lines', 'export {};\n'.repeat(301)],

  'test/engine/wishes.test.ts': [
    'no-restricted-syntax',
    "import { it } from 'vitest';\nit('should keep silent', () => undefined);",
  ],
  'test/engine/looks-away.test.ts': [
    'no-restricted-syntax',
    "import { it } from 'vitest';\nit.skip('keeps silent', () => undefined);",
  ],
};

describe('the lint rules', () => {
  let house: string;
  let broken: Map<string, (string | null)[]>;

  beforeAll(async () => {
    house = plantHouse({
      ...lawful,
      ...Object.fromEntries(Object.entries(trespassers).map(([file, [, code]]) => [file, code])),
    });
    const eslint = new ESLint({ cwd: house, overrideConfigFile: join(repository, 'eslint.config.js') });
    const results = await eslint.lintFiles(['src', 'test']);
    broken = new Map(
      results.map(({ filePath, messages }) => [
        relative(house, filePath),
        messages.map(({ ruleId, message }) => ruleId ?? message),
      ]),
    );
  });

  afterAll(() => {
    rmSync(house, { recursive: true });
  });

  it.each(Object.keys(lawful))('let %s pass', (file) => {
    expect(broken.get(file)).toEqual([]);
  });

  it.each(Object.entries(trespassers))('catch %s', (file, [rule]) => {
    expect(new Set(broken.get(file))).toEqual(new Set([rule]));
  });
});
