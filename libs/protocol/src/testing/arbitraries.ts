import * as fc from 'fast-check';
import type { CallId } from '../call-id.js';
import type { ConnectionParams } from '../connection-params.js';

/** Any string of UTF-16, with those characters often in it that an encoder gets wrong: quotes, backslashes, line separators, lone surrogates. */
export function anyText(maxLength = 40): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.constantFrom('"', '\\', '\n', '\u0000', '\u2028', '\u2029', '\ud800', '\udfff', '\u{1f600}', '~', '.', '/'),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code)),
  );
  return fc.string({ unit, maxLength });
}

/** Any id that a request may have. */
export function anyCallId(): fc.Arbitrary<CallId> {
  // JSON has no negative zero of its own: it comes back as 0.
  const number = fc.oneof(fc.nat(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  return fc.oneof(
    number.map((id) => (id === 0 ? 0 : id)),
    anyText(64),
  );
}

/** The text of any JSON value, as a payload codec hands it over. */
export function anyPayload(): fc.Arbitrary<string> {
  return anyJson().map((value) => JSON.stringify(value));
}

/** Any value that `JSON.parse` can give, members named like those of the protocol and of `Object.prototype` among them. */
export function anyJson(): fc.Arbitrary<unknown> {
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.oneof(
        fc.constantFrom(null, true, false, '2.0', 0, -1, 1e308),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        anyText(),
      ),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(anyMember(), tie('value'), { maxKeys: 6 }),
    ),
  }));
  return value.map((made) => JSON.parse(JSON.stringify(made)) as unknown);
}

/** Any connection params. */
export function anyConnectionParams(): fc.Arbitrary<ConnectionParams> {
  return fc.option(fc.dictionary(anyText(), anyText(), { maxKeys: 4, noNullPrototype: true }));
}

function anyMember(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom('jsonrpc', 'id', 'method', 'params', 'result', 'error', 'type', 'data', 'code', 'message', 'path'),
    fc.constantFrom(
      'input',
      'subscription',
      'cursor',
      'reason',
      'add',
      'credit',
      'after',
      'key',
      'sent',
      'epoch',
      'maxRate',
      'seen',
      'client',
      'connectionParams',
      'contract',
      'shape',
    ),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'toJSON'),
    anyText(),
  );
}
