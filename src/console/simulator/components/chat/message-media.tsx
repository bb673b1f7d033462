import './message-media.css';
import type { Media } from '../../api/contract.js';
import { webAddress } from '../../state/web-address.js';
import { LinkButton } from './link-button.js';

/** A picture, film or sound in its place; a document, and what has no address of the web, as a link. */
export function MessageMedia({ media }: { readonly media: Media }) {
  const { kind, url, alt } = media;
  const label = alt === '' ? `${kind} without a description` : alt;
  const address = webAddress(url);
  if (kind === 'file' || address?.protocol !== 'https:') return <LinkButton link={{ label, url }} />;
  switch (kind) {
    case 'image':
      return <img className="message-media" src={address.href} alt={alt} />;
    case 'video':
      return (
        <video className="message-media" src={address.href} controls preload="metadata" aria-label={label} />
      );
    case 'audio':
      return (
        <audio className="message-media" src={address.href} controls preload="metadata" aria-label={label} />
      );
  }
}
