// Three kinds of test, told apart by the file name (CONTRIBUTING.md, "Tests"):
//   *.test.ts(x)      no input or output at all; passes on a bare machine in seconds
//   *.pg.test.ts      a real PostgreSQL, one fresh database per file
//   *.e2e.test.ts     the started product: HTTP, bot activities, a real browser
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2024',
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
  },
];

const database = {
  globalSetup: '<rootDir>/core/src/testing/global-setup.ts',
  globalTeardown: '<rootDir>/core/src/testing/global-teardown.ts',
};

const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': swc },
  setupFilesAfterEnv: ['<rootDir>/core/src/testing/fixed-seed.ts'],
  roots: [
    '<rootDir>/core',
    '<rootDir>/bot',
    '<rootDir>/teams-app',
    '<rootDir>/tab',
    '<rootDir>/office-addin',
    '<rootDir>/appPackage',
    '<rootDir>/sandbox',
    '<rootDir>/scripts',
  ],
};

export default {
  // Real databases and browsers on a busy two-core machine; a test that hangs still ends.
  testTimeout: 180_000,
  // A worker keeps what it has loaded for every file: at 5 GB two thirds of its work was clearing up. Past this it is
  // replaced between two files.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      testPathIgnorePatterns: ['/node_modules/', '\\.(pg|e2e)\\.test\\.tsx?$'],
    },
    { ...common, ...database, displayName: 'pg', testMatch: ['**/*.pg.test.ts'] },
    {
      ...common,
      ...database,
      displayName: 'e2e',
      testEnvironment: '<rootDir>/scripts/e2e/failure-environment.mjs',
      testMatch: ['**/*.e2e.test.ts'],
    },
  ],
};
