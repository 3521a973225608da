import { isJsonRecord } from '@trunkline/protocol';
import type { ProcedureContract } from '../../../contract/contract.js';

/** What a procedure's meta says of its delivery, a sentence each. What it does not say is as the server's options have it. */
export function deliveryLines({ kind, meta, tracked }: ProcedureContract): readonly string[] {
  const policies = isJsonRecord(meta) && isJsonRecord(meta['trunkline']) ? meta['trunkline'] : {};
  const { subscription, mutation } = policies;
  if (kind === 'subscription') {
    const tracking = tracked ? ['Events carry ids of their own, at which a later server resumes.'] : [];
    return isJsonRecord(subscription)
      ? [
          ...tracking,
          ...keepLines(subscription['keep']),
          ...overflowLines(subscription['overflow']),
          ...rateLines(subscription['maxRate']),
        ]
      : tracking;
  }
  return kind === 'mutation' && isJsonRecord(mutation) ? mutationLines(mutation) : [];
}

function keepLines(keep: unknown): readonly string[] {
  if (keep === false) return ['Nothing is kept for a client whose connection is lost.'];
  if (!isJsonRecord(keep)) return [];
  const { events, bytes, ms } = keep;
  const bounds = [
    ...(typeof events === 'number' ? [`${events} events`] : []),
    ...(typeof bytes === 'number' ? [`${bytes} bytes`] : []),
    ...(typeof ms === 'number' ? [`${ms} ms`] : []),
  ];
  return bounds.length === 0 ? [] : [`Kept for a client that comes back: at most ${bounds.join(', ')}.`];
}

function overflowLines(overflow: unknown): readonly string[] {
  if (isJsonRecord(overflow)) {
    const { buffer, dropOldest } = overflow;
    if (typeof buffer === 'number')
      return [`For a slow reader ${buffer} events wait; what comes beyond them is let go, and told as a gap.`];
    if (typeof dropOldest === 'number')
      return [`For a slow reader the newest ${dropOldest} events wait; older ones are let go, and told as a gap.`];
    return ['For a slow reader the newest event of each kind waits.'];
  }
  switch (overflow) {
    case 'pause':
      return ['For a slow reader the source waits.'];
    case 'latest':
      return ['For a slow reader only the newest event waits; it says how many it stands for.'];
    case 'end':
      return ['For a reader that is too slow it ends with `CONSUMER_TOO_SLOW`.'];
    case 'disconnect':
      return ['For a reader that is too slow the connection is closed with 4103.'];
    default:
      return [];
  }
}

function rateLines(maxRate: unknown): readonly string[] {
  return typeof maxRate === 'number'
    ? [`At most ${maxRate} events a second; those between are merged into the newest.`]
    : [];
}

function mutationLines({ key, mayRunAgain, keepMs }: Record<string, unknown>): readonly string[] {
  return [
    ...(key === 'required' ? ['A call must name a key.'] : []),
    ...(key === 'off' ? ['Keys are passed over: a call whose answer is lost must not be sent again.'] : []),
    ...(mayRunAgain === true ? ['May run twice without harm.'] : []),
    ...(typeof keepMs === 'number' ? [`Its answer is kept for ${keepMs} ms.`] : []),
  ];
}
