/** What `nx g @trunkline/nx:api` is asked for. */
export interface ApiOptions {
  /** What the API is called, such as `shop`. */
  readonly name: string;
  /** @default libs/<name>-router */
  readonly routerDirectory?: string;
  /** @default apps/<name>-server */
  readonly serverDirectory?: string;
  /** @default libs/<name>-client */
  readonly clientDirectory?: string;
  /** The port that the server listens on. @default 3000 */
  readonly port?: number;
  /** Whether the packages that were added are left to be installed by hand. @default false */
  readonly skipInstall?: boolean;
}

/** Options with their gaps filled. */
export interface ApiPlan {
  readonly name: string;
  /** The scope of the packages' names, such as `@acme`. */
  readonly scope: string;
  readonly router: string;
  readonly server: string;
  readonly client: string;
  readonly port: number;
}

/**
 * Fills in what was not asked for.
 *
 * @param rootName the name in the workspace's package.json.
 * @throws TypeError for a name of which no package could be called.
 */
export function planApi(options: ApiOptions, rootName: string | undefined): ApiPlan {
  const { name, port = 3000 } = options;
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(name)) {
    throw new TypeError(
      `The name "${name}" is not made of small letters and digits, with hyphens between; try "shop".`,
    );
  }
  if (!Number.isSafeInteger(port) || port < 1 || port > 65_535) {
    throw new TypeError(`The port ${port} is not from 1 to 65535.`);
  }
  return {
    name,
    scope: /^@[^/]+/u.exec(rootName ?? '')?.[0] ?? '@workspace',
    router: options.routerDirectory ?? `libs/${name}-router`,
    server: options.serverDirectory ?? `apps/${name}-server`,
    client: options.clientDirectory ?? `libs/${name}-client`,
    port,
  };
}
