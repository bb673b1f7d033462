import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../src/core/languages/guess-language.js';

describe('the language of a message', () => {
  it.each([
    ['Hi, what is the price for a website?', 'en'],
    ['Hallo, was kostet eine Website bei euch?', 'de'],
    ['Ich möchte den Guide', 'de'],
    ['Bonjour, je voudrais le guide', 'fr'],
    ['Hola, ¿puedo tener la guía?', 'es'],
    ['Ciao, vorrei la guida', 'it'],
    ['Olá, eu gostaria do guia', 'pt'],
    ['Hoi, ik wil graag de gids', 'nl'],
  ])('shows in “%s”', (text, language) => {
    expect(guessLanguage(text, ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'])).toBe(language);
  });

  it.each(['guide', '', '🎉', 'Studio Nord', '12345', 'die'])('does not show in “%s” for certain', (text) => {
    expect(guessLanguage(text, ['en', 'fr'])).toBeNull();
  });

  it('is one of those that are spoken, or none', () => {
    fc.assert(
      fc.property(fc.string(), fc.subarray(['en', 'de', 'fr', 'xx']), (text, languages) => {
        const guess = guessLanguage(text, languages);
        expect(guess === null || languages.includes(guess)).toBe(true);
      }),
    );
  });
});
