import { Component, type ReactNode } from 'react';
import { PageFault } from './page-fault.js';

interface FaultBoundaryProps {
  readonly children: ReactNode;
}

/** Keeps a fault of ours from leaving an empty page. The browser's console has it as well. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <PageFault /> : this.props.children;
  }
}
