import fc from 'fast-check';

/** White space, mostly none. */
export const space = fc.constantFrom('', '', '', ' ', '\t', '\r', ' \t ');

const piece = fc.constantFrom(
  ...['a', 'é', '模型', '😀', '\u2028', '\u007f', '\uFEFF', '{', '}', '[', ',', ':', '//', "'"],
  ...[String.raw`\"`, String.raw`\\`, String.raw`\/`, String.raw`\b\f\n\r\t`],
  ...[String.raw`\u0041`, String.raw`\ud83d\ude00`, String.raw`\uD800`, String.raw`\udc00x`, String.raw`\u0000`],
);

/** Texts of strings in any form that JSON has. */
export const stringText = fc.array(piece, { maxLength: 4 }).map((pieces) => `"${pieces.join('')}"`);

const numberText = fc.oneof(
  fc.constantFrom(
    '0',
    '-0',
    '1.0',
    '12345678901234567890',
    '1e400',
    '-1E-400',
    '0.10e+05',
    '1E5',
    '123456789.123456789',
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.maxSafeInteger().map(String),
);

/** Keys that a reader may trip over, of some others' as well. */
const keyText = fc.oneof(
  stringText,
  fc.constantFrom('""', '"__proto__"', '"constructor"', '"7"', '"id"', '"provider"', '"cost"', '"model"', '"input"'),
  fc.constantFrom(String.raw`"\u0069d"`, String.raw`"c\u006fst"`, String.raw`"i\u0064 "`),
);

const between = (open: string, parts: readonly string[], close: string) => `${open}${parts.join(',')}${close}`;

/** Texts of JSON values as no library would write them. */
export const { value: valueText, object: objectText } = fc.letrec<
  Record<'value' | 'array' | 'object' | 'member', string>
>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    ...[numberText, stringText, fc.constantFrom('true', 'false', 'null', '[]', '{}', '[ ]', '{\t}')],
    ...[tie('array'), tie('object')],
  ),
  array: fc.array(fc.tuple(space, tie('value'), space), { maxLength: 4 }).map((values) =>
    between(
      '[',
      values.map((one) => one.join('')),
      ']',
    ),
  ),
  member: fc.tuple(space, keyText, space, fc.constant(':'), space, tie('value'), space).map((parts) => parts.join('')),
  object: fc.array(tie('member'), { maxLength: 5 }).map((members) => between('{', members, '}')),
}));

const noise = fc.constantFrom(
  ...['"', '\\', '{', '}', '[', ']', ',', ':', '0', '1', '-', '+', '.', 'e', 'E', 'u', 'null', 'tru', 'NaN', '//', "'"],
  ...[
    '\u0000',
    '\u001f',
    '\t',
    '\r',
    '\v',
    '\f',
    '\u00a0',
    '\u2028',
    '\uFEFF',
    ' ',
    '\\u',
    '\\x',
    '\\u12',
    '01',
    '1.',
    '.5',
    '1e',
  ],
);

/** The same with a few changes, most of which leave no JSON. */
export const spoiled = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.array(fc.tuple(fc.nat(), fc.nat(2), noise), { minLength: 1, maxLength: 2 }))
    .map(([whole, changes]) =>
      changes.reduce((now, [place, gone, put]) => {
        const at = place % (now.length + 1);
        // A pair of surrogates may be torn: a stream of bytes has none that stand alone.
        return Buffer.from(now.slice(0, at) + (gone === 2 ? '' : put) + now.slice(at + gone)).toString();
      }, whole),
    );
