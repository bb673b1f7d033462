import './avatar.css';

const tints = 6;

/** A first letter in a colour of the name's own, so that followers are told apart at a glance. */
export function Avatar({ name }: { readonly name: string }) {
  const [first] = new Intl.Segmenter().segment(name);
  return (
    <span className={`avatar avatar-${String(tintOf(name))}`} aria-hidden="true">
      {first?.segment.toUpperCase()}
    </span>
  );
}

function tintOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % tints;
}
