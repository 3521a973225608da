import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { PROTOCOL_DOCUMENT } from './compare-document.js';
import { type DecodeSample, loadDecoders } from './find-bad-samples.js';
import { findWrongSizes } from './find-wrong-sizes.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const document = readFileSync(join(root, PROTOCOL_DOCUMENT), 'utf8').replaceAll(/ {2,}\|/g, ' |');
let decode: DecodeSample;

beforeAll(async () => {
  decode = (await loadDecoders(root)).native['→'];
});

const check = (from: string, to: string): readonly string[] =>
  findWrongSizes(document.replace(from, to), decode).map(({ problem }) => problem);

describe('findWrongSizes', () => {
  it('finds nothing in the document as it is', () => {
    expect(findWrongSizes(document, decode)).toEqual([]);
  });

  it.each(['511', '513'])('finds a size of %s that the decoder does not have', (size) => {
    expect(check('| `method` | 512 |', `| \`method\` | ${size} |`)).toEqual([
      `limits method to ${size}; the decoder has another limit.`,
    ]);
  });

  it('finds a row that is missing, and one that nobody asked for', () => {
    expect(check('| `after` | 1024 |', '| `before` | 1024 |')).toEqual([
      'does not say how large after may be.',
      'limits before, which this check cannot ask for.',
    ]);
  });
});
