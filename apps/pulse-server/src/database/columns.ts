import * as z from 'zod';

// libsql knows numbers, text and null. A boolean given to it ends the process, so both conversions live here.

export const dateColumn = z.int().transform((milliseconds) => new Date(milliseconds));

export const booleanColumn = z.literal([0, 1]).transform((value) => value === 1);

export function toBooleanColumn(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
