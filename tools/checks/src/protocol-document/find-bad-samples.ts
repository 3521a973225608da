import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../workspace/finding.js';
import { isRecord } from '../workspace/record.js';
import { PROTOCOL_DOCUMENT } from './compare-document.js';

/** Reads one frame: the type of what it holds is `violation` or `unknown` when it is nothing of this protocol. */
export type DecodeSample = (text: string) => unknown;

/** The decoders of both dialects at both ends, by the arrow before a sample. */
export interface SampleDecoders {
  readonly native: Readonly<Record<'→' | '←', DecodeSample>>;
  readonly stock: Readonly<Record<'→' | '←', DecodeSample>>;
}

/** A sample of a message, with its place. Those with dots in the place of members are no samples. */
const SAMPLE = /^(?:[A-B] )?\s*(?:.*: +)?(→|←) (\{[^\n]*\}|\[[^\n]*\])/;

/** Finds samples in the document that the code would not take for a message. */
export function findBadSamples(document: string, decoders: SampleDecoders): readonly Finding[] {
  let dialect: keyof SampleDecoders = 'native';
  return document.split('\n').flatMap((line, index) => {
    if (line.startsWith('## ')) dialect = line.includes('The stock dialect') ? 'stock' : 'native';
    const [, arrow, text = ''] = SAMPLE.exec(line) ?? [];
    if ((arrow !== '→' && arrow !== '←') || /[{:,]…/.test(text)) return [];
    const message = decoders[dialect][arrow](text);
    const type = isRecord(message) ? message['type'] : 'violation';
    if (type !== 'violation' && type !== 'unknown') return [];
    return {
      rule: 'protocol-document',
      file: PROTOCOL_DOCUMENT,
      line: index + 1,
      problem: `shows a message that the code takes for none: ${JSON.stringify(message)}`,
      remedy: 'Correct the sample, or the decoder.',
    };
  });
}

/** The decoders of the code. Needs the export condition `@trunkline/source`. */
export async function loadDecoders(root: string): Promise<SampleDecoders> {
  const protocol: unknown = await import(pathToFileURL(join(root, 'libs/protocol/src/index.ts')).href);
  const decoder = (name: string): DecodeSample => {
    const { [name]: decode, DEFAULT_LIMITS: limits } = isRecord(protocol) ? { ...protocol } : {};
    if (typeof decode !== 'function') throw new Error(`The protocol exports no ${name}.`);
    return (text) => Reflect.apply(decode, undefined, [text, limits]) as unknown;
  };
  const decodeParams = decoder('decodeStockConnectionParams');
  const decodeStock = decoder('decodeStockClientFrame');
  return {
    native: { '→': decoder('decodeClientFrame'), '←': decoder('decodeServerFrame') },
    stock: {
      '→': (text) => (text.includes('"connectionParams"') ? decodeParams(text) : decodeStock(text)),
      '←': decoder('decodeStockServerFrame'),
    },
  };
}
