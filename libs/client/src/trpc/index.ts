export { type TrunklineLinkOptions, trunklineLink } from './trunkline-link.js';
