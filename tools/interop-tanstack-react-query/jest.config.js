import { configureHooks } from '@trunkline/interop/jest';

export default configureHooks(import.meta.dirname);
