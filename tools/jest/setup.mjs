// Jest runs each spec in a realm of its own, so an Error made by Node itself is not `instanceof` the spec's Error, and a
// body parsed by fetch has foreign prototypes, which superjson then leaves unread without a word. Both are repaired here.
const hostError = Object.getPrototypeOf(Object.getPrototypeOf(new DOMException('', 'AbortError'))).constructor;

const isNativeError = (value) =>
  typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Error]';

Object.defineProperty(Error, Symbol.hasInstance, {
  configurable: true,
  value(value) {
    if (Function.prototype[Symbol.hasInstance].call(this, value)) return true;
    if (this !== Error) return false;
    return (
      isNativeError(value) || (hostError !== Error && Function.prototype[Symbol.hasInstance].call(hostError, value))
    );
  },
});

for (const Body of [globalThis.Response, globalThis.Request]) {
  if (!Body) continue;
  Body.prototype.json = async function json() {
    return JSON.parse(await this.text());
  };
}
