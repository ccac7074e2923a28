import { type Command, EXIT, openHere, using } from './context.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  options: {},
  run: (context) =>
    using(openHere(context), async ({ migrated }) => {
      context.say(migrated.length > 0 ? 'migrate.done' : 'migrate.nothing', { count: migrated.length });
      context.answer({ applied: migrated });
      return EXIT.ok;
    }),
};
