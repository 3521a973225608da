import { reportFindings } from '../workspace/finding.js';
import { readSourceFiles } from '../workspace/source-file.js';
import { findForbiddenNames } from './forbidden-names.js';
import { findMissingSpecs } from './missing-specs.js';
import { findUnnumberedTodos } from './unnumbered-todos.js';

const files = ['libs', 'apps', 'tools'].flatMap((folder) => readSourceFiles(process.cwd(), folder));

reportFindings('conventions', [
  ...findForbiddenNames(files),
  ...findMissingSpecs(files),
  ...findUnnumberedTodos(files),
]);
