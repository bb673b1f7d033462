/** Between one rank and the next lies more than any moment: epoch ms up to the year 2109. */
export const urgencyStep = 2 ** 42;
