import { hostname } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

describe('readSettings', () => {
  it('reports this machine to the server on it, unless told otherwise', () => {
    expect(readSettings({})).toMatchObject({
      url: 'ws://localhost:4400/rpc',
      hostName: hostname(),
      agentId: null,
      agentIdPath: expect.stringMatching(/[\\/]\.pulse[\\/]agent-id$/),
    });
  });

  it('takes address, name and id from the environment', () => {
    const environment = { PULSE_URL: 'wss://pulse.example/rpc', PULSE_HOST_NAME: 'web-1', PULSE_AGENT_ID: 'web-1' };
    expect(readSettings(environment)).toMatchObject({
      url: 'wss://pulse.example/rpc',
      hostName: 'web-1',
      agentId: 'web-1',
    });
  });

  it.each(['localhost:4400', 'http://localhost:4400', 'nonsense'])(
    'refuses %j as an address, with a sentence',
    (url) => {
      expect(() => readSettings({ PULSE_URL: url })).toThrow(`PULSE_URL is "${url}", but must be a WebSocket address`);
    },
  );

  it('refuses an id that the server would refuse', () => {
    expect(() => readSettings({ PULSE_AGENT_ID: 'a b' })).toThrow(
      'PULSE_AGENT_ID is "a b", but must be 1 to 64 letters',
    );
  });
});
