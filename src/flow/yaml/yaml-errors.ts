import type { ErrorCode, YAMLError } from 'yaml';

/** What yaml's parser found, in words for someone who does not know YAML. */
export interface SyntaxExplanation {
  readonly message: string;
  readonly hint: string | null;
}

const indentHint = 'Items of one list, and keys of one mapping, begin at the same column.';
const quoteHint = 'If this is a text, put the whole of it in quotes.';

const explanations: Partial<Record<ErrorCode, SyntaxExplanation>> = {
  BAD_DQ_ESCAPE: {
    message: 'In double quotes a backslash begins an escape, and this one means nothing.',
    hint: 'Put the text in single quotes, where a backslash is a backslash.',
  },
  BAD_INDENT: { message: 'This line is indented differently from those it belongs to.', hint: indentHint },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A mapping begins where a text was expected.',
    hint: quoteHint,
  },
  BLOCK_IN_FLOW: {
    message: 'Between [ ] or { } a text may not contain a colon with a space after it.',
    hint: quoteHint,
  },
  MISSING_CHAR: { message: 'Something is missing here: a colon, a quote or a bracket.', hint: null },
  MULTILINE_IMPLICIT_KEY: { message: 'What stands before a colon must fit on one line.', hint: quoteHint },
  TAB_AS_INDENT: { message: 'A tab stands where YAML counts spaces.', hint: 'Write spaces instead.' },
  UNEXPECTED_TOKEN: { message: 'YAML cannot make sense of what stands here.', hint: quoteHint },
};

export function explainYamlError(error: YAMLError): SyntaxExplanation {
  return explanations[error.code] ?? { message: `${error.message}.`, hint: null };
}
