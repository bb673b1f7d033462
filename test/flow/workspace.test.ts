import { describe, expect, it } from 'vitest';
import type { WorkspaceDefinition } from '../../src/flow/workspace-definition.js';
import { problemsOf, readFiles, workspace } from './reading.js';

const hour = 3_600_000;

/** What is wrong with a workspace that has these lines beside its brand; they begin in line 2. */
const problems = (lines: string): readonly string[] =>
  problemsOf({ 'workspace.yaml': `brand: Studio Nord\n${lines}\n` }).map((problem) =>
    problem.replace('workspace.yaml:', ''),
  );

/** A workspace with these lines beside its brand, which must be sound. */
function definitionOf(lines: string): WorkspaceDefinition {
  const { workspaces, issues } = readFiles({ 'workspace.yaml': `brand: Studio Nord\n${lines}\n` });
  const definition = workspaces[0]?.definition;
  if (definition === undefined || issues.length > 0) throw new Error(JSON.stringify(issues));
  return definition;
}

describe('workspace.yaml', () => {
  it('needs no more than a brand', () => {
    expect(definitionOf('')).toEqual({
      name: 'main',
      brand: 'Studio Nord',
      timezone: 'UTC',
      languages: ['en'],
      hours: null,
      accounts: [],
      topics: [],
      teams: [],
      links: [],
      lookups: [],
      coupons: [],
      texts: {},
      unmatched: 'answer',
      disclosure: { gap: 720 * hour },
      silenceAfterPerson: 12 * hour,
      neverSay: [],
    });
  });

  it('says everything that flows share', () => {
    const { workspaces, issues } = readFiles({
      'workspace.yaml': `${workspace}unmatched: silent\nsilence_after_person: 2h\n`,
    });
    expect(issues).toEqual([]);
    expect(workspaces[0]?.definition).toMatchObject({
      languages: ['en', 'de'],
      accounts: [
        {
          channel: 'instagram',
          name: 'studio_ig',
          id: '17841400000000001',
          token: 'INSTAGRAM_TOKEN',
          secrets: ['META_APP_SECRET'],
        },
      ],
      topics: [
        {
          name: 'weekly_tips',
          title: 'Weekly tips',
          notice: 'One short tip a week? Reply STOP to end.',
          atMost: { times: 1, per: 'week' },
        },
        { name: 'silent_topic', title: 'No notice yet', notice: '', atMost: null },
      ],
      teams: [{ name: 'sales', title: 'Sales', firstReply: 2 * hour, resolve: 24 * hour }],
      unmatched: 'silent',
      silenceAfterPerson: 2 * hour,
      neverSay: ['guaranteed', '100% safe'],
    });
  });

  it('may leave a section empty, and let a team promise nothing', () => {
    expect(definitionOf('accounts:\nlinks:\nteams:\n  sales:').teams).toEqual([
      { name: 'sales', title: 'Sales', firstReply: null, resolve: null },
    ]);
  });

  it.each([
    ['timzone: Europe/Berlin', '2:1 unknown-key'],
    ['timezone: Europe/Berln', '2:11 unknown-timezone'],
    ['languages: [english]', '2:13 unknown-language'],
    ['languages: []', '2:12 empty-list'],
    ['unmatched: ignore', '2:12 unknown-word'],
    ['silence_after_person: long', '2:23 bad-duration'],
    ['never_say: 100', '2:12 unquoted-value'],
    ['topics: [tips]', '2:9 wrong-type'],
    ['topics: { Weekly: { title: x } }', '2:11 bad-name'],
    ['topics: { all: { title: x } }', '2:16 reserved-name'],
    ['topics: { tips: { notice: "Hi {{contact.name}}" } }', '2:27 placeholder-not-here'],
    ['topics: { tips: { at_most: often } }', '2:28 bad-frequency'],
    ['topics: { tips: { at_most: 1 } }', '2:28 bad-frequency'],
    ['teams: { any: {} }', '2:15 reserved-name'],
    ['teams: { sales: { first_reply: soon } }', '2:32 bad-duration'],
    ['links: { home: { label: Home } }', '2:16 missing-key'],
    ['links: { home: { to: example.com, label: Home } }', '2:22 bad-link'],
    ['links: { home: { to: "javascript:alert(1)", label: Home } }', '2:22 bad-link'],
    ['links: { home: { to: "ftp://example.com", label: Home } }', '2:22 bad-link'],
    ['links: { home: { to: "https://me:pw@example.com", label: Home } }', '2:22 secret-in-file'],
    ['links: { home: { to: "https://example.com", label: Home, utm: { name: x } } }', '2:65 unknown-key'],
  ])('%s is shown where it is wrong', (lines, problem) => {
    expect(problems(lines)).toEqual([problem]);
  });

  it('shows all that a thing lacks', () => {
    expect(problems('links: { home: {} }')).toEqual(['2:16 missing-key', '2:16 missing-key']);
  });

  it('needs its brand', () => {
    expect(problemsOf({ 'workspace.yaml': 'timezone: UTC\n' })).toEqual(['workspace.yaml:1:1 missing-key']);
  });

  it('offers the nearest time zone', () => {
    const { issues } = readFiles({ 'workspace.yaml': 'brand: Nord\ntimezone: Europe/Berln\n' });
    expect(issues[0]?.hint).toBe('Did you mean "Europe/Berlin"?');
  });
});

