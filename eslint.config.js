import tseslint from 'typescript-eslint';
import rxjsX from 'eslint-plugin-rxjs-x';

const sizes = {
  'max-lines': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true, IIFEs: false }],
};

/** The floors of src from the ground up: what stands on one imports from those below and from itself, so no folders form a circle. */
const floors = [
  ['model'],
  ['sources/parse'],
  ['sources'],
  ['read', 'match'],
  ['identity'],
  ['settle'],
  ['cost'],
  ['history'],
  ['book', 'operators', 'changes'],
  ['store'],
  ['sinks', 'exports'],
  ['pipelineOptions.ts', 'sourceEvents.ts', 'summaryOf.ts'],
  ['repeat'],
  ['runOptions.ts'],
  ['planOf.ts'],
  ['pipeline.ts'],
  ['run.ts'],
  ['verify'],
  ['report'],
  ['index.ts', 'cli', 'page'],
];

const importsDownwards = floors.flatMap((rooms, floor) =>
  rooms.map((room) => ({
    files: room.endsWith('.ts') ? [`src/${room}`] : [`src/${room}/**/*.{ts,tsx}`],
    ignores: floors.slice(0, floor).flatMap((below) => below.map((other) => `src/${other}/**`)),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [...rooms.filter((other) => other !== room), ...floors.slice(floor + 1).flat()].map((other) => ({
            regex:
              room === 'sources/parse' && other === 'sources'
                ? String.raw`^\.\./(?!\.\./)`
                : String.raw`^(\./|(\.\./)+)${other.replace(/\.ts$/, String.raw`\.js$`)}${other.endsWith('.ts') ? '' : '/'}`,
            message: `src/${room} stands below src/${other}`,
          })),
        },
      ],
    },
  })),
);

export default tseslint.config(
  { ignores: ['dist/', 'examples/', 'bench/**/*.js', 'coverage/', 'node_modules/', 'data/', '*.config.*'] },
  ...tseslint.configs.strictTypeChecked,
  rxjsX.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...sizes,
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  ...importsDownwards,
  {
    files: ['src/cli/**'],
    ignores: ['src/cli/tell.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['name', 'property.name'].map((path) => ({
          selector: `CallExpression[callee.property.name='write'][callee.object.${path}=/^std(out|err)$/]`,
          message: 'src/cli/tell.ts makes text printable: write through it',
        })),
      ],
    },
  },
  // Generated.
  { files: ['src/settle/trusts.ts', 'src/exports/heads/**', 'src/store/shipped/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['test/**', 'bench/**'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
