import { describe, expect, it } from 'vitest';
import { findMisfits } from '../../../src/flow/transcript/channel-fit.js';

const replies = (count: number) => Array.from({ length: count }, () => ({ title: 'Yes', payload: 'yes' }));
const link = { label: 'Get the guide', code: 'x', target: 'https://example.com' };

describe('a message', () => {
  it('fits where nothing of it is too long or too many', () => {
    expect(findMisfits({ text: 'x'.repeat(1_000), quickReplies: replies(13) }, 'instagram')).toEqual([]);
    expect(findMisfits({ text: 'x'.repeat(640), link }, 'messenger')).toEqual([]);
  });

  it('is measured in the channel’s own unit', () => {
    const text = 'ä'.repeat(501);

    expect(findMisfits({ text }, 'instagram')).toEqual([
      `On instagram, the text “${text}” is too long: 1002 of 1000 bytes.`,
    ]);
    expect(findMisfits({ text }, 'messenger')).toEqual([]);
  });

  it('says all that does not fit', () => {
    const misfits = findMisfits(
      {
        text: 'x'.repeat(641),
        link: { ...link, label: 'x'.repeat(21) },
        quickReplies: [...replies(13), { title: 'Yes', payload: 'x'.repeat(1_001) }],
      },
      'messenger',
    );

    expect(misfits.map((misfit) => misfit.replaceAll(/“x+”/g, '“…”'))).toEqual([
      'On messenger, the text “…” is too long: 641 of 640 characters.',
      'On messenger, the button “…” is too long: 21 of 20 characters.',
      'On messenger, the name of the choice “…” is too long: 1001 of 1000 characters.',
      'On messenger, it has 14 choices of at most 13.',
    ]);
  });
});

describe('on whatsapp', () => {
  const long = { title: 'x'.repeat(24), payload: 'p' };
  const short = { title: 'short', payload: 's' };

  it('a list of more than three has room for longer choices', () => {
    expect(findMisfits({ text: 'Hi', quickReplies: [long, short, short, short] }, 'whatsapp')).toEqual([]);
    expect(findMisfits({ text: 'Hi', quickReplies: [long, short, short] }, 'whatsapp')).toHaveLength(1);
  });

  it('one kind of thing stands under a text', () => {
    const both = { text: 'Hi', link, quickReplies: [short] };
    expect(findMisfits(both, 'whatsapp')).toEqual([
      'On whatsapp, a link, buttons and choices do not stand under one text.',
    ]);
    expect(findMisfits(both, 'messenger')).toEqual([]);
  });
});
