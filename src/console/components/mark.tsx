import './mark.css';

/** Heyword's sign, as it stands on the browser's tab. */
export function Mark() {
  return (
    <svg className="ui-mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M9 3h14a6 6 0 0 1 6 6v9a6 6 0 0 1-6 6h-8l-6.4 4.8A1 1 0 0 1 7 28v-4.3A6 6 0 0 1 3 18V9a6 6 0 0 1 6-6Z" />
      <path d="M11 9v9m10-9v9m-10-4.5h10" />
    </svg>
  );
}
