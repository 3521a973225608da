import { describe } from '@jest/globals';
import { appBehaviour } from './app-behaviour.spec-support.js';
import { createAppClient } from './client.js';
import { createAppServer } from './server.js';

describe('the notes', () => appBehaviour({ createAppServer, createAppClient }));
