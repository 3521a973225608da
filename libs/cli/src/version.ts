import { readFileSync } from 'node:fs';
import { memberOf } from '@trunkline/protocol';

/** The version of this package, as its package.json has it. */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return String(memberOf(manifest, 'version'));
}
