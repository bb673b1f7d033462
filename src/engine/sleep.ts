/** Waits so many ms, or until the server ends: then it is false. No process is kept alive by it. */
export async function sleep(duration: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  await new Promise<void>((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, duration).unref();
    signal.addEventListener('abort', wake);
  });
  return !signal.aborted;
}
