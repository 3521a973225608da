/**
 * Who may import whom, by the `layer:` tag of the two projects; see ARCHITECTURE.md, "Layers". A layer may always import
 * itself within one project. Specs may import any library, as far as their package.json declares it.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  server: ['protocol'],
  client: ['protocol'],
  topics: ['protocol'],
  redis: ['protocol', 'topics'],
  nats: ['protocol', 'topics'],
  codegen: ['protocol'],
  cli: ['protocol', 'client', 'codegen'],
  nx: ['codegen'],
  react: ['protocol', 'client'],
  testing: ['protocol', 'topics'],
  app: ['protocol', 'server', 'client', 'topics', 'redis', 'nats', 'codegen', 'cli', 'react', 'testing', 'app'],
  tool: ['protocol', 'server', 'client', 'topics', 'redis', 'nats', 'codegen', 'testing', 'tool'],
};
