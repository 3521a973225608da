import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createCertificate } from '../certificate.js';
import { freePort } from '../stage/free-port.js';
import type { ProxyKind, ProxySetting } from './proxy-kind.js';

/** How long a proxy may take to listen, in milliseconds. */
const START_TIMEOUT_MS = 10_000;

// Debian puts servers where a plain user's PATH does not look.
const PATH = `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`;

/** A proxy in a process of its own, with a configuration and a certificate of its own, on a free port of the loopback. */
export class RunningProxy {
  readonly #kind: ProxyKind;
  #setting: ProxySetting;
  #child: ChildProcess | undefined;
  #said = '';

  private constructor(kind: ProxyKind, setting: ProxySetting) {
    this.#kind = kind;
    this.#setting = setting;
  }

  /** Starts one; resolves when it listens. */
  static async start(
    kind: ProxyKind,
    { isSecure = false, idleSeconds, ...rest }: Pick<ProxySetting, 'applicationPort'> & Partial<ProxySetting>,
  ): Promise<RunningProxy> {
    const folder = mkdtempSync(join(tmpdir(), 'trunkline-proxy-'));
    const certificate = createCertificate(folder);
    const port = await freePort();
    const proxy = new RunningProxy(kind, { port, isSecure, idleSeconds, certificate, folder, ...rest });
    await proxy.start();
    return proxy;
  }

  get port(): number {
    return this.#setting.port;
  }

  /** The certificate that its clients must trust. */
  get certificate(): string {
    return this.#setting.certificate.certificate;
  }

  /** Starts it again after `stop`. */
  async start(): Promise<void> {
    const [program, ...parameters] = this.#kind.command(this.#configure(), this.#setting.folder);
    const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PATH } });
    child.stdout.on('data', (data) => (this.#said += String(data)));
    child.stderr.on('data', (data) => (this.#said += String(data)));
    this.#child = child;
    process.once('exit', this.#kill);
    await this.#listens(child);
  }

  /** Ends it at once, and every connection through it. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    this.#child = undefined;
    process.off('exit', this.#kill);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  }

  /** Stops it and removes what it wrote. */
  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#setting.folder, { recursive: true, force: true });
  }

  /** Sends what comes from now on to another application. Connections that are open stay where they are. */
  async reload(applicationPort: number): Promise<void> {
    this.#setting = { ...this.#setting, applicationPort };
    this.#configure();
    this.#said = '';
    const limit = AbortSignal.timeout(START_TIMEOUT_MS);
    while (!this.#said.includes(this.#kind.reloadSign)) {
      if (limit.aborted) throw new Error(`${this.#kind.name} does not read its configuration again:\n${this.#said}`);
      // HAProxy does not hear a signal that comes while it is still busy with its start.
      this.#child?.kill(this.#kind.reloadSignal);
      await delay(200);
    }
  }

  #configure(): string {
    const path = join(this.#setting.folder, 'proxy.conf');
    writeFileSync(path, this.#kind.configure(this.#setting));
    return path;
  }

  readonly #kill = (): void => void this.#child?.kill('SIGTERM');

  async #listens(child: ChildProcess): Promise<void> {
    const limit = AbortSignal.timeout(START_TIMEOUT_MS);
    let isGone = false;
    child.once('error', (error) => (this.#said += error.message));
    child.once('close', () => (isGone = true));
    while (!(await this.#answers())) {
      if (!isGone && !limit.aborted) continue;
      await this.stop();
      throw new Error(`${this.#kind.name} does not listen:\n${this.#said}`);
    }
  }

  #answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.#setting.port, '127.0.0.1');
      socket.once('error', () => setImmediate(resolve, false));
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
    });
  }
}
