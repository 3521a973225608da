import { isJsonRecord } from '@trunkline/protocol';
import type { Transformer } from '../../../contract/contract.js';
import type { EvaluatedFile } from './evaluated-files.js';

/** What the process that imports a router tells the one that started it. */
export type RouterReport =
  | ReadingReport
  /** `message` is a whole sentence or several. */
  | { readonly trunkline: 'failure'; readonly message: string };

/** A reading, in the pieces of which a change touches few. */
export interface ReadingReport {
  readonly trunkline: 'reading';
  readonly transformer: Transformer;
  /** Each procedure as JSON, behind its path. */
  readonly procedures: readonly NamedText[];
  /** Each named type as JSON, behind its name. */
  readonly types: readonly NamedText[];
  /** The application's own files that were evaluated; left out where nobody asked. */
  readonly files?: readonly EvaluatedFile[];
}

export type NamedText = readonly [name: string, json: string];

/** What it tells once it has evaluated modules ahead of time. */
export interface PreparedReport {
  readonly trunkline: 'prepared';
  /** The application's own files that were evaluated; undefined where the process is no good for an import any more. */
  readonly files?: readonly EvaluatedFile[];
}

/** Tells a report from whatever the application itself sends to its parent. */
export function isRouterReport(message: unknown): message is RouterReport {
  if (!isJsonRecord(message)) return false;
  const { trunkline, procedures, message: text } = message;
  return (
    (trunkline === 'reading' && Array.isArray(procedures)) || (trunkline === 'failure' && typeof text === 'string')
  );
}

export function isPreparedReport(message: unknown): message is PreparedReport {
  return isJsonRecord(message) && message['trunkline'] === 'prepared';
}
