/** The list of handoffs. */
export const queue = {
  title: 'Inbox',
};
