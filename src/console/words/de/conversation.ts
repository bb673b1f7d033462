import type { Words } from '../words.js';

export const conversation: Words['conversation'] = {
  title: 'Unterhaltung',
};
