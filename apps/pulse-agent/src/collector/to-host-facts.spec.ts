import { describe, expect, it } from '@jest/globals';
import { hostFactsSchema } from '@trunkline/pulse-server/schemas';
import { capturedHost } from './captured-readings.js';
import { toHostFacts } from './to-host-facts.js';

describe('toHostFacts', () => {
  it('says what kind of machine this is and since when it runs', () => {
    const facts = toHostFacts('web-1', 'Web one', capturedHost);
    expect(facts).toEqual({
      id: 'web-1',
      name: 'Web one',
      platform: 'linux',
      distribution: 'Debian GNU/Linux 12',
      kernel: '6.18.44',
      architecture: 'x64',
      cpuModel: 'AMD EPYC',
      coreCount: 2,
      bootedAt: new Date('2026-01-01T11:30:23.650Z'),
    });
    expect(hostFactsSchema.parse(facts)).toEqual(facts);
  });

  it('stays within what the server accepts when the machine says too much or too little', () => {
    const system = {
      platform: 'x'.repeat(999),
      distro: 'x'.repeat(999),
      release: '',
      kernel: 'x'.repeat(999),
      arch: '',
    };
    const facts = toHostFacts('a', 'n'.repeat(999), {
      ...capturedHost,
      system,
      cpu: { manufacturer: '', brand: '', cores: 0 },
    });
    expect(hostFactsSchema.safeParse(facts).error).toBeUndefined();
  });
});
