import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { environment, readConfig, resolveSecrets } from '../src/config.js';

const root = new URL('..', import.meta.url);

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  const reading = readConfig(env);
  return reading.ok ? [] : reading.problems;
}

describe('the environment', () => {
  it('has a default for everything that the server cannot do without', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        host: '127.0.0.1',
        port: 3000,
        publicUrl: 'http://127.0.0.1:3000',
        trustedProxies: 0,
        database: { kind: 'sqlite', file: 'data/heyword.db' },
        flowsDir: 'flows',
        logLevel: 'info',
        egressAllowed: [],
        meta: {
          graphUrl: 'https://graph.facebook.com',
          instagramGraphUrl: 'https://graph.instagram.com',
          apiVersion: 'v26.0',
        },
        telegramUrl: 'https://api.telegram.org',
        xUrl: 'https://api.x.com',
      },
      secrets: { databaseUrl: null, apiToken: null, sessionSecret: null, metaVerifyToken: null },
    });
  });

  it('is reported with every problem at once', () => {
    const problems = problemsOf({
      PORT: '70000',
      PUBLIC_URL: 'brand.example',
      DATABASE_URL: 'mysql://localhost/heyword',
      LOG_LEVEL: 'loud',
      API_TOKEN: 'short',
      META_GRAPH_URL: 'ftp://graph.example',
      META_API_VERSION: '26',
    });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'DATABASE_URL',
      'LOG_LEVEL',
      'API_TOKEN',
      'META_GRAPH_URL',
      'META_API_VERSION',
    ]);
  });

  it.each([
    ['PORT', '-1', '0 to 65535'],
    ['PORT', '3000.5', '0 to 65535'],
    ['PORT', '0x10', '0 to 65535'],
    ['PUBLIC_URL', 'https://user:pw@brand.example', 'without a user name'],
    ['PUBLIC_URL', 'https://brand.example/?a=b', 'without a user name'],
    ['DATABASE_URL', 'file:', 'file:data/heyword.db'],
    ['DATABASE_URL', 'file::memory:', 'file:data/heyword.db'],
    ['DATABASE_URL', 'file://host/heyword.db', 'file:data/heyword.db'],
    ['DATABASE_URL', 'heyword.db', 'file:data/heyword.db'],
    ['LOG_LEVEL', 'INFO', 'fatal, error, warn, info, debug, trace, silent'],
    ['API_TOKEN', 'has a space in the middle', 'without spaces'],
    ['META_API_VERSION', 'latest', 'v26.0'],
  ])('refuses %s=%s and says what is allowed', (name, value, allowed) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${name}: `);
    expect(problems[0]).toContain(allowed);
  });

  it.each([
    'postgres://u:canary@db/heyword',
    'postgresql://u:canary@db:5433/heyword?sslmode=require',
    'postgresql:///heyword?host=/run/postgresql',
  ])('reads %s as a PostgreSQL database, and keeps its address among the secrets', (url) => {
    const reading = readConfig({ DATABASE_URL: url });
    expect(reading).toMatchObject({ ok: true, secrets: { databaseUrl: url } });
    expect(reading.ok && reading.config.database).toEqual({ kind: 'postgres' });
    expect(JSON.stringify(reading.ok && reading.config)).not.toContain('canary');
  });

  it('refuses half an address of PostgreSQL without repeating it', () => {
    const problems = problemsOf({ DATABASE_URL: 'postgres://u:can ary@db/h' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('postgres:// address');
    expect(problems[0]).not.toContain('ary@');
  });

  it('never repeats a value that is refused: it may be a secret', () => {
    const canary = 'c@nary';
    const names = Object.keys(environment.shape).filter((name) => !['HOST', 'FLOWS_DIR'].includes(name));
    const problems = problemsOf(Object.fromEntries(names.map((name) => [name, canary])));
    expect(problems.length).toBeGreaterThan(5);
    expect(problems.join()).not.toContain(canary);
  });

  it.each([
    ['file:data/heyword.db', 'data/heyword.db'],
    ['file:/var/lib/heyword.db', '/var/lib/heyword.db'],
    ['file:///var/lib/heyword.db', '/var/lib/heyword.db'],
  ])('reads %s as the file %s', (url, file) => {
    expect(readConfig({ DATABASE_URL: url })).toMatchObject({
      ok: true,
      config: { database: { kind: 'sqlite', file } },
    });
  });

  it.each([
    [{ HOST: '0.0.0.0', PORT: '80' }, 'http://localhost:80'],
    [{ HOST: '::1' }, 'http://[::1]:3000'],
    [{ PUBLIC_URL: 'https://brand.example/dm/' }, 'https://brand.example/dm'],
  ])('takes the public address from %o', (env, publicUrl) => {
    expect(readConfig(env)).toMatchObject({ ok: true, config: { publicUrl } });
  });

  it('counts a variable that is set to nothing as not set', () => {
    const nothing = Object.fromEntries(Object.keys(environment.shape).map((name) => [name, '']));
    expect(readConfig(nothing)).toEqual(readConfig({}));
  });

  it('keeps secrets apart from what may be logged', () => {
    const reading = readConfig({ API_TOKEN: 'a-token-of-16-chars', META_VERIFY_TOKEN: 'verify-canary' });
    expect(reading).toMatchObject({
      secrets: { apiToken: 'a-token-of-16-chars', metaVerifyToken: 'verify-canary' },
    });
    expect(JSON.stringify(reading.ok && reading.config)).not.toMatch(/canary|a-token/);
  });

  it('is described by .env.example, name by name, with defaults and meaning', () => {
    const { properties = {} } = z.toJSONSchema(environment, { io: 'input' });
    const lines = Object.entries(properties).map(([name, property]) => {
      const { description, default: standard } = property as { description: string; default?: string };
      return `# ${description}\n${name}=${standard ?? ''}\n`;
    });
    expect(readFileSync(new URL('.env.example', root), 'utf8')).toBe(lines.join('\n'));
  });
});

describe('the secrets that workspace files name', () => {
  it('are looked up by name', () => {
    const reading = resolveSecrets(['PAGE_TOKEN', 'PAGE_TOKEN'], { PAGE_TOKEN: 'token', OTHER: 'x' });
    expect(reading).toEqual({ ok: true, values: new Map([['PAGE_TOKEN', 'token']]) });
  });

  it('are all reported when they are missing, those that no object has by birth included', () => {
    const reading = resolveSecrets(['PAGE_TOKEN', 'META_APP_SECRET', 'constructor'], { META_APP_SECRET: '' });
    expect(reading).toEqual({
      ok: false,
      problems: [
        'PAGE_TOKEN: must be set; the workspace file names it as $PAGE_TOKEN.',
        'META_APP_SECRET: must be set; the workspace file names it as $META_APP_SECRET.',
        'constructor: must be set; the workspace file names it as $constructor.',
      ],
    });
  });
});
