import './connection-line.css';
import type { SimulatorState } from '../../state/simulator-state.js';

const words = {
  connecting: 'Connecting…',
  connected: 'Connected',
  reconnecting: 'Reconnecting…',
} as const;

/** Whether answers appear by themselves at this moment. */
export function ConnectionLine({ line }: { readonly line: SimulatorState['line'] }) {
  return (
    <p role="status" className={`connection connection-${line}`}>
      {words[line]}
    </p>
  );
}
