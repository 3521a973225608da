/** The options of tRPC's `applyWSSHandler` that have another name or place here, and what to use. */
const REPLACED_OPTIONS: Readonly<Record<string, string>> = {
  wss: 'use attach(wss)',
  prefix: 'use the path of attach() or serve(), which is compared as a whole',
  keepAlive: 'use heartbeatMs, which is on; 0 switches it off',
  dangerouslyDisablePong: 'there is none: pings are answered',
  maxBatchSize: 'use limits: { maxBatchSize }',
  allowBatching: 'use limits: { maxBatchSize: 1 } to take no batches',
  experimental_encoder: 'there is none: messages are JSON text; give the router a transformer for other values',
};

/**
 * Refuses what would silently mean nothing here, for whoever comes from `applyWSSHandler` without a type checker.
 *
 * @throws TypeError that names the option and what to use.
 */
export function refuseStockOptions(options: object): void {
  for (const [name, advice] of Object.entries(REPLACED_OPTIONS)) {
    if (Reflect.get(options, name) === undefined) continue;
    throw new TypeError(`The option ${name} of applyWSSHandler is not one of createServer: ${advice}.`);
  }
}
