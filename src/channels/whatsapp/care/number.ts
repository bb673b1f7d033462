import type { AccountFinding } from '../../channel.js';
import { asFields, type Fields, readText } from '../../fields.js';
import { ask, type Asking } from '../../meta/care/asking.js';
import { notTold, ok, problem, warning } from '../../meta/care/findings.js';

const asked = [
  ...['verified_name', 'display_phone_number', 'quality_rating', 'throughput'],
  ...['status', 'name_status', 'code_verification_status'],
];

/**
 * Whether the token speaks for the number, and how the number stands with WhatsApp.
 *
 * Source: Meta, WhatsApp Cloud API, `/{phone-number-id}` (platforms reference §6.5).
 */
export async function checkNumber(asking: Asking): Promise<readonly AccountFinding[]> {
  const { node } = asking.connection;
  const reply = await ask(asking, { path: [node], query: { fields: asked.join(',') } });
  if (!reply.ok) {
    const { failure } = reply;
    return [
      failure.class === 'auth'
        ? problem('token', failure.explanation, newToken)
        : failure.class === 'invalid'
          ? problem('number', 'There is no such number, or the token may not see it.', rightNumber)
          : notTold('number', failure),
    ];
  }
  return [tellName(reply.fields), ...tellStatus(reply.fields), ...tellQuality(reply.fields)];
}

const newToken =
  'Generate a token of a system user that has the number’s business account, with whatsapp_business_messaging and whatsapp_business_management, and put it where workspace.yaml says.';
const rightNumber =
  'Put the "Phone number ID" of WhatsApp Manager, not the number itself, into workspace.yaml.';

function tellName(fields: Fields): AccountFinding {
  const phone = readText(fields['display_phone_number']) ?? 'without a number';
  const name = readText(fields['verified_name']) ?? 'without a name';
  const level = readText(asFields(fields['throughput'])?.['level']);
  const fast = level === null || level === 'NOT_APPLICABLE' ? '' : ` Its throughput is ${level}.`;
  return ok('number', `The token speaks for ${name} (${phone}).${fast}`);
}

/** Where WhatsApp does not say how the number stands, that is no finding. */
function tellStatus(fields: Fields): readonly AccountFinding[] {
  const status = readText(fields['status']);
  const name = readText(fields['name_status']);
  const isConnected = status === null || status === 'CONNECTED';
  const isNamed = name === null || name === 'APPROVED' || name === 'AVAILABLE_WITHOUT_REVIEW';
  return [
    ...(isConnected ? [] : [problem('registration', `The number is ${status}, and cannot send.`, register)]),
    ...(isNamed ? [] : [warning('display name', `WhatsApp has not approved the name: ${name}.`, rename)]),
  ];
}

const register = 'Register the number for the Cloud API in WhatsApp Manager.';
const rename = 'Look at the display name in WhatsApp Manager.';

function tellQuality(fields: Fields): readonly AccountFinding[] {
  const quality = readText(fields['quality_rating']);
  switch (quality) {
    case 'GREEN':
      return [ok('quality', 'The quality of the number is high.')];
    case 'YELLOW':
      return [warning('quality', 'The quality of the number is medium.', calmer)];
    case 'RED':
      return [warning('quality', 'The quality of the number is low: WhatsApp may limit it.', calmer)];
    default:
      return [];
  }
}

const calmer = 'Send fewer templates, to people who asked for them; contacts have blocked or reported it.';
