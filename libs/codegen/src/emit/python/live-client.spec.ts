import { afterEach, describe, expect, it } from '@jest/globals';
import type { Compatibility } from '@trunkline/server';
import type { Contract } from '../../contract/contract.js';
import { hashOf, shapeOf } from '../../contract/shape.js';
import { emitPython } from './emit-python.js';
import { type LiveNotes, serveNotes } from './live-notes.spec-support.js';
import { PythonFolder } from './python.spec-support.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function open(
  form: 'none' | 'superjson',
  hold?: (contract: Contract) => Compatibility,
): Promise<{ notes: LiveNotes; run: (body: string) => Promise<unknown> }> {
  const notes = await serveNotes(form, hold);
  closers.push(() => notes.serving.close({ timeoutMs: 1 }));
  const folder = new PythonFolder(emitPython(notes.contract, { packageName: 'notes_client' }));
  closers.push(() => folder.remove());
  const run = async (body: string): Promise<unknown> => {
    const indented = body.trim().replaceAll(/^/gm, '    ');
    return JSON.parse(
      await folder.run(
        `${HEAD}${indented}\n    print(json.dumps(said))\n\nasyncio.run(main(sys.argv[1]))\n`,
        notes.serving.url,
      ),
    );
  };
  return { notes, run };
}

const HEAD = `
import asyncio, datetime as dt, json, math, sys
from notes_client import CallError, ConnectionLost, GapError, UpgradeRequired, connect

async def main(url):
    said = []
`;

