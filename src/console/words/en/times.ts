/** Moments and spans where Intl has no words. */
export const times = {
  now: 'now',
};
