import { Download, FileText, Film, Image, Music } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../words/use-words.js';
import {
  attachmentAddress,
  shownAs,
  type AttachmentPlace,
  type SentAlong,
} from '../state/attachment-place.js';

interface AttachmentProps {
  readonly place: AttachmentPlace;
  readonly attachment: SentAlong;
}

const icons = { image: Image, audio: Music, video: Film, file: FileText };

/** What the contact sent along. It is fetched from its platform only when somebody asks for it. */
export function Attachment({ place, attachment }: AttachmentProps) {
  const words = useWords().conversation.attachment;
  const [isOpen, setIsOpen] = useState(false);
  const kind = shownAs(attachment);
  const name = attachment.name ?? words.kinds[attachment.type] ?? attachment.type;
  const Icon = icons[kind];
  if (!attachment.has_content)
    return (
      <p className="line-attachment">
        <Icon aria-hidden /> <bdi>{name}</bdi>
      </p>
    );
  const address = attachmentAddress(place);
  if (kind === 'file')
    return (
      <a className="line-attachment" href={address} download={name} aria-label={words.download(name)}>
        <Download aria-hidden /> <bdi>{name}</bdi>
      </a>
    );
  if (isOpen) return <Opened kind={kind} address={address} name={name} />;
  return (
    <button
      type="button"
      className="line-attachment"
      aria-label={words.open(name)}
      onClick={() => {
        setIsOpen(true);
      }}
    >
      <Icon aria-hidden /> <bdi>{name}</bdi>
    </button>
  );
}

interface OpenedProps {
  readonly kind: 'image' | 'audio' | 'video';
  readonly address: string;
  readonly name: string;
}

function Opened({ kind, address, name }: OpenedProps) {
  const words = useWords().conversation.attachment;
  const [problem, setProblem] = useState<string | null>(null);
  const explain = (): void => {
    void whyNot(address).then((reason) => {
      setProblem(reason === 'gone' ? words.gone : words.failed);
    });
  };
  if (problem !== null)
    return (
      <p className="line-attachment-problem" role="status">
        <bdi>{name}</bdi>: {problem}
      </p>
    );
  switch (kind) {
    case 'image':
      return <img className="line-picture" src={address} alt={name} onError={explain} />;
    case 'audio':
      return (
        <audio
          className="line-recording"
          src={address}
          controls
          autoPlay
          aria-label={name}
          onError={explain}
        />
      );
    case 'video':
      return (
        <video className="line-picture" src={address} controls autoPlay aria-label={name} onError={explain} />
      );
  }
}

/** A picture that does not load says nothing; the same request, asked again, does. */
async function whyNot(address: string): Promise<'gone' | 'failed'> {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    await response.body?.cancel();
    return response.status === 410 || response.status === 404 ? 'gone' : 'failed';
  } catch {
    return 'failed';
  }
}
