import type { InboundBody } from '../api/contract.js';

/** What a follower can do to a business, each by its own way in. */
export type Saying =
  | { readonly way: 'text'; readonly text: string }
  | { readonly way: 'quickReply'; readonly title: string; readonly payload: string }
  | { readonly way: 'postback'; readonly title: string; readonly payload: string }
  | { readonly way: 'ref'; readonly ref: string }
  /** By an advertisement, which its id names. */
  | { readonly way: 'ad'; readonly ad: string }
  | { readonly way: 'storyReply'; readonly text: string }
  | { readonly way: 'storyMention' }
  /** `post` empty: whichever. */
  | { readonly way: 'comment'; readonly text: string; readonly post: string };

/** The words that stand in the follower's own bubble. */
export function wordsOf(saying: Saying): string {
  switch (saying.way) {
    case 'text':
    case 'storyReply':
    case 'comment':
      return saying.text;
    case 'quickReply':
    case 'postback':
      return saying.title;
    case 'ref':
      return `Opened the link “${saying.ref}”`;
    case 'ad':
      return `Came by the advertisement “${saying.ad}”`;
    case 'storyMention':
      return 'Mentioned you in a story';
  }
}

/** How it came in, when that is not plain from the words. */
export function wayOf(saying: Saying): string | null {
  switch (saying.way) {
    case 'text':
    case 'quickReply':
      return null;
    case 'storyReply':
      return 'reply to a story';
    case 'storyMention':
      return 'story';
    case 'ad':
      return 'advertisement';
    case 'comment':
      return 'public comment';
    case 'postback':
      return 'button';
    case 'ref':
      return 'ref link';
  }
}

/** The webhook's body. `id` names this saying for ever: a retry must carry the same. */
export function inboundBody(contact: string, id: string, saying: Saying): InboundBody {
  switch (saying.way) {
    case 'text':
      return { contact, id, text: saying.text };
    case 'storyReply':
      return { contact, id, text: saying.text, storyReply: true };
    case 'quickReply':
      return { contact, id, text: saying.title, quickReply: saying.payload };
    case 'postback':
      return { contact, id, postback: { title: saying.title, payload: saying.payload } };
    case 'ref':
      return { contact, id, ref: saying.ref };
    case 'ad':
      return { contact, id, ad: saying.ad };
    case 'storyMention':
      return { contact, id, storyMention: true };
    case 'comment': {
      const { text, post } = saying;
      return { contact, id, comment: post === '' ? { text } : { text, postId: post } };
    }
  }
}
