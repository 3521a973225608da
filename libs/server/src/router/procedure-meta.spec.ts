import { describe, expect, it } from '@jest/globals';
import { initTRPC, lazy } from '@trpc/server';
import { ProcedureMetaReader, type TrunklineMeta } from './procedure-meta.js';

const t = initTRPC.meta<TrunklineMeta>().create();

describe('ProcedureMetaReader', () => {
  it('gives what a procedure declares, and nothing for one that declares nothing', () => {
    const subscription = { overflow: { latest: (event: { symbol: string }) => event.symbol }, maxRate: 10 } as const;
    const router = t.router({
      ticks: t.procedure.meta({ trunkline: { subscription } }).subscription(async function* () {}),
      plain: t.procedure.query(() => 1),
    });
    const policies = new ProcedureMetaReader(router);
    policies.readAll();
    expect(policies.policiesOf('ticks').subscription).toEqual(subscription);
    expect(policies.policiesOf('ticks')).toBe(policies.policiesOf('ticks'));
    expect(policies.policiesOf('plain')).toEqual({});
    expect(policies.policiesOf('absent')).toEqual({});
  });

  it('adds the meta of a base procedure to that of one made from it', () => {
    const base = t.procedure.meta({ trunkline: { mutation: { key: 'required' } } });
    const router = t.router({ add: base.mutation(() => 1) });
    expect(new ProcedureMetaReader(router).policiesOf('add').mutation).toEqual({ key: 'required' });
  });

  it.each([
    ['subscription', { keep: { ms: 0 } }, 'The meta of the procedure "a": trunkline.subscription.keep.ms is 0'],
    ['mutation', { key: 'maybe' }, 'The meta of the procedure "a": trunkline.mutation.key is maybe'],
  ])('refuses a wrong %s policy before anybody calls', (kind, policy, message) => {
    const router = t.router({ a: t.procedure.meta({ trunkline: { [kind]: policy } }).query(() => 1) });
    expect(() => new ProcedureMetaReader(router).readAll()).toThrow(message);
  });

  it('lets a procedure say which errors to expect of it', () => {
    const meta = { trunkline: { errors: { CONFLICT: 'Somebody else was faster.' } } };
    const policies = new ProcedureMetaReader(t.router({ a: t.procedure.meta(meta).query(() => 1) }));
    policies.readAll();
    expect(policies.policiesOf('a')).toEqual({});
  });

  it.each([['CONFLICT'], [{ CONFLICT: 5 }]])('refuses the errors %j, which have no sentences', (errors) => {
    const router = t.router({ a: t.procedure.meta({ trunkline: { errors: errors as never } }).query(() => 1) });
    expect(() => new ProcedureMetaReader(router).readAll()).toThrow(
      'The meta of the procedure "a": trunkline.errors is no object that has a sentence for each code.',
    );
  });

  it('refuses what is no object', () => {
    const router = t.router({ a: t.procedure.meta({ trunkline: 'yes' as never }).query(() => 1) });
    expect(() => new ProcedureMetaReader(router).readAll()).toThrow('trunkline is no object');
  });

  it('reads a lazy router when it is there', async () => {
    const router = t.router({
      later: lazy(async () => ({
        default: t.router({ a: t.procedure.meta({ trunkline: { subscription: { keep: false } } }).query(() => 1) }),
      })),
    });
    const policies = new ProcedureMetaReader(router);
    policies.readAll();
    await t.createCallerFactory(router)({}).later.a();
    expect(policies.policiesOf('later.a').subscription).toEqual({ keep: false });
  });
});
