/** How a server names itself in the answer to `rpc.hello`. The version is that of the package, which a spec compares. */
export const SERVER_IDENTITY = { name: '@trunkline/server', version: '0.1.0' } as const;
