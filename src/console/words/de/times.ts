import type { Words } from '../words.js';

export const times: Words['times'] = {
  now: 'jetzt',
};
