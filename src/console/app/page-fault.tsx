import { Bandage } from 'lucide-react';
import { Button } from '../components/button.js';
import { EmptyState } from '../components/empty-state.js';
import { useWords } from '../words/use-words.js';

/** In place of a page that broke. */
export function PageFault() {
  const { title, why, reload } = useWords().shell.fault;
  return (
    <main role="alert">
      <EmptyState icon={<Bandage aria-hidden />} title={title}>
        <p>{why}</p>
        <Button onPress={() => window.location.reload()}>{reload}</Button>
      </EmptyState>
    </main>
  );
}
