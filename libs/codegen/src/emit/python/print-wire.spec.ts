import { describe, expect, it } from '@jest/globals';
import { sampleContract } from '../../testing/sample-contract.js';
import { printWire } from './print-wire.js';

describe('printWire', () => {
  it('says of each procedure what it takes and gives', () => {
    expect(printWire(sampleContract)).toContain('\n    "odd-names.class": (UNDEFINED, TEXT),\n');
  });

  it('writes as superjson does only where superjson is', () => {
    expect(printWire(sampleContract)).toContain('PAYLOAD = SuperjsonPayload()');
    expect(printWire({ ...sampleContract, transformer: 'none' })).toContain('PAYLOAD = PlainPayload()');
    expect(printWire({ ...sampleContract, transformer: 'other' })).toContain('PAYLOAD = PlainPayload()');
  });
});
