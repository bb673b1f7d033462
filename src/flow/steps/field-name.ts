import type { Place } from '../issue.js';
import { isName, nameRule } from '../names.js';
import { profileNames } from '../profile-names.js';
import type { Report } from '../report.js';

/** Whether flows may keep something about the contact under this name; why not is reported. */
export function isFieldName(name: string, key: string, place: Place, report: Report): boolean {
  if (!isName(name)) {
    report.error(place, 'bad-name', `"${key}" cannot be set.`, { hint: nameRule });
    return false;
  }
  if (!profileNames.includes(name)) return true;
  report.error(place, 'reserved-name', `contact.${name} comes from the platform and cannot be set.`, {
    hint: `Choose a name of your own, such as given_${name}.`,
  });
  return false;
}
