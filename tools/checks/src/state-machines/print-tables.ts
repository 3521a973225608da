import { describeClientConnection } from './client-connection.js';
import { describeCloseDecisions } from './close-decisions.js';
import { readSource } from './read-source.js';
import { describeServerConnection } from './server-connection.js';
import { describeResume } from './subscription-decisions.js';

/** Every table of the page, by the name of its section. Needs the export condition `@trunkline/source`. */
export async function printTables(root: string): Promise<Readonly<Record<string, string>>> {
  const machine = await readSource(root, 'libs/client/src/connection/connection-machine.ts');
  const states = await readSource(root, 'libs/server/src/connection/connection-state.ts');
  const messages = await readSource(root, 'libs/protocol/src/client-message.ts');
  const closing = await readSource(root, 'libs/protocol/src/close-code.ts');
  const fates = await readSource(root, 'libs/client/src/calls/call-fate.ts');
  const resume = await readSource(root, 'libs/server/src/subscription/resume.ts');
  const cursors = await readSource(root, 'libs/protocol/src/cursor.ts');
  return {
    'client-connection': describeClientConnection(machine),
    'server-connection': describeServerConnection(states, messages),
    closes: describeCloseDecisions(closing, fates),
    resume: describeResume(resume, cursors),
  };
}
