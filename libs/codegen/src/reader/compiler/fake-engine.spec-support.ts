import type { TypeEngine } from './type-engine.js';
import type { TypeFacts, TypeId } from './type-facts.js';

/** An engine that knows nothing but these facts. `asked` holds what it was asked to describe. */
export function engineOver(
  facts: Readonly<Record<number, TypeFacts>> | ((id: TypeId) => TypeFacts),
): TypeEngine & { readonly asked: (readonly TypeId[])[] } {
  const asked: (readonly TypeId[])[] = [];
  const unknown: TypeFacts = { form: 'unresolved', what: 'nothing' };
  return {
    asked,
    describe: (ids) => {
      asked.push(ids);
      return ids.map((id) => (typeof facts === 'function' ? facts(id) : (facts[id] ?? unknown)));
    },
    update: () => undefined,
    exportNames: () => [],
    typeOfExport: () => undefined,
    propertyTypes: () => [],
    textAt: () => '',
    files: () => [],
    module: () => ({ text: '', imports: [] }),
    close: () => undefined,
  };
}
