import { Paperclip, X } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { IconButton } from '../../../components/button.js';
import { useWords } from '../../../words/use-words.js';
import type { useUploads } from '../hooks/use-uploads.js';
import type { Composing } from '../state/answers.js';

interface AttachButtonProps {
  readonly kinds: Composing['attachments'];
  readonly onChoose: (files: readonly File[]) => void;
}

/** Chooses files of the kinds that the channel takes; where it takes none, there is no button. */
export function AttachButton({ kinds, onChoose }: AttachButtonProps) {
  const { composer } = useWords().conversation;
  if (kinds.length === 0) return null;
  const accepted = kinds.includes('file') ? [] : kinds.map((kind) => `${kind}/*`);
  return (
    <FileTrigger
      allowsMultiple
      acceptedFileTypes={accepted}
      onSelect={(files) => onChoose(files === null ? [] : [...files])}
    >
      <IconButton label={composer.attach}>
        <Paperclip aria-hidden />
      </IconButton>
    </FileTrigger>
  );
}

/** What goes along with the next reply. */
export function UploadList({
  uploads: { list, remove },
}: {
  readonly uploads: ReturnType<typeof useUploads>;
}) {
  const { composer } = useWords().conversation;
  if (list.length === 0) return null;
  return (
    <ul className="uploads" aria-label={composer.attached}>
      {list.map(({ key, name, progress }) => (
        <li key={key} className={`upload upload-${progress}`}>
          <Paperclip aria-hidden /> <bdi>{name}</bdi>
          {progress !== 'there' && <span>{composer.uploads[progress]}</span>}
          <IconButton label={composer.detach(name)} onPress={() => remove(key)}>
            <X aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
