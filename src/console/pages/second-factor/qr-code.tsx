import { encode } from 'uqr';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** A text as a picture for cameras. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { border: 3 });
  const dark = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
  return (
    <svg className="second-factor-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path fill="currentColor" shapeRendering="crispEdges" d={dark.join('')} />
    </svg>
  );
}
