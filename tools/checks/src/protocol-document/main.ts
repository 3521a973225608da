// Compares PROTOCOL.md with the messages, codes, reasons and limits in the code, both ways, so that the two cannot drift.
import { readFileSync } from 'node:fs';
import { reportFindings } from '../workspace/finding.js';
import { readCatalogue } from './catalogue.js';
import { compareDocument, PROTOCOL_DOCUMENT } from './compare-document.js';

const catalogue = await readCatalogue(process.cwd());
reportFindings('protocol-document', compareDocument(readFileSync(PROTOCOL_DOCUMENT, 'utf8'), catalogue));
