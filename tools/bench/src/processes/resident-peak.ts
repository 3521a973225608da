import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const samplingMs = 10;

/**
 * Finds the highest resident size of this process. Linux keeps it itself, so that a loop that holds the process hides
 * nothing; elsewhere it is sampled.
 */
export class ResidentPeak {
  #sampledBytes = 0;
  #timer: NodeJS.Timeout | undefined;

  watch(): void {
    if (resetKernelPeak()) return;
    this.#sampledBytes = process.memoryUsage.rss();
    this.#timer ??= setInterval(() => this.#sample(), samplingMs).unref();
  }

  get bytes(): number {
    if (this.#timer === undefined) return readKernelPeak();
    this.#sample();
    return this.#sampledBytes;
  }

  #sample(): void {
    this.#sampledBytes = Math.max(this.#sampledBytes, process.memoryUsage.rss());
  }
}

// See proc(5): 5 sets the peak to the present size.
function resetKernelPeak(): boolean {
  if (!existsSync('/proc/self/clear_refs')) return false;
  try {
    writeFileSync('/proc/self/clear_refs', '5');
    return true;
  } catch {
    return false;
  }
}

function readKernelPeak(): number {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  if (kibibytes === undefined) throw new Error('/proc/self/status names no VmHWM.');
  return Number(kibibytes) * 1024;
}
