import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { printError } from './print-error.js';

describe('printError', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('writes the sentence and the whole error to the console', () => {
    const print = jest.spyOn(console, 'error').mockReturnValue();
    const error = new Error('secret');
    printError('The query "orders.byId" failed:', error);
    expect(print.mock.calls).toEqual([['The query "orders.byId" failed:', error]]);
  });
});
