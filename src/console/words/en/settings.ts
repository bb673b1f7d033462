/** The pages below /settings. */
export const settings = {
  title: 'Settings',
};
