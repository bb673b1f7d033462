import './add-follower.css';
import { useState, type SubmitEvent } from 'react';
import type { Chat } from '../../state/simulator-state.js';
import { longestName, nextFreeName, readName } from '../../state/follower-name.js';
import { PlusIcon } from '../page/icons.js';
import { TextField } from '../page/text-field.js';

interface AddFollowerProps {
  readonly taken: ReadonlyMap<string, Chat>;
  readonly add: (name: string) => void;
}

export function AddFollower({ taken, add }: AddFollowerProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <button
        type="button"
        className="add-follower-open"
        aria-label="Add a follower"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        <span className="add-follower-sign">
          <PlusIcon />
        </span>
        <span className="add-follower-words">Add a follower</span>
      </button>
    );
  }
  return (
    <NameForm
      suggestion={nextFreeName(new Set(taken.keys()))}
      add={(name) => {
        setIsOpen(false);
        add(name);
      }}
      close={() => {
        setIsOpen(false);
      }}
    />
  );
}

interface NameFormProps {
  readonly suggestion: string;
  readonly add: (name: string) => void;
  readonly close: () => void;
}

function NameForm({ suggestion, add, close }: NameFormProps) {
  const [typed, setTyped] = useState(suggestion);
  const [problem, setProblem] = useState<string>();

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const read = readName(typed);
    if ('problem' in read) setProblem(read.problem);
    else add(read.name);
  };

  return (
    <form
      className="add-follower"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <TextField
        label="Name"
        value={typed}
        onValue={setTyped}
        maxLength={longestName}
        autoFocus
        onFocus={(event) => {
          event.target.select();
        }}
      />
      <button type="submit" className="button button-main">
        Add
      </button>
      <button type="button" className="button" onClick={close}>
        Cancel
      </button>
      {problem !== undefined && (
        <p className="add-follower-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
