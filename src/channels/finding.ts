import type { AccountFinding } from './channel.js';

export function ok(subject: string, text: string): AccountFinding {
  return { severity: 'ok', subject, text };
}

export function warning(subject: string, text: string, remedy: string): AccountFinding {
  return { severity: 'warning', subject, text, remedy };
}

export function problem(subject: string, text: string, remedy: string): AccountFinding {
  return { severity: 'problem', subject, text, remedy };
}
