import { defineConfig } from 'vite';

/** Libraries change seldom and the pages often: kept apart, a release costs a phone only the pages. */
const LIBRARIES = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 4 },
  { name: 'query', test: /node_modules[\\/]@tanstack[\\/]/, priority: 4 },
  { name: 'teams', test: /node_modules[\\/]@microsoft[\\/]teams-js[\\/]/, priority: 4 },
  { name: 'msal', test: /node_modules[\\/]@azure[\\/]/, priority: 4 },
  {
    name: 'fluent',
    test: /node_modules[\\/](@fluentui(?![\\/](react-charts|chart-utilities))|@griffel|@floating-ui|tabster|keyborg|@ctrl)[\\/]/,
    priority: 3,
  },
  // Only the page of statistics needs them. Last: a group takes what its modules need along, and Fluent is needed first.
  {
    name: 'charts',
    test: /node_modules[\\/](@fluentui[\\/](react-charts|chart-utilities)|d3-[a-z-]+)[\\/]/,
    priority: 1,
  },
];

export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The basics are pure: what a page does not use, such as the schemas, stays out with all that they need.
      treeshake: { moduleSideEffects: [{ test: /core[\\/]src[\\/]/, sideEffects: false }] },
      output: { codeSplitting: { groups: LIBRARIES } },
      // Fluent marks its modules for server components, which we have none of.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
});
