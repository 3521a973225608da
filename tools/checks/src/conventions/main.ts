import { reportFindings } from '../workspace/finding.js';
import { readSourceFiles } from '../workspace/source-file.js';
import { findForbiddenNames } from './forbidden-names.js';
import { findMissingSpecs } from './missing-specs.js';
import { findUnnumberedTodos } from './unnumbered-todos.js';

// What is generated has a check of its own: that it is what would be generated now.
const files = ['libs', 'apps', 'tools']
  .flatMap((folder) => readSourceFiles(process.cwd(), folder))
  .filter(({ text }) => !text.startsWith('// Made from contract.json'));

reportFindings('conventions', [
  ...findForbiddenNames(files),
  ...findMissingSpecs(files),
  ...findUnnumberedTodos(files),
]);
