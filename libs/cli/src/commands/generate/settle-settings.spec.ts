import { describe, expect, it } from '@jest/globals';
import type { PartialConfig } from '../../config/config-schema.js';
import { settleSettings } from './settle-settings.js';

const router = 'src/router.ts#appRouter';
const settle = (
  given: Readonly<Record<string, unknown>>,
  clients: readonly PartialConfig[] = [{}],
  folder = '/work',
): ReturnType<typeof settleSettings> =>
  settleSettings({ path: `${folder}/trunkline.config.ts`, folder, clients }, given, '/work');

describe('settleSettings', () => {
  it('lets the command line win over the configuration', () => {
    expect(
      settle({ out: 'other', documents: false }, [{ router, out: 'api', documents: true, title: 'Shop' }]),
    ).toEqual([{ settings: { router, out: 'other', documents: false, title: 'Shop' }, folder: '/work' }]);
  });

  it('leaves what is for `trunkline breaking` alone', () => {
    const [client] = settle({}, [{ router, out: 'api', breaking: { against: 'a.json' } }]);
    expect(client?.settings).toEqual({ router, out: 'api' });
  });

  it('keeps paths of the command line relative to the folder in which it is run', () => {
    const [client] = settle({ router, out: '.', tsconfig: '/other/tsconfig.json' }, [{}], '/work/apps/server');
    expect(client).toEqual({
      settings: { router: '../../src/router.ts#appRouter', out: '../..', tsconfig: '../../../other/tsconfig.json' },
      folder: '/work/apps/server',
    });
  });

  it('generates several clients with the same options', () => {
    const plans = settle({ documents: false }, [
      { router, out: 'a' },
      { router, out: 'b' },
    ]);
    expect(plans.map(({ settings }) => settings)).toEqual([
      { router, out: 'a', documents: false },
      { router, out: 'b', documents: false },
    ]);
  });

  it('refuses one router for several clients', () => {
    expect(() => settle({ router }, [{ out: 'a' }, { out: 'b' }])).toThrow(
      /has 2 configurations, so --router and --out/,
    );
  });

  it('says what is missing and where it can be said', () => {
    expect(() => settle({ out: 'a' })).toThrow(
      'Nothing says the router: /work/trunkline.config.ts has no option router. Give --router src/router.ts#appRouter, or set it in the configuration.',
    );
    const none = { path: undefined, folder: '/work', clients: [{}] };
    expect(() => settleSettings(none, { router }, '/work')).toThrow(/there is no trunkline\.config\.ts in this folder/);
  });

  it('says which value of the command line is wrong', () => {
    expect(() => settle({ router, out: 'a', importTimeoutMs: NaN })).toThrow(
      /The command line cannot be used:\n {2}option importTimeoutMs: /,
    );
  });
});
