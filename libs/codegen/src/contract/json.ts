/** A value as JSON can say it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
