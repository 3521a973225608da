/** Version 00 has 55 characters; later versions may say more, and what is longer than this is not worth carrying. */
const MAX_TRACEPARENT_CHARACTERS = 128;

/** Version, trace id, parent id and flags in lower case; what a later version adds follows a hyphen. */
const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/;

const NO_TRACE_ID = '0'.repeat(32);
const NO_PARENT_ID = '0'.repeat(16);

/**
 * Reads where a call stands in a trace (W3C Trace Context, section 3.2). A value of another form is undefined and not a
 * violation: a trace that is lost must not cost the call.
 */
export function readTraceparent(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_TRACEPARENT_CHARACTERS) return undefined;
  const match = TRACEPARENT.exec(value);
  if (match === null) return undefined;
  const [, version, traceId, parentId, addition] = match;
  if (version === 'ff' || traceId === NO_TRACE_ID || parentId === NO_PARENT_ID) return undefined;
  return version === '00' && addition !== undefined ? undefined : value;
}
