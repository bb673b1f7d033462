let made = 0;

/** Somebody new on the platform. */
export function newContactId(): string {
  made += 1;
  return `88${String(made).padStart(13, '0')}`;
}
