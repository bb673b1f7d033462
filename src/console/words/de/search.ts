import type { Words } from '../words.js';

export const search: Words['search'] = {
  title: 'Suche',
};
