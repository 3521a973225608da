import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createNodesV2 } from './create-nodes.js';

let root: string;
const put = (name: string, text: string): void => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
};
const infer = async (configFile: string) => {
  const [, createNodes] = createNodesV2;
  const results = await createNodes([configFile], undefined, { workspaceRoot: root, nxJsonConfiguration: {} });
  return results[0]?.[1];
};

beforeEach(() => {
  root = mkdtempSync(fileURLToPath(new URL('temporary-', import.meta.url)));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('createNodesV2', () => {
  it('gives a project with a configuration its targets, and lets it depend on the project of its router', async () => {
    put('libs/router/project.json', '{ "name": "router" }');
    put('libs/client/project.json', '{ "name": "client" }');
    put('libs/client/trunkline.config.json', '{ "router": "../router/src/index.ts#appRouter", "out": "." }');
    expect(await infer('libs/client/trunkline.config.json')).toMatchObject({
      projects: { 'libs/client': { implicitDependencies: ['router'], targets: { generate: {}, check: {} } } },
    });
  });

  it('passes over a configuration that is in no project', async () => {
    put('templates/trunkline.config.json', '{ "router": "a.ts#a", "out": "." }');
    expect(await infer('templates/trunkline.config.json')).toEqual({});
  });

  it('says which configuration cannot be used', async () => {
    put('libs/client/package.json', '{ "name": "client" }');
    put('libs/client/trunkline.config.json', '{ "out": "." }');
    await expect(infer('libs/client/trunkline.config.json')).rejects.toThrow();
  });
});
