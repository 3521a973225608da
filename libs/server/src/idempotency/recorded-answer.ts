import { isJsonRecord } from '@trunkline/protocol';

/** How a mutation went, in the words that go to its caller. */
export type MutationAnswer =
  /** JSON text of the output; undefined when there is none. */
  | { readonly type: 'output'; readonly text: string | undefined }
  /** JSON text of a native error, and its key. */
  | { readonly type: 'error'; readonly text: string; readonly key: string };

/** What is left of a result that was too long to keep. */
export interface UnkeptAnswer {
  readonly type: 'unkept';
  readonly length: number;
}

/** The answer as a store keeps it; of one that is longer than may be, only that it was given. */
export function writeAnswer(answer: MutationAnswer, maxLength: number): string {
  const { text = '' } = answer;
  if (text.length > maxLength) return `~${text.length}`;
  if (answer.type === 'error') return `!${text}`;
  return answer.text === undefined ? '-' : `=${text}`;
}

/** What `writeAnswer` made, read again; an error says of itself that it was given before. Undefined for anything else. */
export function readAnswer(record: string): MutationAnswer | UnkeptAnswer | undefined {
  const text = record.slice(1);
  switch (record[0]) {
    case '=':
      return { type: 'output', text };
    case '-':
      return { type: 'output', text: undefined };
    case '!':
      return readError(text);
    case '~':
      return { type: 'unkept', length: Number(text) };
    default:
      return undefined;
  }
}

/** The answer as one is told it who did not cause it. */
export function asReplay(answer: MutationAnswer): MutationAnswer {
  return answer.type === 'error' ? (readError(answer.text) ?? answer) : answer;
}

function readError(text: string): MutationAnswer | undefined {
  const error = parse(text);
  const data = isJsonRecord(error) ? error['data'] : undefined;
  if (!isJsonRecord(error) || !isJsonRecord(data)) return undefined;
  const replayed = { ...error, data: { ...data, replayed: true } };
  return { type: 'error', text: JSON.stringify(replayed), key: String(data['code']) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
