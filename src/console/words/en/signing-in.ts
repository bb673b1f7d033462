/** The pages before one is in. */
export const signingIn = {
  title: 'Sign in',
};
