import type { SupportedChannel } from '../../core/channel.js';

/** What the platforms' own signs come down to at this size. */
const shapes: Readonly<Record<SupportedChannel, string>> = {
  instagram:
    'M8 3h8a5 5 0 0 1 5 5v8a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5V8a5 5 0 0 1 5-5Zm4 5.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6Zm5-1.4v.1',
  messenger:
    'M12 3c5.2 0 9 3.7 9 8.5s-3.8 8.5-9 8.5c-.9 0-1.8-.1-2.6-.4L6 21v-3.1c-1.9-1.6-3-3.8-3-6.4C3 6.7 6.8 3 12 3Zm-5 10.7 3.3-3.4 2.9 2.2L17 9.5',
  whatsapp: 'M3.5 20.5 5 16.3A8.7 8.7 0 1 1 8.2 19.3Zm5.3-12c-.8 1.8 2.7 6.7 6.2 6.4',
  telegram: 'm3.5 11.5 17-7-2.7 15-5.3-3.8-2.6 2.8-.6-4.6Zm5.8 2.4 8-6.6',
  x: 'M4.5 4.5h3.6l11.4 15h-3.6Zm0 15 6.3-6.8m2.7-3L19 4.5',
  simulator: 'M9.5 3v6.5L4.5 18a2 2 0 0 0 1.7 3h11.6a2 2 0 0 0 1.7-3l-5-8.5V3m-6 0h7M7.5 15h9',
};

/** The sign of a channel. Its name stands beside it, or in what surrounds it. */
export function ChannelIcon({ channel }: { readonly channel: SupportedChannel }) {
  return (
    <svg
      className="ui-channel-icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={shapes[channel]} />
    </svg>
  );
}
