/** One conversation: its story, what is known of the contact, and what may be done. */
export const conversation = {
  title: 'Conversation',
};