describe('a link', () => {
  const targetOf = (link: string): string | undefined =>
    definitionOf(`links: { home: ${link} }`).links[0]?.target;

  it('carries its UTM parameters, and names its source', () => {
    expect(
      targetOf('{ to: "https://example.com/a?b=c#d", label: A, utm: { medium: dm, campaign: "a b" } }'),
    ).toBe('https://example.com/a?b=c&utm_source=heyword&utm_medium=dm&utm_campaign=a+b#d');
  });

  it('is left as it is without any', () => {
    expect(targetOf('{ to: "https://example.com/a?b=c", label: A }')).toBe('https://example.com/a?b=c');
  });

  it('says its own source where it has one', () => {
    expect(targetOf('{ to: "https://example.com/?utm_source=x", label: A, utm: { source: ig } }')).toBe(
      'https://example.com/?utm_source=ig',
    );
  });
});

describe('opening hours', () => {
  const hoursOf = (hours: string) => definitionOf(`timezone: Europe/Berlin\nhours: ${hours}`).hours;
  const nineToSix = [{ from: 540, to: 1080 }];

  it('are read by day, by days and around the end of the week', () => {
    expect(hoursOf('{ tue: "09:00-18:00", sat-mon: "00:00-24:00" }')).toEqual({
      1: [{ from: 0, to: 1440 }],
      2: nineToSix,
      3: [],
      4: [],
      5: [],
      6: [{ from: 0, to: 1440 }],
      7: [{ from: 0, to: 1440 }],
    });
  });

  it('may have several intervals, and need no quotes', () => {
    expect(hoursOf('\n  mon: 9:00 - 12:30, 14:00-18:00')?.[1]).toEqual([
      { from: 540, to: 750 },
      { from: 840, to: 1080 },
    ]);
  });

  it.each([
    ['{ mo: "09:00-18:00" }', '3:10 bad-days'],
    ['{ mon-thu-fri: "09:00-18:00" }', '3:10 bad-days'],
    ['{ mon: "9 to 5" }', '3:15 bad-hours'],
    ['{ mon: "18:00-09:00" }', '3:15 bad-hours'],
    ['{ mon: "09:00-24:30" }', '3:15 bad-hours'],
    ['{ mon: "09:60-10:00" }', '3:15 bad-hours'],
    ['{ mon: "09:00-12:00, 11:00-13:00" }', '3:15 bad-hours'],
    ['{ mon: 9 }', '3:15 wrong-type'],
    ['{ mon-wed: "09:00-12:00", wed: "13:00-14:00" }', '3:34 duplicate-day'],
  ])('%s are shown where they are wrong', (hours, problem) => {
    expect(problems(`timezone: Europe/Berlin\nhours: ${hours}`)).toEqual([problem]);
  });

  it('past midnight are explained', () => {
    const { issues } = readFiles({
      'workspace.yaml': 'brand: N\ntimezone: UTC\nhours: { fri: "22:00-02:00" }\n',
    });
    expect(issues[0]?.hint).toContain('"22:00-24:00" and, on the next, "00:00-02:00"');
  });

  it('are those of a place', () => {
    expect(problems('hours: { mon: "09:00-18:00" }')).toEqual(['2:8 missing-key']);
  });
});

