// Compares PROTOCOL.md with the messages, codes, reasons and limits in the code, both ways, so that the two cannot drift.
import { readFileSync } from 'node:fs';
import { reportFindings } from '../workspace/finding.js';
import { readCatalogue } from './catalogue.js';
import { compareDocument, PROTOCOL_DOCUMENT } from './compare-document.js';
import { findBadSamples, loadDecoders } from './find-bad-samples.js';
import { findWrongSizes } from './find-wrong-sizes.js';

const root = process.cwd();
const document = readFileSync(PROTOCOL_DOCUMENT, 'utf8');
const decoders = await loadDecoders(root);

reportFindings('protocol-document', [
  ...compareDocument(document, await readCatalogue(root)),
  ...findBadSamples(document, decoders),
  ...findWrongSizes(document, decoders.native['→']),
]);
