import { describe, expect, it } from '@jest/globals';
import { printIndex, printTanstack } from './print-entries.js';

describe('printIndex', () => {
  it('gives the client, its types, and what one needs to handle its errors', () => {
    const text = printIndex();
    expect(text).toContain("export * from './client.js';\nexport * from './types.js';\n");
    expect(text).toContain('isErrorOf');
    expect(text).not.toContain('trpc');
  });
});

describe('printTanstack', () => {
  it('imports nothing of TanStack', () => {
    expect(printTanstack()).toMatch(/queryOptions,[^]*from '@trunkline\/client\/generated\/tanstack';\n$/);
    expect(printTanstack()).not.toContain('@tanstack');
  });
});
