import type { Law } from '../law.js';
import { alone } from './alone.js';
import { cacheAboveInput } from './cacheAboveInput.js';
import { cacheWrite } from './cacheWrite.js';
import { embeddingOutput } from './embeddingOutput.js';
import { farFromPeers } from './farFromPeers.js';
import { feeTooSmall } from './feeTooSmall.js';
import { freeIsFree } from './freeIsFree.js';
import { longerCostsMore } from './longerCostsMore.js';
import { magnitude } from './magnitude.js';
import { negative } from './negative.js';
import { outputFarAbove } from './outputFarAbove.js';
import { smallerCostsLess } from './smallerCostsLess.js';
import { soundByToken } from './soundByToken.js';
import { tierFarOff } from './tierFarOff.js';
import { tierOrder } from './tierOrder.js';
import { zeroBesidePaid } from './zeroBesidePaid.js';

/** The laws, in the order in which they speak: what an early one takes out, the later ones don't see. */
export const laws: readonly Law[] = [
  ...[negative, freeIsFree, zeroBesidePaid, magnitude, embeddingOutput, soundByToken],
  ...[outputFarAbove, farFromPeers, alone, cacheAboveInput, feeTooSmall, tierFarOff],
  ...[cacheWrite, tierOrder, longerCostsMore, smallerCostsLess],
];
