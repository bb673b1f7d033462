/** What is shown in the place of words that are sealed. */
export const hiddenText = '(sensitive)';

/** A value parted in two; null: nothing in it has to be hidden. */
export interface Hiding<Shown, Hidden> {
  readonly shown: Shown;
  readonly hidden: Hidden | null;
}
