import { describe, expect, it } from '@jest/globals';
import { apiFiles, packageNames } from './api-files.js';
import { planApi } from './api-options.js';

describe('apiFiles', () => {
  it('leads from the client to the router, wherever they are', () => {
    const plan = planApi({ name: 'shop', clientDirectory: 'clients/deep/shop' }, '@acme/source');
    const files = apiFiles(plan);
    expect(files['clients/deep/shop/trunkline.config.ts']).toContain(
      "router: '../../../libs/shop-router/src/index.ts#appRouter'",
    );
    expect(files['apps/shop-server/src/main.ts']).toContain("from '@acme/shop-router'");
    expect(packageNames(plan).client).toBe('@acme/shop-client');
  });

  it('lets Nx look at the client before it is built', () => {
    const project: unknown = JSON.parse(apiFiles(planApi({ name: 'shop' }, ''))['libs/shop-client/project.json'] ?? '');
    expect(project).toMatchObject({ targets: { build: { syncGenerators: ['@trunkline/nx:sync'] } } });
  });
});
