import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mode } from '../../../src/model/model.js';
import type { Prices } from '../../../src/settle/law.js';
import { soundByToken } from '../../../src/settle/laws/soundByToken.js';
import { anOffered, aPrice, aStatement, brokenBy, million } from '../given.js';

const broken = (mode: Mode | null, cost: Prices) =>
  brokenBy(soundByToken, aStatement(cost, { offer: anOffered({ mode }) }));

describe('a model that hears', () => {
  it('has no price of tokens for what goes in alone: whisper-1 at 6 USD per 1M', () => {
    expect(broken('transcription', million({ input: 6 }))).toEqual(['input']);
    expect(broken('transcription', million({ inputAudio: 6 }))).toEqual(['inputAudio']);
    expect(broken('transcription', million({ output: 6 }))).toEqual(['output']);
  });

  it('may have one for what goes in and one for what comes out', () => {
    expect(broken('transcription', million({ input: 2.5, output: 10 }))).toEqual([]);
    expect(broken('transcription', million({ inputAudio: 6, output: 10 }))).toEqual([]);
    expect(broken('transcription', million({ input: 2.5, inputAudio: 6, output: 10 }))).toEqual([]);
  });

  it('keeps a price by the second beside the one that goes', () =>
    expect(broken('transcription', { ...million({ input: 6 }), perSecond: 0.0001 })).toEqual(['input']));
});

describe('a model that speaks', () => {
  it('has no price of tokens for one side alone: 15 USD per 1M characters', () => {
    expect(broken('speech', million({ input: 15 }))).toEqual(['input']);
    expect(broken('speech', million({ outputAudio: 15 }))).toEqual(['outputAudio']);
    expect(broken('speech', million({ input: 15, output: 0 }))).toEqual(['input']);
  });

  it('may have one for text in and one for sound out', () =>
    expect(broken('speech', million({ input: 0.6, outputAudio: 12 }))).toEqual([]));
});

it.each<Mode | null>(['chat', 'embedding', null])('says nothing of a %s model', (mode) =>
  expect(broken(mode, million({ input: 6 }))).toEqual([]),
);

it('never touches a price of both sides, nor one by second or character', () =>
  fc.assert(
    fc.property(aPrice, aPrice, fc.constantFrom<Mode>('speech', 'transcription'), (input, output, mode) => {
      expect(broken(mode, { input, output })).toEqual([]);
      expect(broken(mode, { perSecond: input, perCharacter: output })).toEqual([]);
    }),
  ));
