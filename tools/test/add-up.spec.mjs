import { describe, expect, it } from '@jest/globals';
import { addUp } from './add-up.mjs';

/** @param {string} taskId @param {number} [status] */
const task = (taskId, status) => {
  const [projectName = '', target = ''] = taskId.split(':');
  return { taskId, projectName, target, ...(status !== undefined && { status }) };
};

describe('addUp', () => {
  it('adds up specs, and counts every other target as one', () => {
    const summaries = new Map([
      ['client:test', { passed: 40, failed: 0, skipped: 2 }],
      ['server:test', { passed: 60, failed: 3, skipped: 0 }],
    ]);
    const tasks = [task('client:test', 0), task('server:test', 1), task('client:build', 0), task('server:lint', 1)];
    expect(addUp(tasks, ({ taskId }) => summaries.get(taskId), 1)).toEqual({
      failedTasks: ['server:test', 'server:lint'],
      line: '101 passed, 4 failed, 2 skipped',
    });
  });

  it('counts a run that died as failed, though each of its specs passed', () => {
    const summary = { passed: 7, failed: 0, skipped: 0 };
    expect(addUp([task('client:test', 1)], () => summary, 1).line).toBe('7 passed, 1 failed, 0 skipped');
  });

  it('counts a target that was not reached as skipped', () => {
    const tasks = [task('client:build', 1), task('client:package')];
    expect(addUp(tasks, () => undefined, 1).line).toBe('0 passed, 1 failed, 1 skipped');
  });

  it('does not call a run clean when Nx itself failed', () => {
    expect(addUp([], () => undefined, 1).line).toBe('0 passed, 1 failed, 0 skipped');
  });
});
