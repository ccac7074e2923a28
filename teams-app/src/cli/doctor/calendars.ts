import type { CalendarAnswer } from '@kaigi/core';
import type { Locale } from '@kaigi/core/shared';
import type { Config, Municipality } from '../../config/config.ts';
import type { Secrets } from '../../config/secrets.ts';
import { createCalendars } from '../../graph/calendars.ts';
import { createGraphClient, type GraphEditor } from '../../graph/graph-client.ts';
import { readPeople } from '../../graph/people.ts';
import { createAppTokens } from '../../sign-in/app-tokens.ts';
import { createTransport } from '../../transport/transport.ts';
import { sentenceIn } from '../context.ts';
import { type Checked, checked } from './check.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Enough to find somebody who has a calendar. */
const ASKED = 20;

type Outcome = CalendarAnswer<unknown> | { readonly kind: 'NOBODY' };

interface Looking {
  readonly graph: GraphEditor;
  readonly municipalityId: string;
  readonly calendars: ReturnType<typeof createCalendars>;
}

/** Free and busy of some people, and then one calendar whole: two permissions. */
async function look({ graph, municipalityId, calendars }: Looking): Promise<Outcome> {
  const people = await readPeople(graph).catch(() => null);
  if (people === null) return { kind: 'NOBODY' };
  const window = { from: new Date(), to: new Date(Date.now() + DAY_MS) };
  const mailboxes = people.slice(0, ASKED).map(({ signInName }) => signInName);
  const glance = await calendars.glance(municipalityId, { mailboxes, ...window });
  if (glance.kind !== 'OK') return glance;
  const [mailbox] = [...glance.value].find(([, { kind }]) => kind === 'OK') ?? [];
  if (mailbox === undefined) return { kind: 'NOBODY' };
  return calendars.changes(municipalityId, mailbox, { ...window, token: null });
}

function judge({ name }: Municipality, outcome: Outcome, locale: Locale): Checked {
  if (outcome.kind === 'OK') return checked('ok', 'calendars.ok', { name });
  if (outcome.kind === 'REFUSED')
    return checked('fail', 'calendars.fail', { name, reason: sentenceIn(locale, outcome.code) });
  return checked('warn', 'calendars.unknown', { name });
}

/** Whether calendars may be read, for each municipality that has it switched on. */
export async function checkCalendars(config: Config, secrets: Secrets, locale: Locale): Promise<Checked[]> {
  const on = config.municipalities.filter(({ id }) => config.calendarTenants.includes(id));
  if (on.length === 0) return [checked('ok', 'calendars.off')];
  const transport = createTransport(config.sandboxUrl);
  const tokens = createAppTokens({ clientId: config.clientId, clientSecret: secrets.clientSecret, transport });
  const graphOf = (municipalityId: string) => createGraphClient({ municipalityId, tokens, transport });
  const { publicUrl, calendarTenants: municipalityIds } = config;
  const calendars = createCalendars(graphOf, { publicUrl, municipalityIds });
  return Promise.all(
    on.map(async (municipality) => {
      const looking = { graph: graphOf(municipality.id), municipalityId: municipality.id, calendars };
      return judge(municipality, await look(looking), locale);
    }),
  );
}
