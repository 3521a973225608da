import { describe, expect, it } from '@jest/globals';
import superjson from 'superjson';
import { useRuntime } from './runtime.spec-support.js';

describe('the payloads of the Python client', () => {
  const run = useRuntime();

  it('read what superjson wrote, wherever it stands', async () => {
    const value = {
      'a.b': [new Date(0), { c: 10n }],
      set: new Set([new Map([['k', new Date(1)]])]),
      u: undefined,
      n: Number.NaN,
    };
    const payload = JSON.stringify(JSON.stringify(superjson.serialize(value)));
    const said = await run(`
import math
from small._containers import ANYTHING
from small._payload import SuperjsonPayload
value = SuperjsonPayload().read(ANYTHING, json.loads(${payload}))
said.append([value["a.b"][0].timestamp(), value["a.b"][1], value["u"], math.isnan(value["n"])])
said.append([[key, date.timestamp()] for key, date in value["set"][0]])
`);
    expect(said).toEqual([[0, { c: 10 }, null, true], [['k', 0.001]]]);
  });

  it('write a root as superjson does', async () => {
    const said = await run(`
import datetime as dt
from small._containers import ANYTHING
from small._payload import PlainPayload, SuperjsonPayload
at = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)
for value in (at, [at], {"a": [at]}, "a"):
    said.append(SuperjsonPayload().write(ANYTHING, value))
said.append(PlainPayload().write(ANYTHING, {"a": at}))
`);
    const written = [new Date(0), [new Date(0)], { a: [new Date(0)] }, 'a'].map((value) => superjson.serialize(value));
    expect(said).toEqual([...written, { a: '1970-01-01T00:00:00.000Z' }]);
  });
});
