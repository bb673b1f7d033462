import { useMe } from '../../../session/use-me.js';
import { LookSection } from './look-section.js';
import { PasswordSection } from './password-section.js';
import { ProfileSection } from './profile-section.js';
import { SecondFactorSection } from './second-factor-section.js';
import { SessionsSection } from './sessions-section.js';

/** What people set of themselves. */
export function MeSettings() {
  const { user } = useMe();
  return (
    <>
      <ProfileSection key={user.id} />
      <LookSection />
      <PasswordSection />
      <SecondFactorSection />
      <SessionsSection />
    </>
  );
}