describe('the disclosure', () => {
  it.each([
    ['', { gap: 720 * hour }],
    ['disclosure: on', { gap: 720 * hour }],
    ['disclosure: { after: 7d }', { gap: 168 * hour }],
    ['disclosure: off', null],
  ])('by %j is %j', (line, expected) => {
    expect(definitionOf(line).disclosure).toEqual(expected);
  });

  it.each([
    ['disclosure: sometimes', '2:13 unknown-word'],
    ['disclosure: { after: later }', '2:22 bad-duration'],
    ['disclosure: {}', '2:13 missing-key'],
  ])('by %j is shown where it is wrong', (line, problem) => {
    expect(problems(line)).toEqual([problem]);
  });

  it('may be put in other words', () => {
    expect(definitionOf('texts: { en: { disclosure: "A robot of {{brand}} writes." } }').texts).toEqual({
      en: { disclosure: 'A robot of {{brand}} writes.' },
    });
  });
});

describe('an account', () => {
  const account = (text: string): string => `accounts:\n  - { ${text} }`;
  const rest = 'name: ig, token: $T, secret: $S';

  it.each([
    [`channel: instagramm, id: "1", ${rest}`, '3:16 unknown-channel'],
    [`channel: simulator, id: "1", ${rest}`, '3:16 unknown-channel'],
    [`channel: instagram, id: 17841400000000001, ${rest}`, '3:31 unquoted-value'],
    ['channel: instagram, id: "1", name: ig, token: secret, secret: $S', '3:53 secret-in-file'],
    ['channel: instagram, id: "1", name: ig, token: $T, secret: [$S, plain]', '3:70 secret-in-file'],
    ['channel: instagram, id: "1", name: ig, token: $t, secret: $S', '3:53 secret-in-file'],
    ['channel: instagram, id: "1", name: ig, secret: $S', '3:5 missing-key'],
  ])('%s is shown where it is wrong', (text, problem) => {
    expect(problems(account(text))).toEqual([problem]);
  });

  it.each([
    [
      'channel: instagram, id: "1", name: ig, token: $T, secret: $S, page: "2"',
      { channel: 'instagram', name: 'ig', id: '1', token: 'T', secrets: ['S'], page: '2' },
    ],
    [
      'channel: messenger, id: "1", name: fb, token: $T, secret: [$S, $OLD]',
      { channel: 'messenger', name: 'fb', id: '1', token: 'T', secrets: ['S', 'OLD'] },
    ],
    [
      'channel: whatsapp, id: "1", name: wa, token: $T, secret: $S, business: "2"',
      { channel: 'whatsapp', name: 'wa', id: '1', token: 'T', secrets: ['S'], business: '2' },
    ],
    [
      'channel: telegram, id: "1", name: tg-1, token: $T, secret: $S',
      { channel: 'telegram', name: 'tg-1', id: '1', token: 'T', secrets: ['S'] },
    ],
    [
      'channel: x, id: "1", name: x, token: $T, secret: $S, client_id: $C, client_secret: $CS, refresh_token: $R',
      {
        ...{ channel: 'x', name: 'x', id: '1', token: 'T', secrets: ['S'] },
        ...{ clientId: 'C', clientSecret: 'CS', refreshToken: 'R' },
      },
    ],
  ])('with %s is connected', (text, expected) => {
    const { workspaces, issues } = readFiles({ 'workspace.yaml': `brand: Nord\n${account(text)}\n` });
    expect(issues).toEqual([]);
    expect(workspaces[0]?.definition.accounts).toEqual([expected]);
  });

  it.each([
    ['whatsapp', ['business', 'id', 'secret', 'token']],
    ['x', ['id', 'secret', 'token']],
    ['telegram', ['id', 'secret', 'token']],
  ])('on %s says of each thing that is missing what it is and where it is found', (channel, missing) => {
    const { issues } = readFiles({
      'workspace.yaml': `brand: Nord\n${account(`channel: ${channel}, name: a`)}\n`,
    });
    const found = issues.filter(({ code }) => code === 'missing-key');
    expect(found.map(({ message }) => /^"(\w+)" is missing: /u.exec(message)?.[1]).sort()).toEqual(missing);
    for (const { hint } of found) expect(hint?.length).toBeGreaterThan(20);
  });

  it('that misspells a key is told so, and not that the key is missing', () => {
    expect(problems(account('channel: telegram, id: "1", name: a, tokn: $T, secret: $S'))).toEqual([
      '3:44 unknown-key',
    ]);
  });

  it('may have the id of an account on another channel', () => {
    const one = '  - { channel: instagram, id: "1", name: ig, token: $T, secret: $S }';
    const other = '  - { channel: telegram, id: "1", name: tg, token: $T, secret: $S }';
    expect(problems(`accounts:\n${one}\n${other}`)).toEqual([]);
  });

  it('cannot have the name or the id of another', () => {
    const one = '  - { channel: instagram, id: "1", name: ig, token: $T, secret: $S }';
    expect(problems(`accounts:\n${one}\n${one}`)).toEqual([
      '4:31 duplicate-account',
      '4:42 duplicate-account',
    ]);
  });
});

