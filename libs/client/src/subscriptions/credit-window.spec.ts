import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CreditWindow } from './credit-window.js';

describe('CreditWindow', () => {
  it('grants the whole window at first, then what is free once half of it is', () => {
    const window = new CreditWindow(4);
    expect(window.open()).toBe(4);
    window.receive();
    window.take();
    expect(window.due()).toBe(0);
    window.receive();
    window.take();
    expect(window.due()).toBe(2);
    expect(window.due()).toBe(0);
  });

  it('opens with less on a new connection while events are unread', () => {
    const window = new CreditWindow(4);
    window.open();
    window.receive();
    window.receive();
    window.receive();
    expect(window.open()).toBe(1);
  });

  it('refuses an event that was not granted', () => {
    const window = new CreditWindow(1);
    expect(window.receive()).toBe(false);
    window.open();
    expect(window.receive()).toBe(true);
    expect(window.receive()).toBe(false);
  });

  it('never lets more than the window be under way or unread, and never runs dry for a reader who keeps reading', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.constantFrom('send', 'take', 'reconnect')),
        (size, steps) => {
          const window = new CreditWindow(size);
          let credit = window.open();
          let unread = 0;
          for (const step of steps) {
            if (step === 'send' && credit > 0) {
              credit -= 1;
              unread += 1;
              expect(window.receive()).toBe(true);
            } else if (step === 'take' && unread > 0) {
              unread -= 1;
              window.take();
              credit += window.due();
            } else if (step === 'reconnect') {
              credit = window.open();
            }
            expect(credit + unread).toBeLessThanOrEqual(size);
            if (unread === 0) expect(credit).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
