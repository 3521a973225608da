/**
 * @typedef {{ taskId: string, projectName: string, target: string, status?: number }} Task
 * @typedef {{ passed: number, failed: number, skipped: number }} Summary
 */

/**
 * Pure: the totals over all tasks of a run. A task with a summary counts its specs, any other counts as one. A run that
 * failed never reads as one without failures.
 * @param {readonly Task[]} tasks
 * @param {(task: Task) => Summary | undefined} readSummary
 * @param {number} exitCode
 * @returns {{ failedTasks: string[], line: string }}
 */
export function addUp(tasks, readSummary, exitCode) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const task of tasks) {
    const summary = countTask(task, readSummary(task));
    total.passed += summary.passed;
    total.failed += summary.failed;
    total.skipped += summary.skipped;
  }
  if (exitCode !== 0 && total.failed === 0) total.failed = 1;
  return {
    failedTasks: tasks.filter(isFailed).map(({ taskId }) => taskId),
    line: `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`,
  };
}

/**
 * @param {Task} task
 * @param {Summary | undefined} summary
 * @returns {Summary}
 */
function countTask(task, summary) {
  if (task.status === undefined) return { passed: 0, failed: 0, skipped: 1 };
  if (summary === undefined) return { passed: isFailed(task) ? 0 : 1, failed: isFailed(task) ? 1 : 0, skipped: 0 };
  // All specs passed, and yet the run failed, as when it does not end.
  return isFailed(task) && summary.failed === 0 ? { ...summary, failed: 1 } : summary;
}

/** @param {Task} task */
function isFailed(task) {
  return task.status !== undefined && task.status !== 0;
}
