import type { Certificate } from '../certificate.js';

/** What one proxy is told. */
export interface ProxySetting {
  readonly port: number;
  readonly applicationPort: number;
  /** Whether clients speak TLS to it. */
  readonly isSecure: boolean;
  /** What it lets pass without anything moving, in seconds; undefined for what the guide says. */
  readonly idleSeconds: number | undefined;
  readonly certificate: Certificate;
  /** Where it may write. */
  readonly folder: string;
}

/** A program that stands between clients and a server. */
export interface ProxyKind {
  readonly name: string;
  /** The guide's configuration, for this place. */
  configure(setting: ProxySetting): string;
  /** How to run it in the foreground. */
  command(configurationPath: string, folder: string): readonly [program: string, ...parameters: string[]];
  /** What makes it read its configuration again and leave open connections alone. */
  readonly reloadSignal: NodeJS.Signals;
  /** What it says when it does. */
  readonly reloadSign: string;
}
