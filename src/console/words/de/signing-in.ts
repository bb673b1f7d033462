import type { Words } from '../words.js';

export const signingIn: Words['signingIn'] = {
  title: 'Anmelden',
};
