import type { Finding } from './finding.js';

/** What can be wrong with what stands beside a text that is said. */
export const sayingFindings = {
  'too-many-variants': {
    severity: 'error',
    title: 'A text with more than twenty variants',
    explanation:
      'A list under `say` holds different ways of saying one thing. So many are no longer one thing.',
    example: `- say: [Hi, Hello, "… and nineteen more"]`,
    mend: 'Keep the best of them.',
  },
  'media-not-https': {
    severity: 'error',
    title: 'A picture or film that is not on the web',
    explanation: 'Platforms fetch what is shown from its address, and only over https.',
    example: `- say: Our shop
  image: shop.jpg`,
    mend: 'Put the file on the web, and write its address in full.',
  },
  'two-media': {
    severity: 'error',
    title: 'Two media beside one text',
    explanation:
      'Beside a text goes one picture, film, sound or document, so that their order in the chat is clear.',
    example: `- say: Our shop
  image: https://example.com/shop.jpg
  video: https://example.com/shop.mp4`,
    mend: 'Give the second a step of its own.',
  },
  'missing-alt': {
    severity: 'warning',
    title: 'A picture or film without words for it',
    explanation:
      'Who does not see it, or does not hear it, learns nothing. Channels that cannot show it say these words too.',
    example: `- say: Our shop
  image: https://example.com/shop.jpg`,
    mend: 'Add `alt:` with what it shows.',
  },
  'alt-alone': {
    severity: 'warning',
    title: 'Words for a picture that is not there',
    explanation:
      'The words under `alt` belong to an image, video, audio or file, and there is none in this step.',
    example: `- say: Our shop
  alt: The shop window`,
    mend: 'Add the picture, or take the line out.',
  },
  'too-many-buttons': {
    severity: 'error',
    title: 'More buttons than a channel shows',
    explanation: 'A message holds up to three buttons, and a link of the step is one of them.',
    example: `- say: Choose
  link: home
  buttons: [{ flow: a, title: A }, { flow: b, title: B }, { flow: c, title: C }]`,
    mend: 'Leave some out, or say them in a step of its own.',
  },
  'too-many-cards': {
    severity: 'error',
    title: 'More cards than a channel shows',
    explanation: 'Up to ten cards stand side by side.',
    example: `- say: Our shops
  cards: # eleven of them`,
    mend: 'Leave some out, or say them in a step of its own.',
  },
  'too-many-quick-replies': {
    severity: 'error',
    title: 'More quick replies than a channel shows',
    explanation: 'Under a message stand up to thirteen quick replies, and nobody reads more.',
    example: `- say: Where are you?
  quick_replies: # fourteen towns`,
    mend: 'Leave some out.',
  },
  'duplicate-quick-reply': {
    severity: 'error',
    title: 'A quick reply that stands there twice',
    explanation: 'Two quick replies of the same words mean the same.',
    example: `quick_replies: [Yes, "Yes!"]`,
    mend: 'Take one of them out.',
  },
  'buttons-and-cards': {
    severity: 'error',
    title: 'Buttons beside cards',
    explanation: 'Cards are a message of their own below the text: buttons would stand between the two.',
    example: `- say: Our shops
  buttons: [{ flow: map, title: Map }]
  cards: [{ title: Berlin, text: At the canal }]`,
    mend: 'Give each card its own button, or say the buttons in the step after this one.',
  },
  'bare-card': {
    severity: 'error',
    title: 'A card with nothing but a title',
    explanation: 'Channels refuse a card that has neither a text, nor an image, nor a button.',
    example: `cards: [{ title: Berlin }]`,
    mend: 'Add one of the three.',
  },
  'long-card-text': {
    severity: 'warning',
    title: 'A text that its card cuts',
    explanation: 'A card shows only so many characters under its title.',
    example: `cards: [{ title: Berlin, text: "More than eighty characters about this shop" }]`,
    mend: 'Shorten it, and say the rest in the text above.',
  },
  'bad-button': {
    severity: 'error',
    title: 'A button that does nothing, or two things',
    explanation:
      'A button opens a `link` of the workspace, starts a `flow`, or makes a `call`: one of the three.',
    example: `buttons: [{ title: Start }]`,
    mend: 'Write which of the three it does.',
  },
  'bad-phone': {
    severity: 'error',
    title: 'Not a phone number that can be called from anywhere',
    explanation: 'It is called as it is written, from whatever country the contact is in.',
    example: `buttons: [{ title: Call us, call: 030 123456 }]`,
    mend: 'Begin with a plus and the country, in quotes.',
  },
  'cannot-call': {
    severity: 'warning',
    title: 'A button that a channel cannot show',
    explanation: 'On this channel no button can call a number, so the number is written into the text.',
    example: `buttons: [{ title: Call us, call: "+49 30 123456" }]`,
    mend: 'Leave it if that will do; else take the button out.',
  },
  'told-in-words': {
    severity: 'warning',
    title: 'What a channel tells in words',
    explanation:
      'Not every channel can show everything that stands under a text at once. On WhatsApp that is a link, or buttons, or up to ten quick replies; whatever has no place is said in the text, and answered by its number.',
    example: `- say: Here is the guide
  link: guide
  quick_replies: [Thanks, Another one]`,
    mend: 'Leave it if that will do; else say one of the two in a step of its own.',
  },
  'bad-typing': {
    severity: 'error',
    title: 'Typing for too long',
    explanation: 'Channels show that you are typing for up to 20 seconds.',
    example: `- say: Hi
  typing: 1m`,
    mend: 'Write a shorter time, such as 2s.',
  },
} as const satisfies Readonly<Record<string, Finding>>;
