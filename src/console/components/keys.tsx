import './keys.css';
import { Fragment } from 'react';
import { useWords } from '../words/use-words.js';

const isMac = navigator.userAgent.includes('Mac');

/** The keys of a shortcut, as they are printed on the keyboard. */
export function Keys({ keys }: { readonly keys: string }) {
  const { then, names } = useWords().shell.keys;
  return (
    <span className="ui-keys">
      {keys.split(' ').map((step, at) => (
        <Fragment key={`${at} ${step}`}>
          {at > 0 && <span className="ui-keys-then">{then}</span>}
          {step.split('+').map((key) => (
            <kbd className="ui-key" key={key}>
              {key === 'mod'
                ? isMac
                  ? '⌘'
                  : names['mod']
                : (names[key] ?? (key.length === 1 ? key.toUpperCase() : key))}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
