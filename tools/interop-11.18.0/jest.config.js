import { configureInterop } from '@trunkline/interop/jest';

export default configureInterop(import.meta.dirname, { without: ['procedure-errors'] });
