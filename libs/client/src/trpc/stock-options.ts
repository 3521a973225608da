/** The options of tRPC's `createWSClient` that have another name or form here, and what to use. */
const REPLACED_OPTIONS: Readonly<Record<string, string>> = {
  retryDelayMs: 'use reconnect: { firstDelayMs, maxDelayMs }; the pauses between grow and are random',
  onOpen: 'use onStateChange, whose state becomes "connected"',
  onClose: 'use onStateChange, whose state becomes "waiting", "idle" or "closed"',
  onError: 'use onStateChange, whose state "waiting" or "closed" has the cause',
  experimental_encoder: 'there is none: messages are JSON text; give router and link a transformer for other values',
};

/** The members of options that are an object in tRPC and something else here. */
const REPLACED_MEMBERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  lazy: {
    enabled: 'lazy is true or false, and true where it is left out',
    closeMs: 'use idleCloseMs',
  },
  keepAlive: {
    enabled: 'it is on; keepAlive: false switches it off',
    intervalMs: 'use keepAlive: { silenceMs }',
    pongTimeoutMs: 'use keepAlive: { answerMs }',
  },
};

/**
 * Refuses what would silently mean nothing here, for whoever comes from `wsLink` without a type checker.
 *
 * @throws TypeError that names the option and what to use.
 */
export function refuseStockOptions(options: object): void {
  refuse(options, '', REPLACED_OPTIONS);
  for (const [name, members] of Object.entries(REPLACED_MEMBERS)) {
    const value: unknown = Reflect.get(options, name);
    if (typeof value === 'object' && value !== null) refuse(value, `${name}.`, members);
  }
}

function refuse(owner: object, prefix: string, advices: Readonly<Record<string, string>>): void {
  for (const [name, advice] of Object.entries(advices)) {
    if (Reflect.get(owner, name) === undefined) continue;
    throw new TypeError(`The option ${prefix}${name} of createWSClient is not one of trunklineLink: ${advice}.`);
  }
}
