import { useWords } from '../words/use-words.js';

interface PageTitleProps {
  /** What the browser's tab and screen readers call the page. */
  readonly title: string;
  /** Of something that waits: it stands before the title. */
  readonly count?: number;
}

/** Names the page. Whoever has an own visible heading still renders this beside it. */
export function PageTitle({ title, count = 0 }: PageTitleProps) {
  const { product } = useWords().shell;
  return <title>{`${count > 0 ? `(${count}) ` : ''}${title} · ${product}`}</title>;
}
