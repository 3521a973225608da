import { describe, expect, it } from '@jest/globals';
import { useRuntime } from './runtime.spec-support.js';

describe('the errors of the Python client', () => {
  const run = useRuntime();

  it('say what went wrong, and whether a call was run', async () => {
    const said = await run(`
from small import CallError, ConnectionLost, GapError, UpgradeRequired
from small._errors import call_error
error = CallError({"code": -32029, "message": "Too many.", "data": {"code": "TOO_MANY_REQUESTS", "ran": False}})
said.append([str(error), error.number, error.did_not_run])
said.append([CallError({}).code, CallError({}).did_not_run])
upgrade = call_error({"code": -32055, "data": {"code": "UPGRADE_REQUIRED", "path": "a", "shape": "s", "clientContract": None, "serverContract": "c"}})
assert isinstance(upgrade, UpgradeRequired) and not isinstance(call_error({}), UpgradeRequired)
said.append([upgrade.path, upgrade.shape, upgrade.client_contract, upgrade.server_contract])
said.append(str(ConnectionLost(4200, "The server stops.")))
said.append([str(GapError("trimmed", 3, "a.1")), str(GapError("invalid", None, None))])
`);
    expect(said).toEqual([
      ['TOO_MANY_REQUESTS: Too many.', -32029, true],
      ['INTERNAL_SERVER_ERROR', false],
      ['a', 's', null, 'c'],
      'The connection was closed with 4200: The server stops.',
      ['3 events are missing: trimmed.', 'Events are missing: invalid.'],
    ]);
  });
});
