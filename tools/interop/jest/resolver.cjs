const { join } = require('node:path');
const resolveSource = require('../../jest/resolver.cjs');

// Whoever imports tRPC, a library of ours included, gets the one of the workspace that runs the specs, so that every class
// and every symbol of tRPC exists once in a run, and in the version that the run is about.
module.exports = (request, options) =>
  /^@trpc\/(client|server)(\/|$)/.test(request)
    ? options.defaultResolver(request, { ...options, basedir: join(options.rootDir, 'src') })
    : resolveSource(request, options);
