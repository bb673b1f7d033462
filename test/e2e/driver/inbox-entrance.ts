import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { button, field } from './inbox-page.js';

/** Somebody of the team, and what they need to come in. */
export interface Member {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Of their authenticator; missing: they have none. */
  readonly secret?: string;
  readonly recoveryCodes?: readonly string[];
}

export interface SecondFactor {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** From the first owner's link to the inbox: name and password, then the second factor, as an owner must have one. */
export async function becomeOwner(page: Page, { name, email, password }: Member): Promise<SecondFactor> {
  await field(page, 'Your name').fill(name);
  await field(page, 'E-mail').fill(email);
  await field(page, 'Password').fill(password);
  await button(page, 'Begin').click();
  await button(page, 'Continue').click();
  await page.getByRole('img', { name: 'QR code for the authenticator' }).waitFor();
  const secret = (await page.getByRole('code').innerText()).replaceAll(/\s/g, '');
  await field(page, 'The six digits that it shows then').fill(codeOf(secret));
  await button(page, 'Turn on').click();
  await button(page, 'I have kept them').waitFor();
  const recoveryCodes = await page.getByRole('listitem').allInnerTexts();
  expect(new Set(recoveryCodes).size).toBe(10);
  await button(page, 'I have kept them').click();
  await page.waitForURL('**/inbox');
  return { secret, recoveryCodes };
}

/** What an authenticator shows now. */
export function codeOf(secret: string): string {
  return generateSync({ secret });
}

/** By the page of the people; returns the link to give them. */
export async function invite(page: Page, { email }: Member, role: string): Promise<string> {
  await page.goto(new URL('/settings/people', page.url()).href);
  await button(page, 'Invite somebody').click();
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await field(page, 'E-mail').fill(email);
  await dialog.getByRole('button', { name: 'Role' }).click();
  await page.getByRole('option', { name: new RegExp(`^${role}`) }).click();
  await dialog.getByText('Sales', { exact: true }).click();
  await button(page, 'Make the link').click();
  const given = page.getByRole('alertdialog', { name: 'Give them this link' });
  const link = await given.getByRole('code').innerText();
  await given.getByRole('button', { name: 'Done' }).click();
  return link;
}

/** From an invitation's link to wherever their role begins. */
export async function acceptInvitation(page: Page, { name, email, password }: Member): Promise<void> {
  await page.getByText('Olga Straussmann invites you').waitFor();
  expect(await field(page, 'E-mail').inputValue()).toBe(email);
  await field(page, 'Your name').fill(name);
  await field(page, 'Password').fill(password);
  await button(page, 'Begin').click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

/** The first step only. */
export async function givePassword(page: Page, email: string, password: string): Promise<void> {
  await field(page, 'E-mail').fill(email);
  await field(page, 'Password').fill(password);
  await button(page, 'Sign in').click();
}

export async function signOut(page: Page, { name }: Member): Promise<void> {
  await button(page, `${name}: your menu`).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await field(page, 'E-mail').waitFor();
}
