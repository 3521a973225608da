import { describe } from '@jest/globals';
import { WebSocket } from 'ws';
import { socketBehaviour } from '../testing/socket-behaviour.js';
import { webSocketOpener } from './web-socket.js';

describe('a socket of a WebSocket constructor', () => {
  // `ws` behaves like the browser's own in everything that is used here.
  socketBehaviour(webSocketOpener(WebSocket));
});
