/** What only the platform can tell of a contact: read like fields, and set by no flow. */
export const profileNames: readonly string[] = ['first_name', 'name'];
