import { createAccountCommand } from './account-command.js';

export const accountSubscribeCommand = createAccountCommand({
  name: 'account subscribe',
  summary:
    'Sets the configured accounts up on their platforms: what they deliver and where to, menus and ice breakers.',
  examine: async ({ channel, account, expected }, signal) =>
    (await channel.care?.subscribe(account.access, expected, signal)) ?? [
      {
        severity: 'warning',
        subject: 'subscription',
        text: `${channel.name} accounts cannot be set up from here.`,
      },
    ],
});
