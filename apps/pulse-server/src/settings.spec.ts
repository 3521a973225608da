import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

describe('readSettings', () => {
  it('listens on port 4400 of this machine alone, and keeps its data in .pulse, unless told otherwise', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ port: 4400, host: '127.0.0.1' });
    expect(settings.databasePath).toMatch(/[\\/]\.pulse[\\/]pulse\.db$/);
    expect(settings.pagePath).toMatch(/apps[\\/]pulse-web[\\/]dist$/);
  });

  it('takes port, address and database from the environment', () => {
    expect(readSettings({ PORT: '8080', HOST: '0.0.0.0', PULSE_DATABASE: '/data/p.db' })).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      databasePath: '/data/p.db',
    });
  });

  it.each(['abc', '-1', '65536', '44.5', '1e3', ' 80'])('refuses %j as a port, with a sentence', (port) => {
    expect(() => readSettings({ PORT: port })).toThrow(`PORT is "${port}", but must be a whole number from 0 to 65535`);
  });
});
