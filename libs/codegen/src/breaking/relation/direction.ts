/**
 * Who sends: of an input a client built before, to a server of after; of an output a server of after, to that client.
 * In both, what is sent has to fit what is expected.
 */
export type Direction = 'input' | 'output';
