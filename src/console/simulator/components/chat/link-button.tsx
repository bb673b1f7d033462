import './link-button.css';
import type { MessageLink } from '../../api/contract.js';
import { webAddress } from '../../state/web-address.js';

/** Opens a message's link in a new tab; an address that is not a web page is shown and cannot be opened. */
export function LinkButton({ link }: { readonly link: MessageLink }) {
  const address = webAddress(link.url);
  if (address === undefined) {
    return (
      <p className="link-refused" dir="auto">
        {link.label} (this link cannot be opened: {link.url})
      </p>
    );
  }
  return (
    <a className="link-button" href={address.href} target="_blank" rel="noopener noreferrer" dir="auto">
      {link.label}
      <span className="visually-hidden"> (opens {address.host} in a new tab)</span>
    </a>
  );
}
