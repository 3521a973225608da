// What the specs of the examples start them with.

export { openBrowser } from './open-browser.js';
export { type RunningProgram, startProgram } from './start-program.js';
