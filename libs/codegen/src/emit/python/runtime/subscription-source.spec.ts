import { describe, expect, it } from '@jest/globals';
import { useFakeServer } from './runtime.spec-support.js';

const NEXT = '{"method": "rpc.next", "params": {"subscription": 1, "cursor": "r.1", "data": "a"}}';
const END = '{"method": "rpc.end", "params": {"subscription": 1, "cursor": "r.9"}}';
const opened = (...rest: string[]): string =>
  `if message["method"] == "changes": return [{"id": message["id"], "result": {"subscription": 1, "cursor": "r.0", "resumed": "fresh"}}, ${rest.join(', ')}]
if message["method"] == "rpc.ping": return [{"id": message["id"], "result": {}}]`;

describe('Subscription of the Python client', () => {
  const converse = useFakeServer();

  it('leaves with 3001 a server that sends an event without credit', async () => {
    const said = await converse(
      opened(NEXT, NEXT, NEXT),
      `
try:
    async for event in api.changes(credit=2):
        said.append(event)
except ProtocolViolated as error:
    said.append(str(error))
`,
    );
    expect(said).toEqual(['a', 'a', 'The server sent an event of changes without credit.', 3001]);
  });

  it('grants credit for what was taken, and acknowledges it and the end', async () => {
    const said = await converse(
      opened(NEXT, NEXT, END),
      `
events = api.changes(credit=2)
said.append([event async for event in events])
await api.connection.ping()
said.append(events.cursor)
said.append([message["params"] for message in heard if message["method"] == "rpc.credit"])
`,
    );
    const last = { subscription: 1, add: 0, seen: 'r.9' };
    expect(said).toEqual([['a', 'a'], 'r.9', [last], 1000]);
  });

  it('tells the error of a subscribe, and of an end', async () => {
    const refused = '{"code": -32003, "message": "Not you.", "data": {"code": "FORBIDDEN"}}';
    const said = await converse(
      `if message["method"] == "changes": return [{"id": message["id"], "error": ${refused}}]`,
      `
try:
    async for event in api.changes():
        pass
except CallError as error:
    said.append(error.code)
`,
    );
    expect(said).toEqual(['FORBIDDEN', 1000]);
  });

  it('counts the events that were merged into one', async () => {
    const merged =
      '{"method": "rpc.next", "params": {"subscription": 1, "cursor": "r.4", "conflated": 3, "data": "b"}}';
    const said = await converse(
      opened(NEXT, merged, END),
      `
events = api.changes()
async for event in events:
    said.append([event, events.conflated, events.cursor])
`,
    );
    expect(said).toEqual([['a', 0, 'r.1'], ['b', 3, 'r.4'], 1000]);
  });
});
