import { afterEach } from '@jest/globals';
import type { Contract, Transformer } from '../../../contract/contract.js';
import type { TypeNode } from '../../../contract/type-node.js';
import { emitPython } from '../emit-python.js';
import { PythonFolder } from '../python.spec-support.js';

const text: TypeNode = { kind: 'string' };
const nothing: TypeNode = { kind: 'void' };
const source = { input: 'both', output: 'both' } as const;

function contractOf(transformer: Transformer): Contract {
  const procedures: Contract['procedures'] = {
    read: { kind: 'query', input: nothing, output: text, source },
    add: { kind: 'mutation', input: text, output: nothing, source },
    changes: { kind: 'subscription', input: nothing, output: text, source },
  };
  return { trunkline: 1, transformer, procedures, types: {} };
}

/** Runs Python beside a generated package `small`, and gives what `said` holds at the end. */
export function useRuntime(): (body: string) => Promise<unknown> {
  const folders: PythonFolder[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) folder.remove();
  });
  return async (body) => {
    const folder = new PythonFolder(emitPython(contractOf('none'), { packageName: 'small' }));
    folders.push(folder);
    return JSON.parse(await folder.run(`${HEAD}${body}\nprint(json.dumps(said))\n`));
  };
}

/** Runs it within `async with connect(...)` to a server that answers each message by `reply(message)`, a list of messages. */
export function useFakeServer(): (reply: string, body: string) => Promise<unknown> {
  const run = useRuntime();
  const indent = (code: string, spaces: number): string => code.trim().replaceAll(/^(?=.)/gm, ' '.repeat(spaces));
  return (reply, body) =>
    run(`
import asyncio, websockets
from small import CallError, ConnectionLost, GapError, ProtocolViolated, connect

WELCOME = {"server": {"name": "fake", "version": "1"}, "limits": {}, "features": []}
heard = []

def reply(message):
${indent(reply, 4)}
    return []

async def serve(socket):
    try:
        async for frame in socket:
            message = json.loads(frame)
            heard.append(message)
            answers = [{"id": message["id"], "result": WELCOME}] if message["method"] == "rpc.hello" else reply(message)
            for answer in answers:
                await socket.send(answer if isinstance(answer, str) else json.dumps({"jsonrpc": "2.0", **answer}))
    except websockets.ConnectionClosed:
        pass
    said.append(socket.close_code)

async def main():
    async with websockets.serve(serve, "127.0.0.1", 0, subprotocols=["trunkline.v1"]) as server:
        async with connect(f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}") as api:
${indent(body, 12)}

asyncio.run(main())
`);
}

const HEAD = `
import json
said = []
`;
