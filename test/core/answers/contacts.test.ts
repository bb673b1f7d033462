import { describe, expect, it } from 'vitest';
import { read } from './asking.js';

describe('an e-mail address', () => {
  it.each([
    ['ada@example.com', 'ada@example.com'],
    ['Ada.L+news@Example.COM', 'Ada.L+news@example.com'],
    ['mailto:ada@example.com', 'ada@example.com'],
    ['my address is ada@example.com.', 'ada@example.com'],
    ['<ada@example.com>', 'ada@example.com'],
    ['ada＠example.com', 'ada@example.com'],
    ['info@müller.de', 'info@müller.de'],
    ['meine: ada@example.co.uk, danke!', 'ada@example.co.uk'],
    ['@ada, it is ada@example.com', 'ada@example.com'],
  ])('is read from %j', (text, value) => {
    expect(read({ kind: 'email' }, text)).toBe(value);
  });

  it.each([
    '',
    'ada',
    'ada@example',
    '@example.com',
    'ada@@example.com',
    'ada..l@example.com',
    'ada@-example.com',
    'ada@example.c',
    'ada@example.12',
    `${'a'.repeat(65)}@example.com`,
    'a@example.com or b@example.com',
    'ada at example dot com',
  ])('is not read from %j', (text) => {
    expect(read({ kind: 'email' }, text)).toBeNull();
  });
});

describe('a phone number', () => {
  it.each([
    ['+49 170 1234567', '+491701234567'],
    ['0049 170 1234567', '+491701234567'],
    ['0170/1234567', '+491701234567'],
    ['+49 (0) 170 1234567', '+491701234567'],
    ['it is 030 1234567, thanks', '+49301234567'],
    ['+1 415 555 2671', '+14155552671'],
    ['(0)170 1234567', '+491701234567'],
  ])('is read from %j in Germany', (text, value) => {
    expect(read({ kind: 'phone', country: 'DE' }, text)).toBe(value);
  });

  it('belongs to the country that is given, and to none without one', () => {
    expect(read({ kind: 'phone', country: 'US' }, '(415) 555-2671')).toBe('+14155552671');
    expect(read({ kind: 'phone', country: 'GB' }, '020 7946 0958')).toBe('+442079460958');
    expect(read({ kind: 'phone' }, '020 7946 0958')).toBeNull();
    expect(read({ kind: 'phone' }, '+44 20 7946 0958')).toBe('+442079460958');
  });

  it.each(['', 'call me', '12', '+49', '+4917012345678901234', '+999 123 45678'])(
    'is not read from %j',
    (text) => {
      expect(read({ kind: 'phone', country: 'DE' }, text)).toBeNull();
    },
  );
});

describe('a web address', () => {
  it.each([
    ['example.com', 'https://example.com'],
    ['https://Example.com/', 'https://example.com'],
    ['HTTP://example.com/Path?q=1#x', 'http://example.com/Path?q=1#x'],
    ['my shop: www.example.store!', 'https://www.example.store'],
    ['it is example.de/shop, have a look', 'https://example.de/shop'],
    ['example.com:8080/x', 'https://example.com:8080/x'],
    ['müller.de', 'https://xn--mller-kva.de'],
  ])('is read from %j', (text, value) => {
    expect(read({ kind: 'url' }, text)).toBe(value);
  });

  it.each([
    '',
    'none',
    'I have none.sorry about that',
    'ada@example.com',
    'ftp://example.com',
    'javascript:alert(1)',
    'https://user:pass@example.com',
    'https://localhost/x',
    'http://127.0.0.1/',
    'example.com and example.org',
    'e.g. this',
  ])('is not read from %j', (text) => {
    expect(read({ kind: 'url' }, text)).toBeNull();
  });
});
