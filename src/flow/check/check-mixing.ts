import { capabilities } from '../../core/channel.js';
import type { Place } from '../issue.js';
import type { NodePath } from '../yaml/source-node.js';
import type { TextSetting } from './check-length.js';

interface Tappable {
  readonly hasLink: boolean;
  readonly buttons: readonly { readonly link?: string | undefined }[];
  readonly quickReplies: readonly string[];
}

/** One kind of thing under a text, and how it is told where it cannot stand there. */
interface Kind {
  readonly what: string;
  readonly path: NodePath;
  readonly told: string;
}

/**
 * Where only one kind of thing can stand under a text: a link, else buttons, else quick replies. The rest is said in
 * words, and what can be answered has its number there.
 */
export function checkMixing(
  written: Tappable,
  placeOf: (...path: NodePath) => Place,
  { vocabulary, report }: TextSetting,
): void {
  const channel = vocabulary.channels.find((one) => {
    const { mixesButtons, buttons } = capabilities[one];
    return !mixesButtons && buttons.most > 0;
  });
  const [shown, ...told] = kindsIn(written);
  const [first] = told;
  if (channel === undefined || shown === undefined || first === undefined) return;
  const others = told.map(({ what }) => what).join(' and ');
  report.warning(
    placeOf(...first.path),
    'told-in-words',
    `Under a text ${channel} shows one kind of thing, here ${shown.what}: ${others} stand in the text, ${first.told}.`,
    { hint: 'Leave it if that will do; else say one of them in a step of its own.' },
  );
}

function kindsIn({ hasLink, buttons, quickReplies }: Tappable): readonly Kind[] {
  const links = buttons.flatMap(({ link }, index) => (link === undefined ? [] : [index]));
  const deeds = buttons.flatMap(({ link }, index) => (link === undefined ? [index] : []));
  const surplus = hasLink ? links : links.slice(1);
  const numbered = 'with their numbers';
  return [
    ...(hasLink || links.length > 0 ? [{ what: 'the link', path: [], told: '' }] : []),
    ...surplus.slice(0, 1).map((at) => ({
      what: 'the other links',
      path: ['buttons', at],
      told: 'with their addresses',
    })),
    ...deeds.slice(0, 1).map((at) => ({ what: 'the buttons', path: ['buttons', at], told: numbered })),
    ...(quickReplies.length > 0
      ? [{ what: 'the quick replies', path: ['quick_replies'], told: numbered }]
      : []),
  ];
}
