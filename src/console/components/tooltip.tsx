import './tooltip.css';
import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { Keys } from './keys.js';

interface TipProps {
  readonly words: string;
  readonly keys?: string;
  /** What it explains: something of React Aria that takes the focus. */
  readonly children: ReactElement;
}

/** A few words that show when the pointer or the focus rests on something. */
export function Tip({ words, keys, children }: TipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <Tooltip className="ui-tip" offset={6}>
        {words}
        {keys !== undefined && <Keys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
