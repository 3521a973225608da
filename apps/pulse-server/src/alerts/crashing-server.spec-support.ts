import { createMemoryIdempotencyStore } from '@trunkline/server';
import { readSettings } from '../settings.js';
import { startPulse } from '../start-pulse.js';
import { AlertRepository } from './alert-repository.js';
import { AlertService } from './alert-service.js';
import { type CrashPoint, isCrashPoint } from './crash-point.spec-support.js';

// A Pulse server that dies at one step of an acknowledgement, as if its power were cut: a program of its own, for specs.

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('The signal takes effect before this is reached.');
}

/** Puts a death before or behind a method that a server calls. */
function dieAround(owner: object, method: string, when: 'before' | 'behind'): void {
  const original: unknown = Reflect.get(owner, method);
  if (typeof original !== 'function') throw new TypeError(`There is no method ${method}.`);
  Reflect.set(owner, method, function dying(this: unknown, ...given: unknown[]): unknown {
    if (when === 'before') die();
    Reflect.apply(original, this, given);
    return die();
  });
}

const storeMethods: object = Object.getPrototypeOf(createMemoryIdempotencyStore());

const plant: Readonly<Record<CrashPoint, () => void>> = {
  'before the claim': () => dieAround(storeMethods, 'begin', 'before'),
  'after the claim': () => dieAround(storeMethods, 'begin', 'behind'),
  'in the transaction, before anything is written': () => dieAround(AlertRepository.prototype, 'acknowledge', 'before'),
  'in the transaction, with the effect written': () => dieAround(AlertRepository.prototype, 'acknowledge', 'behind'),
  'in the transaction, with the key written too': () => dieAround(AlertRepository.prototype, 'addKey', 'behind'),
  'after the commit': () => dieAround(AlertService.prototype, 'acknowledge', 'behind'),
  'before the result is recorded': () => dieAround(storeMethods, 'complete', 'before'),
  'after the result is recorded, before the answer': () => dieAround(storeMethods, 'complete', 'behind'),
};

const point = process.env['CRASH_POINT'];
if (isCrashPoint(point)) plant[point]();

// The spec that started it is gone.
process.once('disconnect', () => process.exit(1));
const pulse = await startPulse(readSettings(process.env));
process.send?.({ port: pulse.port });
