import { describe, expect, it } from '@jest/globals';
import { planApi } from './api-options.js';

describe('planApi', () => {
  it('names folders after the API, and packages after the workspace', () => {
    expect(planApi({ name: 'shop' }, '@acme/source')).toEqual({
      name: 'shop',
      scope: '@acme',
      router: 'libs/shop-router',
      server: 'apps/shop-server',
      client: 'libs/shop-client',
      port: 3000,
    });
    expect(planApi({ name: 'shop', clientDirectory: 'clients/shop' }, undefined)).toMatchObject({
      scope: '@workspace',
      client: 'clients/shop',
    });
  });

  it.each(['Shop', 'my shop', '', '-a', '../a'])('refuses the name %j', (name) => {
    expect(() => planApi({ name }, undefined)).toThrow(`The name "${name}"`);
  });

  it.each([0, 70_000, 1.5])('refuses the port %d', (port) => {
    expect(() => planApi({ name: 'shop', port }, undefined)).toThrow(`The port ${port} is not from 1 to 65535.`);
  });
});
