import { badInput } from '@kaigi/core/shared';
import { createGraphClient } from '../graph/graph-client.ts';
import { type Imported, importOrganisation } from '../jobs/import-organisation.ts';
import { createAppTokens } from '../sign-in/app-tokens.ts';
import { createTransport } from '../transport/transport.ts';
import { type Command, type Context, chosen, EXIT, openHere, using } from './context.ts';

const SHOWN_NAMES = 10;

export const importOrgCommand: Command = {
  name: 'import-org',
  options: { csv: { type: 'string' } },
  async run(context) {
    const municipalities = chosen(context);
    const { csv } = context.options;
    if (typeof csv === 'string' && municipalities.length > 1 && !csv.includes('{tenantId}'))
      throw badInput('import.which');
    return using(openHere(context), async ({ suite }) => {
      const answers: (Imported & { municipalityId: string })[] = [];
      for (const { id, name } of municipalities) {
        const imported = await importOrganisation({ ...partsOf(context), directory: suite.directory }, id);
        answers.push({ municipalityId: id, ...imported });
        sayImported(context, name, imported);
      }
      context.answer({ municipalities: answers });
      return EXIT.ok;
    });
  },
};

function partsOf({ config, secrets, options }: Context) {
  const transport = createTransport(config.sandboxUrl);
  const tokens = createAppTokens({ clientId: config.clientId, clientSecret: secrets.clientSecret, transport });
  return {
    graphOf: (municipalityId: string) => createGraphClient({ municipalityId, tokens, transport }),
    orgCsv: typeof options.csv === 'string' ? options.csv : config.orgCsv,
  };
}

function sayImported(context: Context, name: string, { people, posts, unknown }: Imported): void {
  context.say('import.done', { name, people, posts });
  if (unknown.length === 0) return;
  const more = unknown.length > SHOWN_NAMES ? ' …' : '';
  context.say('import.unknown', { count: unknown.length, names: unknown.slice(0, SHOWN_NAMES).join(', ') + more });
}
