import type { Finding } from '../workspace/finding.js';
import { isRecord } from '../workspace/record.js';
import { PROTOCOL_DOCUMENT } from './compare-document.js';
import { readTable } from './document.js';
import type { DecodeSample } from './find-bad-samples.js';

/** A message in which the part that the row names has this size. */
const PROBES: Readonly<Record<string, (size: number) => object>> = {
  '`id`, when it is a string': (size) => ({ id: 'a'.repeat(size), method: 'a' }),
  method: (size) => ({ id: 1, method: 'a'.repeat(size) }),
  after: (size) => ({ id: 1, method: 'a', params: { after: 'a'.repeat(size) } }),
  key: (size) => ({ id: 1, method: 'a', params: { key: 'a'.repeat(size) } }),
  shape: (size) => ({ id: 1, method: 'a', params: { shape: 'a'.repeat(size) } }),
  seen: (size) => ({ method: 'rpc.credit', params: { subscription: 1, add: 0, seen: 'a'.repeat(size) } }),
  deadlineMs: (size) => ({ id: 1, method: 'a', params: { deadlineMs: size } }),
  '`contract` of `rpc.hello`': (size) => toHello({ contract: 'a'.repeat(size) }),
  '`features` of `rpc.hello`': (size) => toHello({ features: Array.from({ length: size }, () => 'a') }),
  'a name in `features`': (size) => toHello({ features: ['a'.repeat(size)] }),
};

/** Finds fixed sizes that are others than the document says, by asking the decoder for the size and for one more. */
export function findWrongSizes(document: string, decode: DecodeSample): readonly Finding[] {
  const rows = readTable(document, 'fixed size', 'at most');
  const isTaken = (message: object): boolean => {
    const decoded = decode(JSON.stringify({ jsonrpc: '2.0', ...message }));
    return isRecord(decoded) && decoded['type'] !== 'violation';
  };
  const missing = Object.keys(PROBES).filter((name) => !rows.some(({ cells }) => cells[0] === name));
  return [
    ...missing.map((name) => toFinding(1, `does not say how large ${name} may be.`)),
    ...rows.flatMap(({ cells: [name = '', written = ''], line }) => {
      const probe = Object.hasOwn(PROBES, name) ? PROBES[name] : undefined;
      if (probe === undefined) return [toFinding(line, `limits ${name}, which this check cannot ask for.`)];
      if (isTaken(probe(Number(written))) && !isTaken(probe(Number(written) + 1))) return [];
      return [toFinding(line, `limits ${name} to ${written}; the decoder has another limit.`)];
    }),
  ];
}

function toHello(params: object): object {
  return { id: 1, method: 'rpc.hello', params };
}

function toFinding(line: number, problem: string): Finding {
  const remedy = 'Correct the table of fixed sizes, or libs/protocol/src/native, or the probes of this check.';
  return { rule: 'protocol-document', file: PROTOCOL_DOCUMENT, line, problem, remedy };
}
