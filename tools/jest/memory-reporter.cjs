const collectAboveBytes = 256 * 1024 * 1024;

// V8 frees the modules of a finished spec file only in a full collection between two files; left alone it runs into its limit
// in the middle of a long property test, when nothing can be freed. The runner gives us `gc`.
module.exports = class MemoryReporter {
  onTestFileResult() {
    if (process.memoryUsage().heapUsed > collectAboveBytes) globalThis.gc?.();
  }
};