describe('texts of one’s own', () => {
  const portuguese = [
    ...['stopped: Parou', 'started: Voltou', 'help: Ajuda', 'not_understood: O quê?', 'retry: De novo'],
    ...['yes: Sim', 'no: Não', 'handoff_open: Já vai', 'handoff_open_no_promise: Já vai'],
  ];

  it('replace ours, phrase by phrase', () => {
    const lines =
      'languages: [en, de]\ntexts:\n  de: { not_understood: "Wie bitte? {{keywords}}", handoff_closed: "{{team}}: {{opens}}" }';
    expect(definitionOf(lines).texts).toEqual({
      de: { notUnderstood: 'Wie bitte? {{keywords}}', handoffClosed: '{{team}}: {{opens}}' },
    });
  });

  it('are complete where a language has none of ours', () => {
    const { issues } = readFiles({
      'workspace.yaml': `brand: Nord\nlanguages: [pt]\ntexts:\n  pt: { ${portuguese.join(', ')} }\n`,
    });
    expect(issues).toMatchObject([{ line: 2, column: 13, code: 'missing-texts' }]);
    expect(issues[0]?.hint).toBe('Under texts, pt needs handoff_closed.');
  });

  it('are warned of where the later ones are said in English, and commands are not heard', () => {
    const { issues } = readFiles({
      'workspace.yaml': `brand: Nord\nlanguages: [en, de, pt]\ntexts:\n  pt: { ${portuguese.join(', ')}, handoff_closed: Tarde }\n`,
    });
    expect(issues).toMatchObject([{ line: 2, column: 21, severity: 'warning', code: 'english-texts' }]);
    expect(issues[0]?.message).toContain('STOP is not heard in it');
    expect(issues[0]?.hint).toContain('did_you_mean, none_of_these, ask_person');
  });

  it.each([
    ['fr: { retry: Encore }', '3:10 unknown-language'],
    ['en: { retri: Again }', '3:16 unknown-key'],
    ['en: { stopped: "Bye {{brand}}" }', '3:25 unknown-source'],
    ['en: { handoff_open: "{{tem}}" }', '3:30 unknown-source'],
  ])('%s are shown where they are wrong', (texts, problem) => {
    expect(problems(`languages: [en]\ntexts: { ${texts} }`)).toEqual([problem]);
  });
});
