/** FIN and the opcode of text (RFC 6455, section 5.2). */
const FINAL_TEXT = 0x81;

/** Payloads above this need a 16-bit length. */
const MAX_SHORT_BYTES = 125;

/** Payloads above this need a 64-bit length. */
const MAX_MEDIUM_BYTES = 0xffff;

/**
 * The bytes of several unmasked text frames (RFC 6455, section 5.2), one after the other in one buffer, so that
 * everything a server says in one turn is one allocation and one write.
 */
export function encodeTextFrames(texts: readonly string[]): Buffer {
  const lengths: number[] = [];
  let totalBytes = 0;
  for (const text of texts) {
    const byteLength = Buffer.byteLength(text);
    lengths.push(byteLength);
    totalBytes += headerBytes(byteLength) + byteLength;
  }
  const buffer = Buffer.allocUnsafe(totalBytes);
  let offset = 0;
  for (let index = 0; index < texts.length; index += 1) {
    const byteLength = lengths[index] ?? 0;
    writeHeader(buffer, offset, byteLength);
    offset += headerBytes(byteLength);
    offset += buffer.write(texts[index] ?? '', offset);
  }
  return buffer;
}

function headerBytes(byteLength: number): number {
  if (byteLength <= MAX_SHORT_BYTES) return 2;
  return byteLength <= MAX_MEDIUM_BYTES ? 4 : 10;
}

function writeHeader(buffer: Buffer, offset: number, byteLength: number): void {
  buffer[offset] = FINAL_TEXT;
  if (byteLength <= MAX_SHORT_BYTES) {
    buffer[offset + 1] = byteLength;
  } else if (byteLength <= MAX_MEDIUM_BYTES) {
    buffer[offset + 1] = 126;
    buffer.writeUInt16BE(byteLength, offset + 2);
  } else {
    buffer[offset + 1] = 127;
    buffer.writeBigUInt64BE(BigInt(byteLength), offset + 2);
  }
}
