import { reportFindings } from '../workspace/finding.js';
import { findBoundaryBreaches } from './find-boundary-breaches.js';

reportFindings('boundaries', await findBoundaryBreaches(process.cwd()));
