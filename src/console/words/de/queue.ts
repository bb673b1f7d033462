import type { Words } from '../words.js';

export const queue: Words['queue'] = {
  title: 'Posteingang',
};
