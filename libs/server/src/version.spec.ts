import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { SERVER_IDENTITY } from './version.js';

describe('SERVER_IDENTITY', () => {
  it('is what the package says of itself', async () => {
    const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
    expect(JSON.parse(text)).toMatchObject(SERVER_IDENTITY);
  });
});
