import './follower-item.css';
import { useEffect, useRef } from 'react';
import type { Chat } from '../../state/simulator-state.js';
import { clockTime } from '../../state/clock-time.js';
import { Avatar } from './avatar.js';

interface FollowerItemProps {
  readonly name: string;
  readonly chat: Chat;
  /** Its place in the list, from 0. */
  readonly place: number;
  readonly isSelected: boolean;
  readonly choose: (name: string) => void;
}

export function FollowerItem({ name, chat, place, isSelected, choose }: FollowerItemProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) item.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isSelected, place]);

  return (
    <li ref={item} className="follower">
      <button
        type="button"
        className="follower-button"
        aria-current={isSelected}
        onClick={() => {
          choose(name);
        }}
      >
        <Avatar name={name} />
        <bdi className="follower-name">{name}</bdi>
        {chat.isUnread && (
          <span className="follower-unread">
            <span className="visually-hidden">, new messages</span>
          </span>
        )}
        {chat.lastAt !== undefined && <span className="follower-time">{clockTime(chat.lastAt)}</span>}
      </button>
    </li>
  );
}
