import './avatar.css';
import { UserRound } from 'lucide-react';

interface AvatarProps {
  readonly name: string;
  readonly size?: 'small' | 'usual' | 'large';
  /** A dot that says whether they are there. The words for it stand elsewhere. */
  readonly presence?: 'available' | 'away' | 'gone';
}

const tints = ['clay', 'moss', 'sky', 'plum', 'honey', 'lake'] as const;

/** Somebody’s initials on a colour of their own; who has no name is a person all the same. Their name stands beside it, or is its parent’s label. */
export function Avatar({ name, size = 'usual', presence }: AvatarProps) {
  const letters = initials(name);
  return (
    <span
      className={`ui-avatar ui-avatar-${size} ui-avatar-${tintOf(name)}`}
      data-initials={letters}
      aria-hidden
    >
      {letters === '' && <UserRound />}
      {presence !== undefined && <span className={`ui-avatar-dot ui-avatar-${presence}`} />}
    </span>
  );
}

function tintOf(name: string): (typeof tints)[number] {
  const sum = [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return tints[sum % tints.length] ?? 'clay';
}

function initials(name: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => /\p{L}|\p{N}/u.test(word));
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined].map((word) => firstLetter(word));
  return letters.join('').toLocaleUpperCase();
}

function firstLetter(word: string | undefined): string {
  return [...(word ?? '')].find((letter) => /\p{L}|\p{N}/u.test(letter)) ?? '';
}