describe('the Python client', () => {
  it('calls queries and mutations with superjson, which keeps dates, bigints, sets, maps and bytes', async () => {
    const { notes, run } = await open('superjson');
    const said = await run(`
async with connect(url) as api:
    note = await api.notes.read({"id": "a"})
    said.append([note["id"], note["at"] == dt.datetime(1970, 1, 1, 0, 0, 1, tzinfo=dt.timezone.utc), note.get("note")])
    at = dt.datetime(2026, 1, 31, 12, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    rich = await api.notes.rich({"size": 2**70, "tags": {"x", "y"}, "scores": {"a.b": at}})
    said.append([rich["size"] == 2**70 + 1, rich["tags"] == {"x", "y"}, rich["scores"] == {"a.b": at}, rich["bytes"] == bytes([1, 2])])
    said.append([math.copysign(1, rich["low"]), math.isnan(rich["none"])])
    said.append(await api.notes.add({"id": "n", "at": at}))
    said.append(await api.notes.clear())
    await api.connection.ping()
`);
    expect(said).toEqual([['a', true, null], [true, true, true, true], [-1, true], 1, null]);
    expect(notes.seen).toEqual(['add n 2026-01-31T11:30:00.000Z']);
  });

  it('calls without a transformer, in plain JSON', async () => {
    const { notes, run } = await open('none');
    const said = await run(`
async with connect(url) as api:
    said.append(await api.notes.read({"id": "a"}))
    said.append(await api.notes.add({"id": "n", "at": "now"}))
    said.append([event["data"]["at"] async for event in api.notes.changes({"count": 2})])
`);
    const events = ['1970-01-01T00:00:00.001Z', '1970-01-01T00:00:00.002Z'];
    expect(said).toEqual([{ id: 'a', at: '1970-01-01T00:00:01.000Z' }, 1, events]);
    expect(notes.seen).toContain('add n now');
  });

  it('raises errors with their code and data', async () => {
    const { run } = await open('superjson');
    const said = await run(`
async with connect(url) as api:
    for call in (api.notes.read({"id": "none"}), api.notes.read({"id": 4}), api.notes.slow(deadline_ms=5)):
        try:
            await call
        except CallError as error:
            said.append([error.code, error.number, error.data.get("path")])
try:
    async with connect(url, connection_params={"token": "bad"}):
        said.append("let in")
except CallError as error:
    said.append([error.code, error.message])
`);
    expect(said).toEqual([
      ['NOT_FOUND', -32004, 'notes.read'],
      ['BAD_REQUEST', -32602, 'notes.read'],
      ['TIMEOUT', -32008, 'notes.slow'],
      ['UNAUTHORIZED', 'Who?'],
    ]);
  });

  it('raises a typed error for a procedure that the server has in another form, and goes on with the others', async () => {
    const { notes, run } = await open('superjson', (contract) => ({
      trunkline: 1,
      contract: 'served',
      procedures: { 'notes.read': ['newer', shapeOf(contract, 'notes.read')], 'notes.add': ['newer'] },
    }));
    const said = await run(`
async with connect(url) as api:
    at = dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc)
    try:
        await api.notes.add({"id": "n", "at": at})
    except UpgradeRequired as error:
        said.append([error.code, error.path, error.shape, error.client_contract, error.server_contract, error.did_not_run])
    said.append((await api.notes.read({"id": "a"}))["id"])
    try:
        async for event in api.notes.changes({"count": 1}):
            said.append("an event")
    except UpgradeRequired as error:
        said.append(error.path)
`);
    const [hash, shape] = [hashOf(notes.contract), shapeOf(notes.contract, 'notes.add')];
    const refused = ['UPGRADE_REQUIRED', 'notes.add', shape, hash, 'served', true];
    expect(said).toEqual([refused, 'a', 'notes.changes']);
    expect(notes.seen).toEqual([]);
  });

  it('says nothing of forms to a server of the same contract', async () => {
    const hold = (contract: Contract) => ({ trunkline: 1, contract: hashOf(contract), procedures: {} });
    const { notes, run } = await open('superjson', hold);
    const said = await run(`
async with connect(url) as api:
    said.append([api.connection.welcome["contract"], (await api.notes.read({"id": "a"}))["id"]])
`);
    expect(said).toEqual([[hashOf(notes.contract), 'a']]);
  });

  it('runs a mutation once that is sent twice under one key', async () => {
    const { notes, run } = await open('superjson');
    const said = await run(`
async with connect(url) as api:
    note = {"id": "n", "at": dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc)}
    for key in ("k", "k", None, None):
        said.append(await api.notes.add(note, key=key))
`);
    expect(said).toEqual([1, 1, 2, 3]);
    expect(notes.seen).toHaveLength(3);
  });

  it('takes more events than its credit, and resumes behind the last', async () => {
    const { run } = await open('superjson');
    const said = await run(`
async with connect(url) as api:
    events = api.notes.changes({"count": 300}, credit=16)
    said.append([event["id"] async for event in events] == [str(index) for index in range(1, 301)])
    first = api.notes.changes({"count": 9})
    async for event in first:
        if event["id"] == "4":
            break
    again = api.notes.changes({"count": 9}, after=first.cursor)
    said.append([event["id"] async for event in again])
    said.append(again.resumed)
    failing = api.notes.changes({"count": 1, "fails": True})
    try:
        async for event in failing:
            said.append([event["data"]["text"], event["data"]["at"].timestamp()])
    except CallError as error:
        said.append(error.code)
`);
    expect(said).toEqual([true, ['5', '6', '7', '8', '9'], 'recovered', ['é', 0.001], 'CONFLICT']);
  });

  it('tells a gap as an exception, or to whoever wants to go on', async () => {
    const { run } = await open('superjson');
    const said = await run(`
async with connect(url) as api:
    try:
        async for event in api.notes.changes({"count": 2}, after="nonsense"):
            said.append(event["id"])
    except GapError as gap:
        said.append([gap.reason, gap.cursor is not None])
    heard = []
    ids = [event["id"] async for event in api.notes.changes({"count": 2}, after="nonsense", on_gap=heard.append)]
    said.append([ids, [gap.reason for gap in heard]])
`);
    expect(said).toEqual([
      ['invalid', true],
      [['1', '2'], ['invalid']],
    ]);
  });

  it('cancels a call that is given up, and ends a subscription that is left', async () => {
    const { notes, run } = await open('superjson');
    const said = await run(`
async with connect(url) as api:
    try:
        await asyncio.wait_for(api.notes.slow(), 0.05)
    except asyncio.TimeoutError:
        said.append("given up")
    async for event in api.notes.changes({"count": 1000}, credit=2):
        break
    await asyncio.sleep(0)
    await api.connection.ping()
    await api.notes.clear()
`);
    expect(said).toEqual(['given up']);
    expect(notes.seen.toSorted()).toEqual(['changes of 1000 left', 'slow aborted']);
  });

  it('says that the connection is lost to all who wait, and sends a mutation again on another', async () => {
    const { notes, run } = await open('superjson');
    const said = await run(`
lost = None
async with connect(url, instance="me") as api:
    waiting = [asyncio.ensure_future(api.notes.slow()), asyncio.ensure_future(api.notes.cut())]
    for result in await asyncio.gather(*waiting, return_exceptions=True):
        said.append([type(result).__name__, result.code])
        lost = result
    try:
        async for event in api.notes.changes({"count": 5}):
            said.append("an event")
    except ConnectionLost as error:
        said.append(error.code)
    try:
        await api.notes.clear()
    except ConnectionLost as error:
        lost = error
async with connect(url, instance="me") as api:
    said.append(await api.notes.clear(resend=lost))
`);
    expect(said).toEqual([['ConnectionLost', 1006], ['ConnectionLost', 1006], 1006, null]);
    expect(notes.seen).toContain('slow aborted');
  });
});
