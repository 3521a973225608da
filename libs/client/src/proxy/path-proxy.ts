/** Called at the end of a path: `client.orders.byId.query(7)` is `('orders.byId', 'query', [7])`. */
export type PathHandler = (path: string, method: string, args: readonly unknown[]) => unknown;

/**
 * A proxy that gathers property names into a path and hands it over when it is called. Each step is made once, so that
 * a call made a thousand times walks a thousand times over the same objects.
 */
export function createPathProxy(handler: PathHandler): object {
  return createStep(handler, '', '');
}

function createStep(handler: PathHandler, parentPath: string, name: string): object {
  const path = parentPath === '' ? name : `${parentPath}.${name}`;
  const steps = new Map<string, object>();
  return new Proxy(noop, {
    get(_target, key) {
      // A promise looks for `then` in whatever it is given, and must not find it here.
      if (typeof key !== 'string' || key === 'then') return undefined;
      let step = steps.get(key);
      if (step === undefined) {
        step = createStep(handler, path, key);
        steps.set(key, step);
      }
      return step;
    },
    apply: (_target, _self, args: readonly unknown[]) => handler(parentPath, name, args),
  });
}

function noop(): void {
  // A proxy can be called only where its target can.
}
