import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseCommand } from '../../src/core/command.js';
import { COMMAND_LANGUAGES } from '../../src/core/languages/all.js';

const PHRASES = new URL('./command-phrases/', import.meta.url);

/** One phrase a line; a line that begins with # is a remark. */
function labelled(language: string, label: string): readonly string[] {
  const lines = readFileSync(new URL(`${language}/${label}.txt`, PHRASES), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

const commandOf = (text: string): string | null => recogniseCommand(text)?.command ?? null;

it('has a folder of labelled phrases for every language', () => {
  expect(readdirSync(PHRASES).sort()).toEqual(COMMAND_LANGUAGES.map(({ code }) => code).sort());
});

describe.each(COMMAND_LANGUAGES.map(({ code }) => code))('in %s', (language) => {
  it('hears every opt-out that must be heard', () => {
    const missed = labelled(language, 'must-stop').filter((text) => commandOf(text) !== 'stop');
    expect(missed).toEqual([]);
  });

  it('hears at least 95 of 100 opt-outs in free wording', () => {
    const texts = labelled(language, 'stop');
    const heard = texts.filter((text) => commandOf(text) === 'stop');
    expect(texts.length).toBeGreaterThanOrEqual(150);
    expect(heard.length / texts.length).toBeGreaterThanOrEqual(0.95);
  });

  it('takes nothing else for an opt-out', () => {
    const texts = [...labelled(language, 'not-stop'), ...labelled(language, 'not-command')];
    expect(texts.length).toBeGreaterThanOrEqual(200);
    expect(texts.filter((text) => commandOf(text) === 'stop')).toEqual([]);
  });

  it.each(['person', 'help', 'start', 'restart', 'back'])('hears every request for %s', (command) => {
    expect(labelled(language, command).filter((text) => commandOf(text) !== command)).toEqual([]);
  });

  it('does not hear a request for a person where there is none', () => {
    expect(labelled(language, 'not-person').filter((text) => commandOf(text) === 'person')).toEqual([]);
  });

  it('leaves everything else to the flows', () => {
    const heard = labelled(language, 'not-command').filter((text) => recogniseCommand(text) !== null);
    expect(heard).toEqual([]);
  });
});

describe('recogniseCommand', () => {
  it('tells the word, and that nothing overrules it', () => {
    expect(recogniseCommand('STOP!')).toEqual({
      command: 'stop',
      language: 'en',
      certainty: 'word',
      matched: 'stop',
      yields: false,
      ambiguous: false,
    });
  });

  it('tells the phrase that it understood', () => {
    expect(recogniseCommand('Hi. Könnt ihr mir bitte nicht mehr schreiben?')).toEqual({
      command: 'stop',
      language: 'de',
      certainty: 'phrase',
      matched: 'mir bitte nicht mehr schreiben',
      yields: false,
      ambiguous: false,
    });
  });

  it.each(['cancel', 'end', 'quit', 'remove', 'revoke', 'Beenden', 'cancel my subscription'])(
    'lets a choice titled %j be meant instead',
    (text) => {
      expect(recogniseCommand(text)).toMatchObject({ command: 'stop', ambiguous: true, yields: false });
    },
  );

  it.each(['stop', 'stop all', 'unsubscribe', 'opt-out', 'Stopp', 'abmelden', 'stop, cancel'])(
    'lets nothing else be meant by %j',
    (text) => {
      expect(recogniseCommand(text)).toMatchObject({ command: 'stop', ambiguous: false, yields: false });
    },
  );

  it.each(['info', 'start', 'help', 'agent', 'Infos', 'hilfe', 'back', 'von vorn'])(
    "lets a keyword of the workspace's own go before %j",
    (text) => {
      expect(recogniseCommand(text)).toMatchObject({ certainty: 'word', yields: true });
    },
  );

  it('takes a shared word for the language of the courtesies, then for the preferred one', () => {
    expect(recogniseCommand('stop bitte')?.language).toBe('de');
    expect(recogniseCommand('stop please', ['de'])?.language).toBe('en');
    expect(recogniseCommand('stop', ['de'])?.language).toBe('de');
    expect(recogniseCommand('stop')?.language).toBe('en');
  });

  it('hears every language, whichever is preferred', () => {
    expect(recogniseCommand('abmelden', ['en'])).toMatchObject({ command: 'stop', language: 'de' });
  });

  it('takes "start again" for the one that can be meant', () => {
    expect(recogniseCommand('please start again')?.command).toBe('start');
    expect(recogniseCommand('please start again', [], ['stop', 'restart'])?.command).toBe('restart');
    expect(recogniseCommand('please start again', [], ['stop'])).toBeNull();
    expect(recogniseCommand('back', [], ['stop'])).toBeNull();
  });

  it('puts stop before everything else that a message asks for', () => {
    expect(commandOf('help! stop')).toBe('stop');
    expect(commandOf('Can I talk to a human? And stop messaging me')).toBe('stop');
  });

  it.each([
    'I have it!\nSTOP',
    'Got it 🙏\nstop please',
    'got it…stop',
    'Habs bekommen.\n\nStopp',
    'I have it, stop',
  ])('hears the stop of its own in %j', (text) => {
    expect(recogniseCommand(text)).toMatchObject({
      command: 'stop',
      certainty: 'phrase',
      ambiguous: false,
    });
  });

  it('does not hear an ambiguous word inside a longer message', () => {
    expect(commandOf('I ordered the wrong size. Cancel.')).toBeNull();
  });

  it('hears a stop at the end of a very long text', () => {
    const story = 'and then we went home '.repeat(500);
    expect(commandOf(`${story}. Please stop messaging me`)).toBe('stop');
    expect(commandOf(`please stop messaging me. ${story}`)).toBe('stop');
    expect(commandOf(`${story}bus stop`)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        recogniseCommand(text);
      }),
    );
  });

  it('never throws on any mix of words that commands are made of', () => {
    const words = [...labelled('en', 'stop'), ...labelled('de', 'not-stop')].flatMap((text) =>
      text.split(' '),
    );
    const mark = fc.constantFrom(' ', ', ', '. ', '? ', '\n', ' – ');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...words), mark)), (pieces) => {
        recogniseCommand(pieces.flat().join(''));
      }),
    );
  });

  it('reads a word the same in any case, with accents, emoji, punctuation and invisible characters', () => {
    const word = fc.constantFrom(
      'stop',
      'unsubscribe',
      'cancel',
      'start',
      'help',
      'info',
      'agent',
      'abmelden',
      'hilfe',
    );
    const noise = fc.constantFrom('', '', '\u200B', '\u0301', '\uFE0F', '\u00AD', '\u202E');
    const around = fc.constantFrom('', ' ', '!', '!!! ', '🙏', ' 😀 ', '"', '…', '\n', '*');
    fc.assert(
      fc.property(
        word,
        fc.array(fc.tuple(fc.boolean(), noise)),
        around,
        around,
        (plain, changes, before, after) => {
          const disguised = Array.from(plain, (letter, at) => {
            const [upper, added] = changes[at] ?? [false, ''];
            return (upper ? letter.toUpperCase() : letter) + added;
          });
          expect(recogniseCommand(before + disguised.join('') + after)).toEqual(recogniseCommand(plain));
        },
      ),
    );
  });

  it('hears a word that is repeated without end', () => {
    expect(commandOf('stop '.repeat(100_000))).toBe('stop');
  });
});
