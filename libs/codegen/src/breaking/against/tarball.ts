import { gunzipSync } from 'node:zlib';

const BLOCK_BYTES = 512;
/** More than this in a package's tarball is not unpacked: a contract is far smaller, and a bomb far larger. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;

/**
 * Reads one file of an npm package's tarball, by its path in the package; `undefined` where it is not there. Only plain
 * entries of the ustar format (POSIX.1-1988) are looked at, which is what npm writes for short paths.
 *
 * @throws RangeError when the tarball unpacks to more than 512 MiB.
 */
export function readFromTarball(tarball: Uint8Array, path: string): string | undefined {
  const bytes = gunzipSync(tarball, { maxOutputLength: MAX_UNPACKED_BYTES });
  for (let offset = 0; offset + BLOCK_BYTES <= bytes.length; ) {
    const header = bytes.subarray(offset, offset + BLOCK_BYTES);
    const name = readField(header, 0, 100);
    if (name === '') return undefined;
    const length = Number.parseInt(readField(header, 124, 12), 8) || 0;
    const start = offset + BLOCK_BYTES;
    // Packages are packed in a folder, mostly "package".
    if (isPlainFile(header) && name.slice(name.indexOf('/') + 1) === path) {
      return bytes.toString('utf8', start, start + length);
    }
    offset = start + Math.ceil(length / BLOCK_BYTES) * BLOCK_BYTES;
  }
  return undefined;
}

function readField(header: Buffer, start: number, length: number): string {
  const [text = ''] = header.toString('latin1', start, start + length).split('\0');
  return text.trim();
}

function isPlainFile(header: Buffer): boolean {
  return ['0', ''].includes(readField(header, 156, 1));
}
