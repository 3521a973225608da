import type { Area } from './area.js';
import { areasOf } from './areas.js';
import { procedureKinds } from './procedure-kinds.js';
import type { SourceFiles } from './router-sources.js';

/** How many procedures, and how many of them a front end calls. */
export interface FrontEndSize {
  readonly procedureCount: number;
  /** Each screen calls the ten procedures of one area. */
  readonly screenCount: number;
}

/**
 * A front end that calls some of the procedures and shows what it is given. The same text for every client; only `api.ts`, which
 * makes the client, is another.
 */
export function createFrontEndSources(apiText: string, { procedureCount, screenCount }: FrontEndSize): SourceFiles {
  const areas = areasOf(procedureCount);
  const step = Math.max(1, Math.floor(areas.length / screenCount));
  const screens = areas.filter((_, index) => index % step === 0).slice(0, screenCount);
  return new Map([
    ['tsconfig.json', TSCONFIG],
    ['api.ts', apiText],
    ...screens.map((area) => [`screens/${area.name}.ts`, screenText(area)] as const),
  ]);
}

const TSCONFIG = `{
  "compilerOptions": {
    "target": "es2022",
    "lib": ["es2023", "dom"],
    "module": "esnext",
    "moduleResolution": "bundler",
    "types": [],
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "skipLibCheck": true,
    "noEmit": true
  },
  "include": ["**/*.ts"]
}
`;

function screenText({ name, index, procedureNames }: Area): string {
  const functions = procedureNames.map((procedure, kind) => {
    const use = procedureKinds[kind]?.use(`api.${name}.${procedure}`, index * procedureKinds.length + kind);
    return `export async function ${procedure}Screen(id: string): Promise<readonly string[]> {
  const shown: string[] = [];
  ${use}
  return shown;
}
`;
  });
  return `import { api } from '../api.js';\n\n${functions.join('\n')}`;
}
