import { ExternalLink, MousePointerClick, Phone } from 'lucide-react';
import { useWords } from '../../../words/use-words.js';
import type { Line } from '../state/answers.js';
import { webAddress } from '../state/web-address.js';

type LineButton = Line['buttons'][number];

/** What could be pressed under a message. Links can be looked at; the rest is the contact's to press. */
export function LineButtons({ buttons }: { readonly buttons: readonly LineButton[] }) {
  return (
    <ul className="line-buttons">
      {buttons.map((button, index) => (
        <li key={index}>
          <OneButton button={button} />
        </li>
      ))}
    </ul>
  );
}

export function OneButton({ button }: { readonly button: LineButton }) {
  const { story } = useWords().conversation;
  switch (button.kind) {
    case 'link':
      return <LineLink label={button.label} leadsTo={button.leads_to} />;
    case 'call':
      return (
        <span className="line-button" title={story.call(button.phone)}>
          <Phone aria-hidden /> <bdi>{button.label}</bdi>
        </span>
      );
    case 'postback':
      return (
        <span className="line-button">
          <MousePointerClick aria-hidden /> <bdi>{button.label}</bdi>
        </span>
      );
  }
}

interface LineLinkProps {
  readonly label: string;
  /** The page itself, not the tracked address: a colleague's look is no click of the contact's. */
  readonly leadsTo: string;
}

function LineLink({ label, leadsTo }: LineLinkProps) {
  const { story } = useWords().conversation;
  const address = webAddress(leadsTo);
  if (address === undefined)
    return (
      <span className="line-button">
        <bdi>{label}</bdi> ({story.notALink}: <bdi>{leadsTo}</bdi>)
      </span>
    );
  return (
    <a className="line-button" href={address.href} target="_blank" rel="noopener noreferrer" title={leadsTo}>
      <ExternalLink aria-hidden /> <bdi>{label}</bdi>
    </a>
  );
}
