/** The page that searches contacts and messages. */
export const search = {
  title: 'Search',
};
