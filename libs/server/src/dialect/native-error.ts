import { ERROR_CODES, type ErrorKey, isJsonRecord, type PayloadForm } from '@trunkline/protocol';
import type { ErrorReport } from '../router/error-report.js';
import type { RouterCodecs } from '../router/router-codecs.js';

/**
 * The JSON text of an error in the native dialect: always the plain object that JSON-RPC 2.0 (section 5.1) demands, with
 * the key in `data.code`. Where plain JSON loses something of what the router's formatter made, a client that asked for
 * the transformer finds the whole shape, as the transformer writes it, in `data.transformed`.
 */
export function encodeNativeError(report: ErrorReport, codecs: RouterCodecs, payload: PayloadForm): string {
  const { key, shape } = report;
  const record = isJsonRecord(shape) ? shape : {};
  const message = typeof record['message'] === 'string' ? record['message'] : key;
  const data = isJsonRecord(record['data']) ? record['data'] : {};
  const error = { code: report.number ?? numberOf(key, record['code']), message, data: { ...data, code: key } };
  const plain = stringify(error);
  if (plain === undefined) return stringify({ ...error, data: { code: key } }) ?? FALLBACK;
  if (payload === 'json') return plain;
  const transformed = codecs.output.encode(shape);
  if (typeof transformed !== 'string' || isPlain(transformed, shape)) return plain;
  // The plain text ends with the braces of `data` and of the error itself; the member goes between the last one of `data` and them.
  return `${plain.slice(0, -2)},"transformed":${transformed}}}`;
}

const FALLBACK = '{"code":-32603,"message":"Internal server error","data":{"code":"INTERNAL_SERVER_ERROR"}}';

// JSON-RPC 2.0 has numbers of its own for what tRPC calls a bad request of a procedure.
function numberOf(key: ErrorKey, formatted: unknown): number {
  if (key === 'BAD_REQUEST') return ERROR_CODES.INVALID_PARAMS.number;
  return Number.isInteger(formatted) ? Number(formatted) : ERROR_CODES[key].number;
}

function isPlain(transformed: string, shape: unknown): boolean {
  const text = stringify(shape);
  return transformed === text || transformed === `{"json":${text}}`;
}

function stringify(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
