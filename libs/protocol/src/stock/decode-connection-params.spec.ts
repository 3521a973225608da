import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { fuzzRuns, fuzzTimeoutMs } from '../testing/fuzz-runs.js';
import { anyFrame } from '../testing/mutations.js';
import { readSamples } from '../testing/samples.js';
import { decodeStockConnectionParams } from './decode-connection-params.js';

const samples = readSamples('stock/decode-connection-params.ts');
const hello = { type: 'hello', id: null, client: {}, payload: 'transformed', features: [], connectionParams: null };

describe('decodeStockConnectionParams', () => {
  it('reads the sample of its comment', () => {
    expect(samples.map(decodeStockConnectionParams)).toEqual([{ ...hello, connectionParams: { token: 'secret' } }]);
  });

  it('takes any first message for the params, as tRPC does', () => {
    expect(decodeStockConnectionParams('{"method":"connectionParams","data":null}')).toEqual(hello);
    expect(decodeStockConnectionParams('{"id":1,"method":"query"}')).toEqual(hello);
  });

  it('lets a sign of life come before them', () => {
    expect(decodeStockConnectionParams('PING')).toEqual({ type: 'ping', id: null });
    expect(decodeStockConnectionParams('PONG')).toEqual({ type: 'pong' });
  });

  it.each(['', '[]', '"token"', '{"data":"token"}', '{"data":{"token":1}}'])('finds a violation in %s', (text) => {
    expect(decodeStockConnectionParams(text)).toMatchObject({ type: 'violation', id: null, code: 'PARSE_ERROR' });
  });

  it(
    'answers any text with a hello, a sign of life or a violation',
    () => {
      fc.assert(
        fc.property(anyFrame(samples), (text) => {
          const { type } = decodeStockConnectionParams(text);
          expect(['hello', 'ping', 'pong', 'violation']).toContain(type);
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});
