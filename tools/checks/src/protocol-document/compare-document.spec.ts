import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type ProtocolCatalogue, readCatalogue } from './catalogue.js';
import { compareDocument, PROTOCOL_DOCUMENT } from './compare-document.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
// Without the padding of its tables, so that rows can be named here as they read.
const document = readFileSync(join(root, PROTOCOL_DOCUMENT), 'utf8').replaceAll(/ {2,}\|/g, ' |');
let catalogue: ProtocolCatalogue;

beforeAll(async () => {
  catalogue = await readCatalogue(root);
});

/** What is found after the change, which has to change something. */
function check(from: string | RegExp, to: string): readonly string[] {
  const changed = document.replace(from, to);
  expect(changed).not.toBe(document);
  return compareDocument(changed, catalogue).map(({ file, problem }) => `${file} ${problem}`);
}

describe('compareDocument', () => {
  it('finds nothing while document and code agree', () => {
    expect(compareDocument(document, catalogue)).toEqual([]);
  });

  it('has something of each kind to compare', () => {
    for (const entries of Object.values(catalogue)) expect(entries.length).toBeGreaterThan(2);
  });

  it.each<[what: string, row: RegExp, problem: string]>([
    ['an error key', /\| `CANCELLED` \|.*\n/, 'libs/protocol/src/error-code.ts has the error key CANCELLED'],
    ['a close code', /\| 4101 \| `helloLate`.*\n/, 'libs/protocol/src/close-code.ts has the close code helloLate'],
    ['a gap reason', /\| `invalid` \|.*\n/, 'libs/protocol/src/server-message.ts has the gap reason invalid'],
    ['a limit', /\| `limits.maxDepth` \|.*\n/, 'libs/server/src/options.ts has the limit limits.maxDepth'],
    ['a message', /\| `credit` \| client.*\n/, 'libs/protocol/src/client-message.ts has the message credit'],
    ['the section of a method', /### `rpc\.gap`\n/, 'of which PROTOCOL.md has no section'],
    ['a method', /rpc\.unsubscribe/g, 'has the method rpc.unsubscribe, which PROTOCOL.md does not name'],
    ['a word that is no message', /`violation`/g, 'libs/protocol/src/violation.ts has the message violation'],
  ])('finds %s that the document lacks', (_what, row, problem) => {
    expect(check(row, '').join('\n')).toContain(problem);
  });

  it.each<[what: string, before: string, row: string, problem: string]>([
    ['an error key', '| `CANCELLED` |', '| `LATER` | -32060 | Trunkline | no | Later. |', 'the error key LATER'],
    [
      'a close code',
      '| 4101 | `helloLate` |',
      '| 4199 | `later` | server | back-off | Later. |',
      'the close code later',
    ],
    ['a gap reason', '| `invalid` |', '| `later` | Later. |', 'the gap reason later'],
    ['a limit', '| `limits.maxDepth` |', '| `limits.maxLater` | 5 | – | – |', 'the limit limits.maxLater'],
    ['a message', '| `credit` | client', '| `later` | client | – | – |', 'the message later'],
    ['a method', '## 6. Payloads', 'See `rpc.later`.', 'the method rpc.later'],
  ])('finds %s that the code lacks', (_what, before, row, problem) => {
    expect(check(before, `${row}\n${before}`)).toEqual([`PROTOCOL.md names ${problem}, which the code does not have.`]);
  });

  it.each<[what: string, from: string, to: string, problem: string]>([
    [
      'the number of a key',
      '| `CANCELLED` | -32050 |',
      '| `CANCELLED` | -32049 |',
      'says "-32049" of the error key CANCELLED',
    ],
    ['what may be tried again', '-32008 | tRPC | yes', '-32008 | tRPC | no', 'says "no" of the error key TIMEOUT'],
    ['a close code', '| 4101 | `helloLate`', '| 4102 | `helloLate`', 'says "4102" of the close code helloLate'],
    [
      'what a client does',
      '`unauthorized` | server | renew-credentials',
      '`unauthorized` | server | back-off',
      'of the close code unauthorized',
    ],
    ['a meaning', '| `invalid` | The', '| `invalid` | A', 'of the gap reason invalid'],
    [
      'a default',
      '| `heartbeatMs` | 30000',
      '| `heartbeatMs` | 25000',
      'says "25000" of the limit heartbeatMs, where the code says "30000"',
    ],
  ])('finds %s that differs', (_what, from, to, problem) => {
    const found = check(from, to);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(problem);
  });

  it('names the line of the document, and the place in the code', () => {
    const changed = document.replace('| `heartbeatMs` | 30000', '| `heartbeatMs` | 25000');
    const [finding] = compareDocument(changed, catalogue);
    expect(changed.split('\n')[(finding?.line ?? 0) - 1]).toContain('| `heartbeatMs` | 25000');
    expect(finding?.remedy).toMatch(/^Correct the row, or libs\/server\/src\/options\.ts:\d+\.$/);
  });
});
