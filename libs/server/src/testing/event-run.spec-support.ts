import { initTRPC } from '@trpc/server';
import { Observer } from '../observation/observer.js';
import { ErrorReporter } from '../router/error-reporter.js';
import { PLAIN_CODECS } from '../router/router-codecs.js';
import { EventRun, type RunParts } from '../subscription/event-run.js';
import { createRequest } from './fake-host.spec-support.js';
import { FakeServerClock } from './fake-server-clock.spec-support.js';

/** A run of the procedure `ticks` that nothing is kept of, unless the spec says otherwise. */
export function createEventRun(parts: Partial<RunParts> = {}, notices: string[] = []): EventRun {
  const tell = ({ error }: { error: Error }): unknown => notices.push(error.message);
  return new EventRun({
    name: 'run',
    path: 'ticks',
    owner: 'p:ada',
    fingerprint: 'same',
    context: {},
    request: createRequest(),
    codec: PLAIN_CODECS.output,
    clock: new FakeServerClock(),
    errors: new ErrorReporter(initTRPC.create().router({}), tell, new Observer({})),
    flow: { overflow: 'pause', maxRate: undefined, maxQueuedEvents: 10 },
    kept: undefined,
    caller: {
      describe: () => {
        throw new Error('Nobody asks.');
      },
    },
    ...parts,
  });
}
