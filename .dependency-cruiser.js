// Who may import whom (docs: CONTRIBUTING.md, "The house"). Each rule says what is wrong, why, and how to mend it.
const CAPABILITIES = [
  'approvals',
  'telework',
  'minutes',
  'schedules',
  'records',
  'directory',
  'notifications',
  'regulations',
  'ledger',
];
// What each may see below it, beside shared and platform. A lower capability tells a higher one by a fact, never by a call.
const BELOW = {
  ledger: [],
  directory: ['ledger'],
  notifications: ['directory'],
  regulations: ['ledger', 'directory'],
  records: ['ledger', 'directory', 'regulations'],
  approvals: ['ledger', 'directory', 'notifications', 'regulations', 'records'],
  telework: ['ledger', 'directory', 'notifications', 'regulations', 'records', 'approvals'],
  minutes: ['ledger', 'directory', 'notifications', 'regulations', 'records', 'approvals'],
  schedules: ['ledger', 'directory', 'notifications', 'regulations', 'records', 'approvals', 'telework', 'minutes'],
};
const TESTS = '([.-](test|fixtures?)\\.tsx?$|/testing/)';

const below = Object.entries(BELOW).map(([name, seen]) => ({
  name: `core-${name}-looks-down-only`,
  severity: 'error',
  comment: `${name} may ask ${seen.join(', ') || 'no other capability'}. Why: a lower capability that calls a higher one makes a knot. Fix: emit a fact into the outbox, or take the question as a parameter.`,
  from: { path: `^core/src/${name}/`, pathNot: TESTS },
  to: { path: '^core/src/', pathNot: `^core/src/(shared|platform|${[name, ...seen].join('|')})/` },
}));

const doors = {
  name: 'capability-by-its-door',
  severity: 'error',
  comment:
    'A capability is asked through its index.ts, or its contract.ts for wire types. Why: what is not exported may change. Fix: export it from the door, or do without.',
  from: { path: `^core/src/(${CAPABILITIES.join('|')})/`, pathNot: TESTS },
  to: {
    path: `^core/src/(${CAPABILITIES.join('|')})/`,
    pathNot: ['^core/src/$1/', '^core/src/[^/]+/(index|contract)\\.ts$'],
  },
};

/** By name wherever they stand, and whole folders of rules. */
const PURE = [
  '^core/src/.+/(rules|policy|permissions|may|present|text|contract|case|content|route|facts|replay)\\.ts$',
  '^core/src/approvals/(acts|cards)/',
  '^core/src/regulations/(engine|language)/',
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Files that import each other. Why: neither can be read alone. Fix: move what both need below both.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-imports-nothing',
      severity: 'error',
      comment: 'shared/ is pure basics. Why: everything stands on it. Fix: move the file to platform/ or a capability.',
      from: { path: '^core/src/shared/', pathNot: TESTS },
      to: { path: '^core/src/', pathNot: '^core/src/shared/' },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      comment: 'platform/ imports shared/ only. Why: doors have no business words.',
      from: { path: '^core/src/platform/', pathNot: TESTS },
      to: { path: '^core/src/', pathNot: '^core/src/(shared|platform)/' },
    },
    ...below,
    doors,
    {
      name: 'pure-stays-pure',
      severity: 'error',
      comment:
        'Rules, policies, presenters, cards and texts use no Node, no database, no clock. Why: they are tested without any. Fix: fetch in service.ts and pass the value in.',
      from: { path: PURE, pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-stays-off-the-database',
      severity: 'error',
      comment: 'A pure file must not import a store, queries, a service or platform.',
      from: { path: PURE, pathNot: TESTS },
      to: { path: '^core/src/(platform/|.+/(store|queries|service)\\.ts$)', preCompilationOnly: false },
    },
    {
      name: 'core-knows-no-edge',
      severity: 'error',
      comment: 'The core knows no Teams, HTTP server, Graph or React.',
      from: { path: '^core/' },
      to: {
        path: [
          '^(bot|tab|office-addin|teams-app|appPackage|sandbox)/',
          'node_modules/(fastify|botbuilder|react|@microsoft|@azure|@fluentui)',
        ],
      },
    },
    {
      name: 'bot-asks-core-only',
      severity: 'error',
      comment: 'bot/ looks down to core/ only.',
      from: { path: '^bot/' },
      to: { path: '^(tab|office-addin|teams-app|appPackage|sandbox)/' },
    },
    {
      name: 'botbuilder-lives-in-bot',
      severity: 'error',
      comment: 'The SDK is archived: a later move must touch one folder.',
      from: { pathNot: ['^bot/', '^sandbox/.*\\.test\\.ts$', '^scripts/bench/'] },
      to: { path: 'node_modules/(botbuilder|botframework)' },
    },
    {
      name: 'pages-use-contracts-only',
      severity: 'error',
      comment: 'tab and office-addin reach the core through HTTP; from its code only contracts and shared basics.',
      from: { path: '^(tab|office-addin)/src/' },
      to: {
        path: '^(core/src/(?!(shared/|testing/shaking\\.ts|contract\\.ts|[^/]+/contract\\.ts))|bot/|teams-app/|appPackage/|sandbox/)',
      },
    },
    {
      name: 'nobody-imports-the-sandbox',
      severity: 'error',
      comment: 'Product code must not know whether Graph is Microsoft or ours.',
      from: { pathNot: '^(sandbox|scripts)/' },
      to: { path: '^sandbox/' },
    },
    {
      name: 'the-sandbox-imports-nobody',
      severity: 'error',
      comment: 'The sandbox is the outside world.',
      from: { path: '^sandbox/src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(core|bot|tab|office-addin|teams-app|appPackage)/' },
    },
    {
      name: 'sql-driver-lives-in-platform',
      severity: 'error',
      comment: 'pg is reached through platform/.',
      from: { path: '^core/src/', pathNot: ['^core/src/platform/', TESTS] },
      to: { path: 'node_modules/pg/', preCompilationOnly: false },
    },
    {
      name: 'teams-js-in-one-folder',
      severity: 'error',
      comment: 'teams-js lives in tab/src/teams behind our own interface.',
      from: { path: '^tab/src/', pathNot: ['^tab/src/teams/', TESTS] },
      to: { path: 'node_modules/@microsoft/teams-js' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|\\.build/|scripts/check/planted)' },
    tsPreCompilationDeps: 'specify',
    parser: 'tsc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
