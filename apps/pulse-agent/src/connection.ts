import type { Report } from '@trunkline/pulse-server/schemas';

/** What became of a report. */
export type ReportOutcome =
  | { readonly name: 'stored' }
  /** The server has judged it and will not judge otherwise next time. */
  | { readonly name: 'refused'; readonly reason: string }
  /** It may or may not have arrived; sending it again is safe, since the server stores a moment once. */
  | { readonly name: 'failed'; readonly reason: string };

/** The way to a Pulse server. */
export type Connection = {
  /** Never rejects, and settles within some seconds whether or not the server is there. */
  report(report: Report): Promise<ReportOutcome>;
  close(): Promise<void>;
};
