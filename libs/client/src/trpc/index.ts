export {
  type GapOperation,
  type TrunklineLinkHooks,
  type TrunklineLinkOptions,
  trunklineLink,
} from './trunkline-link.js';
