const { join } = require('node:path');

// By its path, as jest.preset.js names it.
const resolveSource = require(join(__dirname, '..', '..', 'jest', 'resolver.cjs'));

// Whoever imports tRPC, a library of ours included, gets the one of the workspace that runs the specs, so that every class
// and every symbol of tRPC exists once in a run, and in the version that the run is about.
module.exports = (request, options) =>
  /^@trpc\/(client|server)(\/|$)/.test(request)
    ? options.defaultResolver(request, { ...options, basedir: join(options.rootDir, 'src') })
    : resolveSource(request, options);
