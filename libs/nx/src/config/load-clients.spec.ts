import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadClients } from './load-clients.js';

let folder: string;
const load = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  // As far as jest imports TypeScript itself; how tsx does it is tried in a workspace.
  return loadClients(join(folder, name), (path) => import(pathToFileURL(path).href));
};
const client = { router: 'a.ts#a', out: '.' };

beforeEach(() => {
  folder = mkdtempSync(fileURLToPath(new URL('temporary-', import.meta.url)));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('loadClients', () => {
  it('reads JSON and TypeScript, of one client or several', async () => {
    expect(await load('a.json', JSON.stringify(client))).toEqual([client]);
    const text = `const out: string = '.'; export default [{ router: 'a.ts#a', out }, { router: 'a.ts#a', out: 'b' }];`;
    expect(await load('b.ts', text)).toEqual([client, { ...client, out: 'b' }]);
  });

  it.each([
    ['a.json', '{', 'is no JSON'],
    ['b.json', '{ "out": "." }', 'has to export a configuration with the texts router and out'],
    ['c.ts', 'throw new Error("half an edit");', 'half an edit'],
    ['d.ts', 'export const config = 1;', 'has to export a configuration'],
  ])('says of %s what is wrong', async (name, text, message) => {
    await expect(load(name, text)).rejects.toThrow(message);
    await expect(load(name, text)).rejects.toThrow(join(folder, name));
  });
});
