import { describe, expect, it } from '@jest/globals';
import { useRuntime } from './runtime.spec-support.js';

describe('the containers of the Python client', () => {
  const run = useRuntime();

  it('choose the member of a union to which a value belongs', async () => {
    const said = await run(`
import datetime as dt
from small._containers import Array, Object, Union
from small._scalars import BigInt, Date, OneOf, Plain
TEXT = Plain(str)
circle = Object({"kind": OneOf("circle"), "radius": BigInt()}, (), None)
square = Object({"kind": OneOf("square"), "side": TEXT}, ("side",), None)
shape = Union(circle, square)
said.append(shape.write({"kind": "circle", "radius": 3}))
said.append(shape.write({"kind": "square"}))
said.append(Union(TEXT, Date(False)).write(dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc))[1])
said.append(Union(TEXT, Array(TEXT)).write(["a"])[0])
`);
    expect(said).toEqual([
      [{ kind: 'circle', radius: '3' }, null, { radius: ['bigint'] }],
      [{ kind: 'square' }, null, {}],
      'Date',
      ['a'],
    ]);
  });

  it('join the members of an intersection', async () => {
    const said = await run(`
from small._containers import All, Object
from small._scalars import BigInt, Plain
whole = All(Object({"a": BigInt()}, (), None), Object({"b": Plain(str)}, (), None))
said.append(whole.write({"a": 1, "b": "x"}))
said.append([whole.accepts({"a": 1, "b": "x"}), whole.accepts({"a": 1})])
`);
    expect(said).toEqual([
      [{ a: '1', b: 'x' }, null, { a: ['bigint'] }],
      [true, false],
    ]);
  });

  it('escape names in paths', async () => {
    const said = await run(`
from small._containers import ANYTHING
said.append(ANYTHING.write({"a.b": {"c\\\\d": {1}}, "e": b"x"})[2])
`);
    expect(said).toEqual([{ 'a\\.b.c\\\\d': ['set'], e: [['typed-array', 'Uint8Array']] }]);
  });

  it('leave out what is absent, and keep its place in a list', async () => {
    const said = await run(`
from small._containers import Array, Object
from small._scalars import ABSENT, Nothing
said.append(Object({"a": Nothing(ABSENT)}, (), None).write({"a": None})[0])
said.append(Array(Nothing(ABSENT)).write([None])[0])
`);
    expect(said).toEqual([{}, [null]]);
  });
});
