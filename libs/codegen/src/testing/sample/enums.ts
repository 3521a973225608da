import * as z from 'zod';
import { Level, Role } from './role.js';
import { t } from './root.js';

/** An object in the manner of an enum. */
const Colour = { Red: 'red', Green: 'green' } as const;
type Colour = (typeof Colour)[keyof typeof Colour];

const status = z.enum(['draft', 'open', 'closed']).meta({ id: 'Status', description: 'How far an order has come.' });

/** Sets of named values. */
export const enumsRouter = t.router({
  texts: t.procedure
    .input(z.object({ is: status, not: status.exclude(['draft']).optional() }))
    .output(status)
    .query(({ input }) => input.is),

  objects: t.procedure
    .input(z.enum(Colour))
    .output(z.array(z.enum(Colour)))
    .query(({ input }) => [input]),

  real: t.procedure
    .input(z.object({ role: z.enum(Role), level: z.enum(Level).default(Level.Low) }))
    .output(z.object({ role: z.enum(Role), level: z.enum(Level) }))
    .query(({ input }) => input),

  inferred: t.procedure.query((): { role: Role; level: Level; colour: Colour; only: Role.Admin } => ({
    role: Role.Member,
    level: Level.High,
    colour: Colour.Red,
    only: Role.Admin,
  })),

  keys: t.procedure
    .input(z.keyof(z.object({ id: z.string(), name: z.string() })))
    .query(({ input }): Record<Role, string> => ({ admin: input, member: input, guest: input })),
});
