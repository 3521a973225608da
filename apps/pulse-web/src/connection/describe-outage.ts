import { inWords } from './describe-connection.js';
import type { Outage, OutageCost } from './outage.js';

/** What was missed while the connection was away, in one or two sentences; null while it is still away. */
export function describeOutage(outage: Outage, cost: OutageCost): string | null {
  if (outage.restoredAt === null) return null;
  const back = `Back after ${inWords(Math.max(1000, outage.restoredAt - outage.lostAt))}.`;
  const filledIn = `${cost.filledInCount} ${cost.filledInCount === 1 ? 'sample was' : 'samples were'} filled in`;
  if (cost.missingMs > 0) {
    const missing = `${inWords(cost.missingMs)} without samples ${cost.missingMs < 1500 ? 'is' : 'are'} marked in the charts`;
    return cost.filledInCount > 0 ? `${back} ${filledIn}; ${missing}.` : `${back} ${capitalised(missing)}.`;
  }
  return cost.filledInCount > 0 ? `${back} ${filledIn}, nothing is missing.` : `${back} Nothing was missed.`;
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
