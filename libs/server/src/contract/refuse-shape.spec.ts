import { describe, expect, it } from '@jest/globals';
import { createCall, FakeHost } from '../testing/fake-host.spec-support.js';
import { refuseShape } from './refuse-shape.js';
import { ServedContract } from './served-contract.js';

const { errors } = new FakeHost();
const contract = new ServedContract('served', new Map([['orders.add', ['bbbbbb', 'aaaaaa']]]), undefined);
const sent = { epoch: null };

describe('refuseShape', () => {
  it.each([undefined, 'bbbbbb', 'aaaaaa'])('has nothing against a call with the shape %s', (shape) => {
    expect(refuseShape(contract, createCall({ path: 'orders.add', shape }), 'old', errors)).toBeUndefined();
  });

  it('says which procedure has which form where', () => {
    const call = createCall({ path: 'orders.add', shape: 'cccccc' });
    const data = { code: 'UPGRADE_REQUIRED', ran: false, path: 'orders.add', shape: 'cccccc' };
    expect(refuseShape(contract, call, 'old', errors)).toEqual({
      key: 'UPGRADE_REQUIRED',
      shape: {
        code: -32055,
        message: expect.stringContaining('"orders.add" has another form here'),
        data: { ...data, clientContract: 'old', serverContract: 'served' },
      },
    });
  });

  it('refuses a procedure that is gone', () => {
    const call = createCall({ path: 'orders.drop', shape: 'aaaaaa' });
    expect(refuseShape(contract, call, null, errors)?.shape).toMatchObject({ data: { clientContract: null } });
  });

  it('does not say that nothing ran where an earlier sending may have', () => {
    const call = createCall({ path: 'orders.add', shape: 'cccccc', key: 'k', sent });
    expect(refuseShape(contract, call, 'old', errors)?.shape).not.toHaveProperty('data.ran');
  });
});
