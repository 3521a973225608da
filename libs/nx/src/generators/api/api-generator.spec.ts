import { describe, expect, it } from '@jest/globals';
import { readJson, readNxJson } from '@nx/devkit';
import { createTree } from '@nx/devkit/testing';
import { apiGenerator } from './api-generator.js';

function createWorkspace() {
  const tree = createTree();
  tree.write('package.json', '{ "name": "@acme/source", "workspaces": ["libs/*"] }');
  tree.write('nx.json', '{ "plugins": [{ "plugin": "@nx/js" }] }');
  return tree;
}

describe('apiGenerator', () => {
  it('adds projects, the plugin, the sync generator and what they run on', async () => {
    const tree = createWorkspace();
    await apiGenerator(tree, { name: 'shop', skipInstall: true });
    expect(tree.exists('libs/shop-client/trunkline.config.ts')).toBe(true);
    expect(readNxJson(tree)).toMatchObject({
      plugins: [{ plugin: '@nx/js' }, '@trunkline/nx'],
      sync: { globalGenerators: ['@trunkline/nx:sync'] },
    });
    expect(readJson(tree, 'package.json')).toMatchObject({
      workspaces: ['libs/*', 'apps/shop-server'],
      dependencies: { '@trunkline/server': expect.any(String) },
      devDependencies: { '@trunkline/cli': expect.any(String) },
    });
  });

  it('adds a second API beside the first, and the plugin once', async () => {
    const tree = createWorkspace();
    await apiGenerator(tree, { name: 'shop', skipInstall: true });
    await apiGenerator(tree, { name: 'stock', skipInstall: true });
    expect(readNxJson(tree)?.plugins).toHaveLength(2);
  });

  it('overwrites nothing', async () => {
    const tree = createWorkspace();
    tree.write('apps/shop-server/mine.ts', '');
    await expect(apiGenerator(tree, { name: 'shop' })).rejects.toThrow(
      'The folder apps/shop-server is not empty; choose another with --serverDirectory, or another name.',
    );
    expect(tree.exists('libs/shop-router')).toBe(false);
  });
});
