import { API } from '@typescript/native/unstable/sync';

type Options = ConstructorParameters<typeof API>[0];

/** By how many percent the compiler's memory may grow before it looks for what it no longer needs. */
const MEMORY_GROWTH_PERCENT = '400';

/**
 * Starts the compiler. It asks for a type once and ends soon, so that memory is worth less to it than time: the types of 500
 * procedures are there a quarter sooner than with Go's default of 100 percent. Whoever has set `GOGC` decides.
 */
export function startCompiler(options: Options): API {
  const given = process.env['GOGC'];
  process.env['GOGC'] = given ?? MEMORY_GROWTH_PERCENT;
  try {
    return new API(options);
  } finally {
    if (given === undefined) delete process.env['GOGC'];
  }
}
