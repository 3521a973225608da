import type { Area } from './area.js';
import { procedureKinds } from './procedure-kinds.js';

/** The areas of a router of so many procedures. */
export function areasOf(procedureCount: number): readonly Area[] {
  return Array.from({ length: Math.ceil(procedureCount / procedureKinds.length) }, (_, index) => {
    const lap = Math.floor(index / nouns.length);
    const name = `${nouns[index % nouns.length] ?? ''}${lap === 0 ? '' : lap}`;
    const own = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const count = Math.min(procedureKinds.length, procedureCount - index * procedureKinds.length);
    return {
      index,
      name,
      summaryName: `${own}Summary`,
      // As in applications, some names are the same everywhere and some say what they are about.
      procedureNames: procedureKinds.slice(0, count).map(({ verbs }, kind) => {
        const verb = verbs[(index + kind) % verbs.length] ?? '';
        return (index + kind) % 4 === 0 ? `${verb}${own}` : verb;
      }),
    };
  });
}

const nouns =
  'accounts addresses alerts assets audits bills boards branches budgets campaigns carts catalogs channels claims comments contacts contracts coupons customers deals deliveries devices documents employees events expenses exports files folders forms goals groups hosts images incidents invoices items jobs keys labels leads ledgers locations meetings members messages notes offers orders payments'.split(
    ' ',
  );
