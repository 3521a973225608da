import { namesOfUnion, readSource, type Source } from '../state-machines/read-source.js';
import { isRecord } from '../workspace/record.js';
import type { Vocabulary } from './find-missing-codes.js';

/** Everything that a failure can be called. Needs the export condition `@trunkline/source`. */
export async function readVocabularies(root: string): Promise<readonly Vocabulary[]> {
  const errors = await readSource(root, 'libs/protocol/src/error-code.ts');
  const closing = await readSource(root, 'libs/protocol/src/close-code.ts');
  const gaps = await readSource(root, 'libs/protocol/src/server-message.ts');
  const local = await readSource(root, 'libs/client/src/errors/local-code.ts');
  const client = await readSource(root, 'libs/client/src/errors/trunkline-error.ts');
  const closes = Object.values(tableOf(closing, 'CLOSE_CODES')).map((entry) =>
    isRecord(entry) ? String(entry['code']) : '',
  );
  return [
    { file: errors.file, words: Object.keys(tableOf(errors, 'ERROR_CODES')) },
    { file: closing.file, words: [...closes, ...RFC_CLOSES] },
    { file: gaps.file, words: Object.keys(tableOf(gaps, 'GAP_REASONS')) },
    { file: local.file, words: Object.keys(tableOf(local, 'LOCAL_CODES')) },
    { file: client.file, words: namesOfUnion(client, 'CallOutcome') },
  ];
}

/** Close codes of RFC 6455 that either end meets. */
const RFC_CLOSES: readonly string[] = ['1002', '1006', '1007', '1008', '1009'];

function tableOf({ file, exported }: Source, name: string): Record<string, unknown> {
  const { [name]: table } = exported;
  if (!isRecord(table)) throw new Error(`${file} exports no table ${name}.`);
  return table;
}
