import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { PROTOCOL_DOCUMENT } from './compare-document.js';
import { findBadSamples, loadDecoders, type SampleDecoders } from './find-bad-samples.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const document = readFileSync(join(root, PROTOCOL_DOCUMENT), 'utf8');
let decoders: SampleDecoders;

beforeAll(async () => {
  decoders = await loadDecoders(root);
});

describe('findBadSamples', () => {
  it('finds nothing in the document as it is', () => {
    expect(findBadSamples(document, decoders)).toEqual([]);
  });

  it('reads dozens of samples of it, in either dialect', () => {
    let count = 0;
    const counting = (): unknown => {
      count += 1;
      return { type: 'counted' };
    };
    const native = { '→': counting, '←': counting };
    findBadSamples(document, { ...decoders, native });
    expect(count).toBeGreaterThan(40);
    findBadSamples(document, { ...decoders, stock: native });
    expect(count).toBeGreaterThan(50);
  });

  it.each([
    ['"params":{"id":2}', '"params":{"call":2}'],
    ['"method":"rpc.gap","params":{"subscription":17', '"method":"rpc.gap","params":{"number":17'],
    ['{"id":3,"method":"subscription.stop"}', '{"method":"subscription.stop"}'],
    ['{"id":3,"result":{"type":"started"}}', '{"id":3,"result":{"type":"begun"}}'],
  ])('finds the sample in which %s has become %s', (from, to) => {
    const changed = document.replace(from, to);
    const [finding] = findBadSamples(changed, decoders);
    expect(changed.split('\n')[(finding?.line ?? 0) - 1]).toContain(to);
  });
});
