import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';
import type { PhoneKind } from './answer-kind.js';

/** Longer than any number with everything that people write around it. */
const mostCharacters = 200;

/** The telephone number that a text holds, as E.164; null where it is none, or no country is known for it. */
export function readPhone(text: string, { country }: PhoneKind): string | null {
  const written = text.slice(0, mostCharacters).normalize('NFKC').replace(/\(0\)/gu, ' ').trim();
  const international = written.replace(/^(\D*)00(?=\s?[1-9])/u, '$1+');
  const found = parsePhoneNumberFromString(international, country === undefined ? {} : regionOf(country));
  return found?.isPossible() === true ? found.number : null;
}

/** Whether numbers can be read as those of this country, ISO 3166-1. */
export function isPhoneCountry(code: string): boolean {
  return isSupportedCountry(code);
}

/** What an international number of this country begins with after its plus; of Britain, where none is given. */
export function callingCodeOf(country: string | undefined): string {
  return getCountryCallingCode(country !== undefined && isSupportedCountry(country) ? country : 'GB');
}

function regionOf(country: string): { readonly defaultCountry?: CountryCode } {
  return isSupportedCountry(country) ? { defaultCountry: country } : {};
}
