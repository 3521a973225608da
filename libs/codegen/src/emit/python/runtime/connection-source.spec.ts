import { describe, expect, it } from '@jest/globals';
import { useFakeServer } from './runtime.spec-support.js';

describe('Connection of the Python client', () => {
  const converse = useFakeServer();

  it('leaves with 3001 a server that answers what was not asked', async () => {
    const said = await converse(
      'if message["method"] == "read": return [{"id": 99, "result": {}}]',
      `
try:
    await api.read()
except ProtocolViolated as error:
    said.append(str(error))
`,
    );
    expect(said).toEqual(['The server answered 99, which was not asked.', 3001]);
  });

  it('leaves with 3001 a server whose messages are not JSON', async () => {
    const said = await converse(
      'if message["method"] == "read": return ["nonsense"]',
      `
try:
    await api.read()
except ProtocolViolated as error:
    said.append(str(error))
`,
    );
    expect(said).toEqual(['The server sent what is not JSON.', 3001]);
  });

  it('tells the error under the id null to all who wait', async () => {
    const error = '{"code": -32600, "message": "The id is in use.", "data": {"code": "BAD_REQUEST"}}';
    const said = await converse(
      `if message["method"] == "read": return [{"id": None, "error": ${error}}]`,
      `
for result in await asyncio.gather(api.read(), api.add("a"), return_exceptions=True):
    said.append(result.code)
`,
    );
    expect(said).toEqual(['BAD_REQUEST', 'BAD_REQUEST', 3001]);
  });

  it('passes over notifications that it does not know, and late answers of what was given up', async () => {
    const said = await converse(
      `
if message["method"] == "rpc.cancel": return [{"id": message["params"]["id"], "result": {"output": "late"}}]
if message["method"] == "rpc.ping": return [{"method": "rpc.news", "params": {"a": 1}}, {"id": message["id"], "result": {}}]
`,
      `
call = asyncio.ensure_future(api.read())
while not any(message["method"] == "read" for message in heard):
    await asyncio.sleep(0)
call.cancel()
await asyncio.wait({call})
await api.connection.ping()
said.append([message["method"] for message in heard])
`,
    );
    expect(said).toEqual([['rpc.hello', 'read', 'rpc.cancel', 'rpc.ping'], 1000]);
  });

  it('gives each mutation a key of its own, and a mutation that is sent again its first', async () => {
    const said = await converse(
      'return [{"id": message["id"], "result": {}}]',
      `
await api.add("a")
await api.add("b")
await api.add("b", resend=ConnectionLost(1006, "", "epoch", "the key"))
first, second, third = [message["params"] for message in heard[1:]]
said.append([first["key"] != second["key"], "sent" in second, third["key"], third["sent"]])
`,
    );
    expect(said).toEqual([[true, false, 'the key', { epoch: 'epoch' }], 1000]);
  });
});
