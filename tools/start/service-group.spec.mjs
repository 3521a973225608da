import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ServiceGroup } from './service-group.mjs';

const workspaceRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const staysAlive = 'setInterval(() => undefined, 1000);';
let folder = '';
/** @type {ServiceGroup} */
let group;
/** @type {string[]} */
let lines = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  lines = [];
  jest.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)));
  group = new ServiceGroup({ workspaceRoot, env: process.env, stopWithinMs: 500 });
});

afterEach(async () => {
  group.stop();
  await group.untilAllEnded();
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/**
 * @param {string} name
 * @param {string} code
 */
function start(name, code) {
  const file = join(folder, `${name}.ts`);
  writeFileSync(file, code);
  return group.start(name, file);
}

/** @param {string} line */
const hasSaid = (line) => async () => lines.includes(line);

describe('ServiceGroup', () => {
  it('shows each line behind the name of its service', async () => {
    const service = start('server', `console.log('listening' as string); ${staysAlive}`);
    expect(await service.isReady(hasSaid('server | listening'), 10_000)).toBe(true);
  });

  it('ends with 0 when told to stop and all end in time', async () => {
    const code = `process.on('SIGINT', () => process.exit(0)); console.log('up'); ${staysAlive}`;
    await start('server', code).isReady(hasSaid('server | up'), 10_000);
    await start('agent', code).isReady(hasSaid('agent  | up'), 10_000);
    group.stop();
    expect(await group.untilAllEnded()).toBe(0);
  });

  it('kills a service that does not end in time, and says so by its code', async () => {
    const stubborn = start('server', `process.on('SIGINT', () => undefined); console.log('up'); ${staysAlive}`);
    await stubborn.isReady(hasSaid('server | up'), 10_000);
    group.stop();
    expect(await group.untilAllEnded()).toBe(1);
  });

  it('stops the others and fails when one ends by itself', async () => {
    const server = start('server', staysAlive);
    start('agent', 'process.exit(0);');
    expect(await group.untilAllEnded()).toBe(1);
    expect(server.hasEnded).toBe(true);
  });

  it('is not ready when the service ends before it answers', async () => {
    const service = start('server', 'process.exit(3);');
    expect(await service.isReady(async () => false, 10_000)).toBe(false);
    expect(await service.ended).toBe(3);
  });
});
