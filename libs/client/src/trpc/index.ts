export { trunklineLink, type TrunklineLinkOptions } from './trunkline-link.js';
