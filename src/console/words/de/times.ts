import type { Words } from '../en.js';

export const times: Words['times'] = {
  now: 'jetzt',
};
