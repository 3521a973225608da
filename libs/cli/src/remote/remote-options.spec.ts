import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { FakeTerminal } from '../testing/fake-terminal.js';
import {
  addConnectionOptions,
  addPayloadOptions,
  parseDuration,
  type RemoteFlags,
  readTarget,
} from './remote-options.js';

function parse(...argv: readonly string[]): RemoteFlags {
  const command = addPayloadOptions(addConnectionOptions(new Command()));
  return command.parse([...argv], { from: 'user' }).opts<RemoteFlags & Record<string, unknown>>();
}
const target = (url: string, ...argv: readonly string[]) => readTarget(url, parse(...argv), new FakeTerminal());

describe('readTarget', () => {
  it('reads address, headers and parameters', async () => {
    const argv = ['-H', 'A=1', '-H', 'B: 2=3', '--connection-params', '{"token":"t"}', '--connect-timeout-ms', '5'];
    expect(await target('localhost:3000/rpc', ...argv, '--stock')).toEqual({
      url: 'ws://localhost:3000/rpc',
      headers: { A: '1', B: '2=3' },
      connectionParams: { token: 't' },
      isStock: true,
      connectTimeoutMs: 5,
    });
  });

  it('reads parameters from a file, so that no secret is in the history of a shell', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'trunkline-params-'));
    writeFileSync(join(cwd, 'params.json'), '{"token":"t"}');
    const flags = parse('--connection-params', '@params.json');
    expect((await readTarget('ws://a/rpc', flags, new FakeTerminal({ cwd }))).connectionParams).toEqual({ token: 't' });
    await rm(cwd, { recursive: true });
  });

  it.each(['ftp://a', 'ws://', 'http://a b'])('refuses the address %s', async (url) => {
    await expect(target(url)).rejects.toThrow('is no address of a server');
  });

  it.each([
    [['--connection-params', '[]'], 'is not an object of strings'],
    [['--connection-params', '{"a":1}'], 'is not an object of strings'],
    [['--connection-params', '{'], 'is not JSON'],
  ])('refuses %j', async (argv, message) => {
    await expect(target('ws://a/rpc', ...argv)).rejects.toThrow(message);
  });

  it.each(['A', '=1', 'A b=1', 'A=\n'])('refuses the header %j', (header) => {
    expect(() => parse('--header', header)).toThrow('is not a header');
  });
});

describe('parseDuration', () => {
  it.each(['0', '-1', '1.5', 'a', '', '2147483648'])('refuses %j', (text) => {
    expect(() => parseDuration(text)).toThrow('is not a whole number');
  });

  it('takes what a timer can hold', () => {
    expect(parseDuration('2147483647')).toBe(2_147_483_647);
  });
});
