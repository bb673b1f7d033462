import { capabilities } from '../../core/channel.js';
import { checkTitle } from '../check/check-length.js';
import { checkNeverSay } from '../check/check-never-say.js';
import { placeAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';
import type { WrittenQuestion } from './faq-shape.js';
import { checkLanguages } from '../translation/in-languages.js';
import type { FaqSetting } from './faq-setting.js';

/** What stands on the button of a question, if its author wrote it. */
export function checkTitles(node: SourceNode, { title }: WrittenQuestion, setting: FaqSetting): void {
  if (title === undefined) return;
  const byLanguage = typeof title === 'string' ? { '': title } : title;
  if (typeof title !== 'string') checkLanguages(node, 'title', Object.keys(title), setting);
  for (const [language, text] of Object.entries(byLanguage)) {
    const place = placeAt(node, language === '' ? ['title'] : ['title', language]);
    checkTitle(text, (channel) => capabilities[channel].quickReplies.title, place, setting);
    checkNeverSay([text], place, setting);
    if (text.includes('{{')) {
      setting.report.error(place, 'placeholder-not-here', 'This text is shown as it is: it takes no {{ }}.');
    }
  }
}
