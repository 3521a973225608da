import { describe, expect, it } from '@jest/globals';
import { HostStatusBoard } from './host-status-board.js';

describe('HostStatusBoard', () => {
  it('notices hosts that come, change and go, and nothing else', () => {
    const board = new HostStatusBoard();
    expect(board.update([])).toBe(false);
    expect(board.update([{ id: 'a', status: 'live' }])).toBe(true);
    expect(board.update([{ id: 'a', status: 'live' }])).toBe(false);
    expect(board.update([{ id: 'a', status: 'silent' }])).toBe(true);
    expect(board.update([{ id: 'b', status: 'silent' }])).toBe(true);
    expect(board.update([])).toBe(true);
  });

  it('knows the status it was last told', () => {
    const board = new HostStatusBoard();
    board.update([{ id: 'a', status: 'silent' }]);
    expect(board.statusOf('a')).toBe('silent');
    expect(board.statusOf('b')).toBeUndefined();
  });
});
