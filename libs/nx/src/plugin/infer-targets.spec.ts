import { describe, expect, it } from '@jest/globals';
import { inferTargets } from './infer-targets.js';
import { DEFAULT_OPTIONS } from './plugin-options.js';

const infer = (outs: readonly string[], names = {}) =>
  inferTargets({
    projectRoot: 'libs/shop-client',
    configName: 'trunkline.config.ts',
    outs,
    names: { ...DEFAULT_OPTIONS, ...names },
  });

describe('inferTargets', () => {
  it('runs the command in the project, and caches what depends on files alone', () => {
    const { generate, check, breaking, 'watch-api': watch } = infer(['.']);
    expect(generate).toMatchObject({
      command: 'trunkline generate',
      cache: true,
      options: { cwd: 'libs/shop-client' },
    });
    expect(generate?.outputs).toContain('{projectRoot}/contract.json');
    expect(generate?.inputs).toEqual(expect.arrayContaining(['{projectRoot}/trunkline.config.ts', '^default']));
    expect(check).toMatchObject({ command: 'trunkline generate --check', cache: true });
    expect(breaking).not.toHaveProperty('cache');
    expect(watch).toMatchObject({ command: 'trunkline generate --watch', continuous: true });
  });

  it('knows outputs in other folders, of several clients', () => {
    const outputs = infer(['generated', '../other'])['generate']?.outputs;
    expect(outputs).toContain('{projectRoot}/generated/src');
    expect(outputs).toContain('{workspaceRoot}/libs/other/dist');
  });

  it('calls targets what nx.json says', () => {
    expect(Object.keys(infer(['.'], { generateTargetName: 'api' }))).toEqual(['api', 'check', 'breaking', 'watch-api']);
  });
});
