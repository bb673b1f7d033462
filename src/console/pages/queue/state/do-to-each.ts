const atOnce = 4;

/** Does something to each, a few at a time. @returns those to which it could not be done, with why */
export async function doToEach<T>(
  items: readonly T[],
  act: (item: T) => Promise<unknown>,
): Promise<readonly { readonly item: T; readonly error: unknown }[]> {
  const left = [...items];
  const failed: { item: T; error: unknown }[] = [];
  const work = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      try {
        await act(item);
      } catch (error) {
        failed.push({ item, error });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failed;
}
