import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../contract/contract.js';
import { findProblems } from '../reader/merge/find-problems.js';
import { COMPILERS, PackageFolder } from '../testing/package-folder.js';
import { DIFFERENCES_HEAD, deliberateDifferences } from './deliberate-differences.spec-support.js';
import { editedPositions } from './edited-positions.spec-support.js';
import {
  type ComparedPosition,
  generateClient,
  POSITIONS_HEAD,
  type Position,
  positionsOf,
} from './sample-positions.spec-support.js';
import { SampleProject, type SampleSettings } from './sample-project.spec-support.js';
import { compareTypes } from './type-comparison.spec-support.js';

const MINUTE_MS = 60_000;

const HEAD = POSITIONS_HEAD + DIFFERENCES_HEAD;

const TRPC_HEAD = `import type { ApiRouter } from './client/src/trpc.js';
type ApiInputs = inferRouterInputs<ApiRouter>;
type ApiOutputs = inferRouterOutputs<ApiRouter>;
type ErrorData = AppRouter['_def']['_config']['$types']['errorShape']['data'];
`;

const SETTINGS: readonly SampleSettings[] = [
  { transformer: 'superjson', isExact: true },
  { transformer: 'superjson', isExact: false },
  { transformer: 'none', isExact: true },
  { transformer: 'none', isExact: false },
];

/** How many edits there are at least: some for each place in each type. */
const EDIT_COUNT = 8000;

const runtime = new PackageFolder();

beforeAll(() => runtime.addRuntimeTypes(), MINUTE_MS);

afterAll(() => runtime.remove());

const keyOf = ({ path, side }: Position): string => `${path} ${side}`;

describe.each(SETTINGS)(
  'a client of the sample, with transformer $transformer and exact options $isExact',
  (settings) => {
    const project = new SampleProject(settings);
    const differences = new Map(deliberateDifferences(settings).map((difference) => [keyOf(difference), difference]));
    let contract: Contract;
    /** What is generated and what is expected: what tRPC infers, or what the list of differences says. */
    let expected: readonly ComparedPosition[];
    let verdicts: Readonly<Record<keyof ReturnType<typeof pairsOf>, readonly string[]>>;

    beforeAll(async () => {
      project.useRuntimeTypes(runtime);
      contract = await project.read();
      generateClient(project, contract);
      const positions = positionsOf(contract);
      expected = positions.map((position) => ({
        ...position,
        theirs: differences.get(keyOf(position))?.ours ?? position.theirs,
      }));
      const groups = pairsOf(positions, expected);
      const found = await compareTypes(project, '7.0', HEAD + TRPC_HEAD, Object.values(groups).flat());
      const take = (pairs: readonly Position[]): readonly string[] => {
        const some = found.splice(0, pairs.length);
        return pairs.filter((_, index) => some[index] !== 'identical').map(keyOf);
      };
      verdicts = {
        inferred: take(groups.inferred),
        expected: take(groups.expected),
        carried: take(groups.carried),
        errors: take(groups.errors),
      };
    }, MINUTE_MS);

    afterAll(() => project.remove());

    it('has the inputs and outputs that tRPC infers, but for those that are listed, which are others', () => {
      expect(new Set(verdicts.inferred)).toEqual(new Set(differences.keys()));
      expect(expected.length - verdicts.inferred.length).toBeGreaterThan(250);
    });

    it('has the types that are listed where it is meant to differ', () => {
      expect(verdicts.expected).toEqual([]);
    });

    it("keeps its types in the router that it is to tRPC's own clients", () => {
      expect(verdicts.carried).toEqual([]);
    });

    it('has the data of errors that an application gives', () => {
      // Without a formatter of the application's it is our own: newer servers may give other codes than tRPC lists.
      expect(verdicts.errors).toEqual(settings.transformer === 'none' ? ['data of errors output'] : []);
    });

    it('has problems only with what it is said to refuse', () => {
      const paths = new Set(findProblems(contract).map(({ path }) => path));
      const bigints = ['builtins.inferred', 'literals.big', 'primitives.bigints', 'reports.yearly', 'streams.bigints'];
      const refused = settings.transformer === 'none' ? [...bigints, 'inferred.loose'] : ['inferred.loose'];
      expect(paths).toEqual(new Set(refused));
    });

    // Without exact options, a property that may be left out may be undefined, whatever it says.
    if (!settings.isExact) return;

    it(
      'is told from any client that differs in one place of one type',
      async () => {
        const edited = editedPositions(contract, expected);
        const declarations = edited.map((edit) => edit.declarations).join('');
        const found = await compareTypes(project, '7.0', HEAD + declarations, edited);
        const missed = edited.filter((_, index) => found[index] === 'identical').map(({ what }) => what);
        expect(missed).toEqual([]);
        expect(edited.length).toBeGreaterThan(EDIT_COUNT);
      },
      MINUTE_MS,
    );

    it.each(settings.transformer === 'none' ? ['7.0'] : Object.keys(COMPILERS))(
      'pleases TypeScript %s at its strictest',
      async (compiler) => {
        const names = ['client', 'index', 'tanstack', 'types', 'validators'];
        const files = names.map((name) => `client/src/${name}.ts`);
        expect(await project.folder.check(compiler, files)).toBe('');
      },
      MINUTE_MS,
    );
  },
);

/** What is compared, by what it shows. */
function pairsOf(positions: readonly ComparedPosition[], expected: readonly ComparedPosition[]) {
  const carried = positions.map((position) => ({
    ...position,
    theirs: position.theirs.replaceAll('Inputs[', 'ApiInputs[').replaceAll('Outputs[', 'ApiOutputs['),
  }));
  const data = { path: 'data of errors', side: 'output', ours: 'types.ApiErrorData', theirs: 'ErrorData' } as const;
  return { inferred: positions, expected, carried, errors: [data] };
}
