import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The domain's rooms from left to right: each may use what stands left of it, and none the reverse (docs/decisions/013). */
const ROOMS = [
  ['settings'],
  ['identity', 'topics'],
  ['authorship'],
  ['threads'],
  ['posts'],
  ['privacy'],
  ['moderation'],
  ['search', 'following'],
];
const GROUND = ['platform', 'i18n', 'prisma'];
const room = (name) => `domain/${name}`;
const EVERY_ROOM = ROOMS.flat().map(room);

/** What each part of the house may import besides itself. */
const MAY_IMPORT = {
  i18n: [],
  prisma: [],
  search: [],
  platform: ['i18n', 'prisma'],
  forms: [...GROUND, 'host', room('identity')],
  components: ['i18n', 'platform', 'forms', ...EVERY_ROOM],
  enhance: ['i18n', 'components'],
  routes: ['i18n', 'platform', 'forms', 'host', 'components', 'styles', ...EVERY_ROOM],
  commands: [...GROUND, 'host', 'seed', ...EVERY_ROOM],
  host: [...GROUND, 'search', 'seed', 'commands', ...EVERY_ROOM],
  seed: [...GROUND, ...EVERY_ROOM],
  e2e: ['i18n', 'platform'],
  bench: [...GROUND, 'host', 'seed', 'e2e', 'search', ...EVERY_ROOM],
  ...Object.fromEntries(
    ROOMS.flatMap((names, index) =>
      names.map((name) => [room(name), [...GROUND, ...ROOMS.slice(0, index).flat().map(room), ...mayAlso(name)]]),
    ),
  ),
};

function mayAlso(name) {
  if (name === 'topics') return [room('identity')];
  return name === 'search' ? ['search'] : [];
}

const folder = (type, pattern) => ({ type, pattern, mode: 'full' });
/** The first that fits wins: rooms within rooms stand before them. */
const ELEMENTS = [
  ...ROOMS.flat().map((name) => folder(room(name), `app/domain/${name}/**/*`)),
  folder('host', 'app/platform/host/**/*'),
  folder('commands', 'app/platform/commands/**/*'),
  folder('forms', 'app/platform/forms/**/*'),
  folder('platform', 'app/platform/**/*'),
  folder('components', 'app/components/**/*'),
  folder('enhance', 'app/enhance/**/*'),
  folder('i18n', 'app/i18n/**/*'),
  folder('styles', 'app/styles/**/*'),
  folder('routes', 'app/**/*'),
  folder('seed', 'prisma/seed/**/*'),
  folder('prisma', 'prisma/**/*'),
  folder('search', 'search/**/*'),
  folder('e2e', 'e2e/**/*'),
  folder('bench', 'bench/**/*'),
];

/** Tests stand beside what they test, but set up whatever they need. */
const TESTS = ['**/*.test.{ts,tsx}', 'app/routes/**/testing/**', 'prisma/testing/**', 'prisma/factories/**', 'e2e/**'];
const DEFAULT_EXPORTS = [
  'app/root.tsx',
  'app/entry.*.tsx',
  'app/routes/**',
  '*.config.{js,ts}',
  '**/*.d.ts',
  '**/worker.ts',
];

const noReact = {
  group: ['react', 'react-*', 'react/*', '@remix-run/*', '#app/components/*', '#app/routes/*'],
  message: 'The domain knows neither Remix nor React: routes call it.',
};
const noUpwardPaths = {
  group: ['../../../*'],
  message: 'Import it by #app/…, #prisma/…, #search/… or #e2e/….',
};
const noData = {
  group: ['**/*.server.ts', '#prisma/*', '#search/*'],
  allowTypeImports: true,
  message: 'Components get props: data is fetched by the route.',
};

export default tseslint.config(
  { ignores: ['build/', 'data/', 'prisma/generated/', 'test-results/', 'playwright-report/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowInGenericTypeArguments: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A promise given on is awaited by who asked; the stack keeps it either way.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // Types here write methods short; what is handed round is closures, not classes' methods.
      '@typescript-eslint/unbound-method': 'off',
      // It asks for `!`, which no-non-null-assertion refuses.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // A branded result type is worth a parameter of its own: `newId<ThreadId>()`.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // tsconfig's noPropertyAccessFromIndexSignature asks for the opposite.
      '@typescript-eslint/dot-notation': 'off',
      'no-console': 'error',
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noUpwardPaths] }],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Export it by its name.' }],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': ELEMENTS,
      'boundaries/include': ['app/**/*', 'prisma/**/*', 'search/**/*', 'e2e/**/*', 'bench/**/*'],
      'boundaries/legacy-warnings': false,
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message: '{{from.type}} must not import {{to.type}} (docs/decisions/013)',
          policies: Object.entries(MAY_IMPORT).map(([from, allowed]) => ({
            from: { element: { type: from } },
            allow: { to: { element: { types: { anyOf: [from, ...allowed] } } } },
          })),
        },
      ],
    },
  },
  {
    files: ['app/domain/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noUpwardPaths, noReact] }] },
  },
  {
    files: ['app/components/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noUpwardPaths, noData] }] },
  },
  {
    files: ['**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat['recommended-latest']],
    settings: { 'jsx-a11y': { polymorphicPropName: 'as' } },
  },
  {
    files: ['app/routes/**', 'app/root.tsx', 'app/platform/forms/**', 'app/platform/host/guarded-build.server.ts'],
    // Remix lets routes throw their answers.
    rules: { '@typescript-eslint/only-throw-error': 'off' },
  },
  { files: DEFAULT_EXPORTS, rules: { 'no-restricted-syntax': 'off' } },
  {
    // Declarations that are merged with a library's own.
    files: ['**/*.d.ts', 'app/platform/host/load-context.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    files: TESTS,
    rules: {
      'boundaries/dependencies': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    // What speaks to a person at a terminal.
    files: ['app/platform/host/welcome.server.ts', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
);
