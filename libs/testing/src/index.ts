// What tests are made of, ours and our users'.
export { FakeClock } from './fake-clock.js';
