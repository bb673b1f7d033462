import './follower-list.css';
import type { Simulator } from '../../hooks/use-simulator.js';
import { Problem } from '../page/problem.js';
import { AddFollower } from './add-follower.js';
import { FollowerItem } from './follower-item.js';

/** Everybody whom the page can speak as: a list beside the chat, a row above it on a phone. */
export function FollowerList({ simulator }: { readonly simulator: Simulator }) {
  const { chats, selected, contactsProblem } = simulator.state;
  return (
    <nav className="followers" aria-label="Followers">
      <ul className="followers-list">
        {[...chats].map(([name, chat], place) => (
          <FollowerItem
            key={name}
            name={name}
            chat={chat}
            place={place}
            isSelected={name === selected}
            choose={simulator.choose}
          />
        ))}
      </ul>
      <AddFollower taken={chats} add={simulator.choose} />
      {contactsProblem !== undefined && (
        <Problem
          what="Earlier followers could not be listed."
          why={contactsProblem}
          again={simulator.reloadLists}
        />
      )}
    </nav>
  );
}
