import { describe, expect, it } from 'vitest';
import { blame } from '../../src/read/blame.js';
import { SourceError } from '../../src/read/errors.js';
import { shapeError, ShapeError } from '../../src/sources/parse/shapeError.js';

const at = (...urls: string[]) => urls.map((url) => ({ url }));

describe('blame', () => {
  it('names the only page that there is', () => {
    expect(blame(shapeError('no table'), at('a', 'a'))).toEqual(new ShapeError('no table', { url: 'a' }));
  });

  it('names all of several in words, some of many', () => {
    expect(blame(shapeError('no table'), at('a', 'b'))).toEqual(shapeError('no table: a or b'));
    expect(blame(shapeError('no table'), at('a', 'b', 'c', 'd', 'e')).message).toBe('no table: a or b or c or 2 more');
    expect(blame(shapeError('no page came'), [])).toEqual(shapeError('no page came'));
  });

  it('leaves an error that names its page, or is the network’s, as it is', () => {
    const named = new ShapeError('no JSON', { url: 'b' });
    const network = new SourceError('http', 'a answered 404');
    expect([blame(named, at('a')), blame(network, at('a'))]).toEqual([named, network]);
  });

  it('says of what an adapter stumbles over that the answer is not what it was', () => {
    const stumble = new TypeError('x is not iterable');
    expect(blame(stumble, at('a'))).toMatchObject({
      ...{ name: 'ShapeError', message: 'the answer is not what it was: x is not iterable', url: 'a', cause: stumble },
    });
    expect(blame('torn', at('a')).message).toBe('the answer is not what it was: torn');
  });
});
