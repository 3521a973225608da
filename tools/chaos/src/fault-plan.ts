import type { Dice } from '@trunkline/testing';

/** What can happen to one client. */
export const CLIENT_FAULTS = [
  'cut',
  'end',
  'cut-in-frame',
  'freeze',
  'half-open',
  'delay',
  'throttle',
  'corrupt',
  'offline',
  'slow-reader',
  'cut-in-answer',
  'tune',
  'revoke',
  'void-credentials',
] as const;

/** What can happen to the server. */
export const SERVER_FAULTS = ['leave', 'crash', 'drain'] as const;

export type ClientFault = (typeof CLIENT_FAULTS)[number];
export type ServerFault = (typeof SERVER_FAULTS)[number];

/** One fault, and for how many steps of traffic it lasts. */
export type PlannedFault = { readonly stepCount: number } & (
  | { readonly on: 'client'; readonly client: number; readonly fault: ClientFault; readonly direction: Way }
  | { readonly on: 'server'; readonly fault: ServerFault }
);

export type Way = 'toServer' | 'toClient';

/** A name of a fault, for `--only`. */
export function isFaultName(name: string): name is ClientFault | ServerFault {
  return [...CLIENT_FAULTS, ...SERVER_FAULTS].some((each) => each === name);
}

/**
 * Throws the faults of a run.
 *
 * @param only the faults to choose from; none for all.
 * @param surely faults of the server that the run is there for: one of them stands in the middle.
 */
export function planFaults(
  dice: Dice,
  clientCount: number,
  only: readonly string[],
  surely: readonly ServerFault[] = [],
): readonly PlannedFault[] {
  const isWanted = (name: string): boolean => only.length === 0 || only.includes(name);
  const clientFaults = CLIENT_FAULTS.filter(isWanted);
  const serverFaults = SERVER_FAULTS.filter(isWanted);
  const plan = Array.from({ length: dice.between(4, 8) }, (): PlannedFault => {
    const stepCount = dice.between(3, 25);
    const ofServer = serverFaults[dice.below(serverFaults.length)];
    if (ofServer !== undefined && (clientFaults.length === 0 || dice.below(6) === 0)) {
      return { on: 'server', fault: ofServer, stepCount };
    }
    const fault = clientFaults[dice.below(clientFaults.length)] ?? 'cut';
    const direction = dice.pick<Way>(['toClient', 'toServer']);
    return { on: 'client', client: dice.below(clientCount), fault, direction, stepCount };
  });
  const fault = surely[dice.below(surely.length)];
  return fault === undefined
    ? plan
    : plan.with(plan.length >> 1, { on: 'server', fault, stepCount: dice.between(3, 8) });
}
