import './chat-header.css';

interface ChatHeaderProps {
  readonly name: string;
  readonly brand: string | undefined;
}

/** Whom the follower writes to, and who the follower is. */
export function ChatHeader({ name, brand }: ChatHeaderProps) {
  return (
    <header className="chat-header">
      <h2 className="chat-brand">
        <bdi>{brand ?? '\u00a0'}</bdi>
      </h2>
      <p className="chat-self">
        You are <bdi>{name}</bdi>
      </p>
    </header>
  );
}
