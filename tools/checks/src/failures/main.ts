// Compares docs/failures.md with the codes, reasons and outcomes of the code, so that no failure is without its row.
import { readFileSync } from 'node:fs';
import { reportFindings } from '../workspace/finding.js';
import { FAILURES_DOCUMENT, findMissingCodes } from './find-missing-codes.js';
import { readVocabularies } from './read-vocabularies.js';

const document = readFileSync(FAILURES_DOCUMENT, 'utf8');
reportFindings('failures', findMissingCodes(document, await readVocabularies(process.cwd())));
