import { execFileSync } from 'node:child_process';

// Beside sockets a process has its libraries, pipes and the listening socket open.
const otherFiles = 100;

/** Says what to do when a process may not open as many sockets as are wanted; undefined when it may. */
export function describeShortage(limit: number, socketCount: number): string | undefined {
  const needed = socketCount + otherFiles;
  if (limit >= needed) return undefined;
  return (
    `A process may open ${limit} files here, and ${socketCount} connections need ${needed}. ` +
    `Raise the limit in this shell (ulimit -Hn ${needed} && ulimit -Sn ${needed}; as root, or "nofile" in /etc/security/limits.conf) and run it again.`
  );
}

/** The most files that a process may have open here. Node raises its own limit up to this when it starts. */
export function readOpenFileLimit(): number {
  if (process.platform === 'win32') return Number.POSITIVE_INFINITY;
  const answer = execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
  return answer === 'unlimited' ? Number.POSITIVE_INFINITY : Number(answer);
}
