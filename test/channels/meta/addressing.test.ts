import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/channels/meta/addressing.js';

describe('a message', () => {
  it('is addressed to whom the platform names', () => {
    expect(addressOf({ kind: 'reply_window' }, '901')).toEqual({ id: '901' });
  });

  it('is addressed by the plugin’s reference to whom nobody has named yet', () => {
    expect(addressOf({ kind: 'reply_window' }, 'user_ref:ref-1')).toEqual({ user_ref: 'ref-1' });
  });

  it('is addressed by the comment to its author, named or not', () => {
    const basis = { kind: 'private_reply', commentId: '18000_17900', until: 0 } as const;
    for (const contactId of ['901', 'comment:18000_17900', 'user_ref:ref-1']) {
      expect(addressOf(basis, contactId)).toEqual({ comment_id: '18000_17900' });
    }
  });
});
