import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readFromTarball } from './tarball.js';

/** One entry of a tarball, as POSIX says it. */
function entry(name: string, text: string, type = '0'): Buffer {
  const content = Buffer.from(text);
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(type, 156);
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

const pack = (...entries: readonly Buffer[]) => gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)]));

describe('readFromTarball', () => {
  const long = 'é'.repeat(700);
  const tarball = pack(
    entry('package/README.md', long),
    entry('package/docs/contract.json', 'another'),
    entry('package/contract.json', '', '5'),
    entry('package/contract.json', long),
    entry('package/last', 'x'.repeat(512)),
  );

  it('finds a file among others, by its whole path and only where it is a file', () => {
    expect(readFromTarball(tarball, 'contract.json')).toBe(long);
    expect(readFromTarball(tarball, 'docs/contract.json')).toBe('another');
    expect(readFromTarball(tarball, 'last')).toBe('x'.repeat(512));
  });

  it('gives nothing where the file is not there', () => {
    expect(readFromTarball(tarball, 'missing.json')).toBeUndefined();
    expect(readFromTarball(gzipSync(Buffer.alloc(0)), 'contract.json')).toBeUndefined();
  });

  it('refuses what is no tarball', () => {
    expect(() => readFromTarball(Buffer.from('text'), 'contract.json')).toThrow(/header/);
  });
});
