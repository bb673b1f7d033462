/** Holds up whoever waits for it until a test opens it. */
export interface Gate {
  readonly passed: Promise<number | null>;
  /** `comeBackAt`: what those who waited are given. */
  readonly open: (comeBackAt: number | null) => void;
}

export function gate(): Gate {
  let open: Gate['open'] = () => undefined;
  const passed = new Promise<number | null>((resolve) => (open = resolve));
  return { passed, open };
}
