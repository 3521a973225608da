const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');

// Writes how many specs passed, failed and were skipped. Nx keeps the file with the cached result, so that the closing line
// of `npm test` is right when nothing had to run.
module.exports = class SummaryReporter {
  onRunComplete(_contexts, results) {
    const path = process.env.JEST_SUMMARY_FILE;
    if (!path) return;
    const summary = {
      passed: results.numPassedTests,
      // A file that does not load has no failed specs of its own, and is one failure.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(summary)}\n`);
  }
};
