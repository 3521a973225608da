import { isJsonRecord } from '@trunkline/protocol';

/** What the process that imports a router tells the one that started it. */
export type RouterReport =
  /** `json` is the reading. */
  | { readonly trunkline: 'reading'; readonly json: string }
  /** `message` is a whole sentence or several. */
  | { readonly trunkline: 'failure'; readonly message: string };

/** Tells a report from whatever the application itself sends to its parent. */
export function isRouterReport(message: unknown): message is RouterReport {
  if (!isJsonRecord(message)) return false;
  const { trunkline, json, message: text } = message;
  return (trunkline === 'reading' && typeof json === 'string') || (trunkline === 'failure' && typeof text === 'string');
}
