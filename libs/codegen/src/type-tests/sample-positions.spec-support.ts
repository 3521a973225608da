import type { Contract } from '../contract/contract.js';
import { emitTypescript } from '../emit/typescript/emit-typescript.js';
import { nameIn, planTypescript } from '../emit/typescript/typescript-plan.js';
import type { SampleProject } from './sample-project.spec-support.js';
import type { TypePair } from './type-comparison.spec-support.js';

/** One of the two types of a procedure. */
export interface Position {
  readonly path: string;
  readonly side: 'input' | 'output';
}

/** A position with what was generated for it and what tRPC infers, as TypeScript writes them after `POSITIONS_HEAD`. */
export interface ComparedPosition extends Position, TypePair {}

/** What tRPC infers of a subscription is what iterates; what is generated is the event. */
export const POSITIONS_HEAD = `import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { Brand } from '@trunkline/client/generated';
import type * as types from './client/src/types.js';
import type { AppRouter } from './server/app-router.js';
type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
type EventOf<T> = T extends AsyncIterable<infer Event, infer _Return, infer _Next> ? Event : T;
`;

/** Generates the sample's client into its project. */
export function generateClient(project: SampleProject, contract: Contract): void {
  const files = emitTypescript(contract, { packageName: 'sample-client', validators: true });
  project.folder.write(files.map(({ path, text }) => ({ path: `client/${path}`, text })));
}

/** Both types of every procedure of a contract. */
export function positionsOf(contract: Contract): readonly ComparedPosition[] {
  const { names } = planTypescript(contract, { packageName: 'sample-client' });
  return Object.entries(contract.procedures).flatMap(([path, { kind }]): readonly ComparedPosition[] => {
    const { input, output } = nameIn(names.procedures, path);
    const keys = path
      .split('.')
      .map((key) => `[${JSON.stringify(key)}]`)
      .join('');
    const inferred = `Outputs${keys}`;
    return [
      { path, side: 'input', ours: `types.${input}`, theirs: `Inputs${keys}` },
      {
        path,
        side: 'output',
        ours: `types.${output}`,
        theirs: kind === 'subscription' ? `EventOf<${inferred}>` : inferred,
      },
    ];
  });
}
