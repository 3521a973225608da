// TypeScript sources import each other as './x.js', the name the build will have; this finds the './x.ts' that it is now.
module.exports = (request, options) => {
  const isOwnRelative = request.startsWith('.') && request.endsWith('.js') && !options.basedir.includes('node_modules');
  if (isOwnRelative) {
    for (const extension of ['.ts', '.tsx']) {
      try {
        return options.defaultResolver(request.slice(0, -3) + extension, options);
      } catch {
        // Not a TypeScript source: the plain name is tried next.
      }
    }
  }
  return options.defaultResolver(request, options);
};
