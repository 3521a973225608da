import * as z from 'zod';
import { t } from './root.js';

/** A place on a map. */
export class Place {
  readonly name: string;
  #visits = 0;

  constructor(name: string) {
    this.name = name;
  }

  get visits(): number {
    return this.#visits;
  }

  visit(): void {
    this.#visits += 1;
  }
}

const hexColour = z.custom<`#${string}`>((value) => typeof value === 'string' && value.startsWith('#'));

/** What only the compiler knows. */
export const customRouter = t.router({
  custom: t.procedure
    .input(z.object({ colour: hexColour, fallback: hexColour.optional() }))
    .output(z.object({ colour: hexColour }))
    .query(({ input }) => ({ colour: input.colour })),

  instance: t.procedure.output(z.object({ place: z.instanceof(Place) })).query(() => ({ place: new Place('a') })),

  parser: t.procedure
    .input((value: unknown): { limit: number } => ({ limit: Number(value) }))
    .query(({ input }) => input.limit),

  anything: t.procedure
    .input(z.any())
    .output(z.unknown())
    .query(({ input }): unknown => input),
});
