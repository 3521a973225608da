import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

// Real programs and sockets take their time on a busy machine.
jest.setTimeout(60_000);

describe('the pulse-server program', () => {
  const started: ChildProcess[] = [];
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pulse-'));
  });
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  function start(environment: Readonly<Record<string, string>>) {
    const main = fileURLToPath(new URL('./main.ts', import.meta.url));
    const child = spawn(process.execPath, ['--conditions=@trunkline/source', '--import', 'tsx', main], {
      env: { ...process.env, PORT: '0', PULSE_DATABASE: join(folder, 'pulse.db'), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(child);
    const said = { out: '', error: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.error += text;
    });
    return { child, said, ended: once(child, 'close').then(([code]: unknown[]) => code) };
  }

  it('says where it is, answers there, and stops cleanly when it is told to', async () => {
    const { child, said, ended } = start({});
    while (!said.out.includes('\n')) await once(child.stdout, 'data');
    const address = /http:\/\/localhost:\d+/.exec(said.out)?.[0];
    const response = await fetch(`${address}/healthz`);
    expect(await response.json()).toMatchObject({ ok: true, database: join(folder, 'pulse.db') });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said).toEqual({ out: expect.stringContaining('Pulse stops (SIGTERM).'), error: '' });
  });

  it('says in one sentence why it cannot start, and ends with 1', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const address = blocker.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const attempts = [
      { environment: { PORT: 'abc' }, sentence: 'PORT is "abc", but must be a whole number' },
      { environment: { PULSE_DATABASE: folder }, sentence: `The database ${folder} cannot be opened` },
      { environment: { PORT: port }, sentence: `Port ${port} is in use by another program.` },
    ];
    try {
      for (const { environment, sentence } of attempts) {
        const { said, ended } = start(environment);
        expect(await ended).toBe(1);
        expect(said.error).toContain(sentence);
        expect(said.error.trim().split('\n')).toHaveLength(1);
      }
    } finally {
      blocker.close();
    }
  });
});
