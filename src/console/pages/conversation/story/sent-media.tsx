import { FileText } from 'lucide-react';
import { useWords } from '../../../words/use-words.js';
import type { Line } from '../state/answers.js';
import { webAddress } from '../state/web-address.js';

type Media = NonNullable<Line['media']>;

/** What we sent along: a picture, film or sound in its place, a document as a link. Only addresses of the web are opened. */
export function SentMedia({ media: { kind, url, alt } }: { readonly media: Media }) {
  const { story } = useWords().conversation;
  const label = alt === '' ? `${story.kinds[kind]} ${story.noDescription}` : alt;
  const address = webAddress(url);
  if (address?.protocol !== 'https:')
    return (
      <p className="line-without-words" title={url}>
        <bdi>{label}</bdi> ({story.notALink})
      </p>
    );
  switch (kind) {
    case 'image':
      return <img className="line-picture" src={address.href} alt={alt} loading="lazy" />;
    case 'video':
      return <video className="line-picture" src={address.href} controls preload="none" aria-label={label} />;
    case 'audio':
      return (
        <audio className="line-recording" src={address.href} controls preload="none" aria-label={label} />
      );
    case 'file':
      return (
        <a className="line-attachment" href={address.href} target="_blank" rel="noopener noreferrer">
          <FileText aria-hidden /> <bdi>{label}</bdi>
        </a>
      );
  }
}
