import { describe, expect, it } from 'vitest';
import type { Modality, Model } from '../../../src/model/model.js';
import { modeFor } from '../../../src/sources/reading/modeFor.js';
import { aModel } from '../../builders.js';

const modeOf = (id: string, more: Partial<Model> = {}) => modeFor(aModel(id, more));
const from = (input: Modality[], output: Modality[]): Partial<Model> => ({ modalities: { input, output } });
const writes = from(['text'], ['text']);
const paid = (cost: Partial<Model['cost']>): Partial<Model> => ({ cost: { ...aModel().cost, ...cost } });

describe('modeFor', () => {
  it.each([
    ['text-embedding-3-small', 'embedding'],
    ['acme/embeddinggemma-300m', 'embedding'],
    ['nv-embedqa-e5-v5', 'embedding'],
    ['BAAI/bge-m3', 'embedding'],
    ['voyage-3.5-lite', 'embedding'],
    ['intfloat/e5-mistral-7b-instruct', 'embedding'],
    ['all-MiniLM-L6-v2', 'embedding'],
    ['bge-reranker-base', 'rerank'],
    ['voyage/rerank-2.5', 'rerank'],
    ['qwen3-vl-rerank', 'rerank'],
    ['omni-moderation-latest', 'moderation'],
    ['openai/whisper-large-v3', 'transcription'],
    ['gpt-4o-mini-transcribe', 'transcription'],
    ['qwen3-asr-flash', 'transcription'],
    ['grok-stt', 'transcription'],
    ['gpt-4o-mini-tts', 'speech'],
    ['IndexTeam/IndexTTS-2', 'speech'],
    ['minimax/speech-2.8-turbo', 'speech'],
    ['lyria-3-pro', 'other'],
    ['minimax-music-v2', 'other'],
    ['elevenlabs-sound-effects-v2', 'other'],
    ['fal-ai/flux-2-trainer', 'other'],
    ['fal-ai/hunyuan3d-v3/text-to-3d', 'other'],
    ['dall-e-3', 'image'],
    ['gpt-image-1.5', 'image'],
    ['stability.stable-image-core-v1:1', 'image'],
    ['amazon.titan-image-generator-v2:0', 'image'],
    ['mistral-ocr-latest', 'ocr'],
  ])('knows %s by a word of its name for %s, also where a list says that it writes text', (id, mode) => {
    expect(modeOf(id)).toBe(mode);
    expect(modeOf(id, writes)).toBe(mode);
    expect(modeOf('m', { name: id, ...writes })).toBe(mode);
  });

  it.each([
    'asrock-7b',
    'embedded-systems-coder',
    'https-helper',
    'musical-llm',
    'doctor-ocrat',
    'ranker',
    'bgem',
    'canvassing-7b',
    'imagenary',
    'a3dx',
  ])('takes part of a word for no word: %s', (id) => expect(modeOf(id, writes)).toBe('chat'));

  it.each<[Modality[], Modality[], Model['mode']]>([
    [['text'], ['text'], 'chat'],
    [['text', 'image', 'audio'], ['text'], 'chat'],
    [[], ['text'], 'chat'],
    [['text', 'audio'], ['text', 'audio'], 'chat'],
    [['audio'], ['audio', 'text'], 'chat'],
    [['text', 'image'], ['text', 'image'], 'chat'],
    [['audio'], ['text'], 'transcription'],
    [['text'], ['image'], 'image'],
    [[], ['image'], 'image'],
    [['text', 'image'], ['video'], 'video'],
    [['image'], ['video', 'audio'], 'video'],
    [['text'], ['audio'], 'speech'],
    [['text', 'audio'], ['audio'], 'speech'],
    [[], ['audio'], 'speech'],
    [['audio'], ['audio'], 'other'],
    [['video'], ['audio'], 'other'],
    [['video'], ['text'], null],
    [['image'], ['text'], null],
    [['text'], [], null],
    [[], [], null],
  ])('knows by its modalities what turns %j into %j: %s', (input, output, mode) =>
    expect(modeOf('m', from(input, output))).toBe(mode),
  );

  it.each<[Partial<Model['cost']>, Model['mode']]>([
    [{ perImage: 0.04 }, 'image'],
    [{ perMegapixel: 0.003 }, 'image'],
    [{ outputImage: 0.03 }, 'image'],
    [{ perCharacter: 0.00003 }, 'speech'],
    [{ perPage: 0.001 }, 'ocr'],
    [{ perSecond: 0.001 }, null],
    [{ perRequest: 0.001 }, null],
    [{ perImage: 0 }, null],
    [{ input: 0.001, output: 0.002 }, null],
  ])('knows by what it is paid for: %j is of %s', (cost, mode) => expect(modeOf('m', paid(cost))).toBe(mode));

  it('believes modalities before the price of one use of many', () => {
    expect(modeOf('m', { ...writes, ...paid({ perImage: 0.04 }) })).toBe('chat');
    expect(modeOf('resnet', { ...from(['image'], ['text']), ...paid({ perImage: 0.001 }) })).toBeNull();
  });

  it.each([
    ['openai/gpt-4o', 'chat'],
    ['claude-opus-4-1', 'chat'],
    ['codellama-70b', 'chat'],
    ['some-7b-instruct', 'chat'],
    ['davinci-002', 'completion'],
    ['qwen-image-edit', 'image'],
    ['black-forest-labs/FLUX.1-dev', 'image'],
    ['veo-3.1-fast', 'video'],
    ['grok-imagine-video', 'video'],
    ['Wan-AI/Wan2.2-T2V-A14B', 'video'],
    ['raptor-mini', null],
    ['synthetic-video-detector', null],
    ['imagery-7', null],
  ])('knows %s by its family, as the last resort: %s', (id, mode) => expect(modeOf(id)).toBe(mode));

  it('believes modalities before the family', () => {
    expect(modeOf('deepgram/flux', writes)).toBe('chat');
    expect(modeOf('gemini-3-pro-image', from(['text'], ['text', 'image']))).toBe('chat');
    expect(modeOf('nova-sr', from(['audio'], ['audio']))).toBe('other');
    expect(modeOf('gemini-3-speech', from(['text'], ['audio']))).toBe('speech');
  });

  it('takes what has a context window and is nothing else for a chat model', () => {
    expect(modeOf('raptor-mini', { limit: { context: 8_192, input: null, output: null } })).toBe('chat');
    expect(
      modeOf('raptor-mini', { limit: { context: 8_192, input: null, output: null }, ...from(['video'], ['text']) }),
    ).toBeNull();
    expect(modeOf('raptor-mini', { limit: { context: null, input: null, output: 512 } })).toBeNull();
  });

  it('tells models that only go on with a text from those that answer', () => {
    expect(modeOf('Qwen/Qwen3-14B-Base')).toBe('completion');
    expect(modeOf('mistral-code-fim-latest', writes)).toBe('completion');
    expect(modeOf('Qwen/Qwen3-14B-Based', writes)).toBe('chat');
    expect(modeOf('flux-2-klein-9b-base', from(['text'], ['image']))).toBe('image');
  });

  it('takes a model that reads pages and is paid by tokens for one to talk to', () => {
    const tokens = { ...from(['text', 'image'], ['text']), ...paid({ input: 0.00003, output: 0.0001 }) };
    expect(modeOf('deepseek-ai/DeepSeek-OCR', tokens)).toBe('chat');
    expect(modeOf('mistral-ocr-4', { ...from(['pdf'], ['text']), ...paid({ perPage: 0.004 }) })).toBe('ocr');
  });
});
