import { describe, expect, it } from '@jest/globals';
import { listCases } from '../variants/catalogue.js';
import { nameOf } from '../variants/variant.js';
import { RowCollector } from './row-collector.js';

const [plain, transformed] = listCases(['trunkline']);

describe('RowCollector', () => {
  it('keeps the values of all rounds, and leaves out a case from its first failure on', async () => {
    if (plain === undefined || transformed === undefined) throw new Error('There is no such variant.');
    const collector = new RowCollector('calls', [plain, transformed], nameOf);
    collector.add(plain, { cpu: 1.234567 });
    collector.add(transformed, { cpu: 3 });
    await collector.attempt(transformed, () => Promise.reject(new Error('It broke.')));
    expect(collector.healthyCases).toEqual([plain]);
    collector.add(plain, { cpu: 2 });
    expect(collector.finish()).toEqual({
      name: 'calls',
      rows: [{ case: 'trunkline', values: { cpu: [1.2346, 2] } }],
      problems: [{ case: 'trunkline+superjson', message: 'It broke.' }],
    });
  });
});
