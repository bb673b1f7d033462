import type { Place } from '../issue.js';
import { isName, nameRule } from '../names.js';
import type { Report } from '../report.js';

/** Told by the platform: a flow does not overwrite it. */
const profileNames: readonly string[] = ['first_name', 'name'];

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
