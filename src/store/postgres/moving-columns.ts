/** Of a message that goes out: what changes on its way, and is saved again each time. */
export const movingColumns = [
  'state',
  'stateAt',
  'refusal',
  'explanation',
  'dueAt',
  'claimedAt',
  'attempts',
  'token',
  'platformMessageId',
] as const;
