import { describe, expect, it } from '@jest/globals';
import { serverError } from '../errors/trunkline-error.js';
import { isUpgradeRequired } from './is-upgrade-required.js';

const upgrade = { path: 'orders.add', shape: 'aaaaaa', clientContract: 'mine', serverContract: 'other' };
const refused = (data: object, code = 'UPGRADE_REQUIRED') => serverError({ data: { code, ...data } }, 'orders.add');

describe('isUpgradeRequired', () => {
  it('knows the error, and gives its data a type', () => {
    const error: unknown = refused({ ...upgrade, ran: false });
    if (!isUpgradeRequired(error)) throw new Error('It is not known.');
    const { path, shape, clientContract, serverContract } = error.data;
    expect({ path, shape, clientContract, serverContract }).toEqual(upgrade);
    expect(isUpgradeRequired(refused({ ...upgrade, clientContract: null }))).toBe(true);
  });

  it('knows no other error', () => {
    for (const error of [refused(upgrade, 'CONFLICT'), new Error('UPGRADE_REQUIRED'), undefined]) {
      expect(isUpgradeRequired(error)).toBe(false);
    }
  });

  it.each(Object.keys(upgrade))('takes none for it that lacks %s', (name) => {
    expect(isUpgradeRequired(refused({ ...upgrade, [name]: undefined }))).toBe(false);
  });
});
