import type { CompilerReading } from '../reading.js';
import { TypeReader, type TypeReaderOptions } from './type-reader.js';

/** Reads a router's types once. */
export async function readTypes(options: TypeReaderOptions): Promise<CompilerReading> {
  const reader = await TypeReader.open(options);
  try {
    return reader.read();
  } finally {
    reader.close();
  }
}
