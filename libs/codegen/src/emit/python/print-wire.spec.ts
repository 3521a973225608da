import { describe, expect, it } from '@jest/globals';
import { hashOf, shapeOf } from '../../contract/shape.js';
import { sampleContract } from '../../testing/sample-contract.js';
import { printWire } from './print-wire.js';

describe('printWire', () => {
  it('says of each procedure what it takes and gives', () => {
    expect(printWire(sampleContract)).toContain('\n    "odd-names.class": (UNDEFINED, TEXT),\n');
  });

  it('has the hash of the contract, and the form of each procedure', () => {
    const printed = printWire(sampleContract);
    expect(printed).toContain(`("${hashOf(sampleContract)}", {\n`);
    expect(printed).toContain(`\n    "orders.byId": "${shapeOf(sampleContract, 'orders.byId')}",\n`);
  });

  it('writes as superjson does only where superjson is', () => {
    expect(printWire(sampleContract)).toContain('PAYLOAD = SuperjsonPayload()');
    expect(printWire({ ...sampleContract, transformer: 'none' })).toContain('PAYLOAD = PlainPayload()');
    expect(printWire({ ...sampleContract, transformer: 'other' })).toContain('PAYLOAD = PlainPayload()');
  });
});
