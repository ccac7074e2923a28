import type { Asked, OrganizerReading, TranscriptSource } from '@kaigi/core';
import type { Locale } from '@kaigi/core/shared';
import type { Config, Municipality } from '../../config/config.ts';
import type { Secrets } from '../../config/secrets.ts';
import { createGraphClient, type GraphEditor } from '../../graph/graph-client.ts';
import { readPeople } from '../../graph/people.ts';
import { createTranscriptSource } from '../../graph/transcripts.ts';
import { createAppTokens } from '../../sign-in/app-tokens.ts';
import { createTransport } from '../../transport/transport.ts';
import { sentenceIn } from '../context.ts';
import { type Checked, checked } from './check.ts';

const WEEK_MS = 7 * 24 * 60 * 60_000;
/** Enough to see whether anybody's meetings are open to us. */
const ASKED = 100;

type Judged = Asked<readonly OrganizerReading[]>;

/** Whether transcripts of Teams may be read, for each municipality that has it switched on. */
export async function checkTranscripts(config: Config, secrets: Secrets, locale: Locale): Promise<Checked[]> {
  const on = config.municipalities.filter(({ id }) => config.transcriptTenants.includes(id));
  if (on.length === 0) return [checked('ok', 'transcripts.off')];
  const transport = createTransport(config.sandboxUrl);
  const tokens = createAppTokens({ clientId: config.clientId, clientSecret: secrets.clientSecret, transport });
  const graphOf = (municipalityId: string) => createGraphClient({ municipalityId, tokens, transport });
  const source = createTranscriptSource(graphOf);
  return Promise.all(
    on.map(async (municipality) => {
      const read = await readSome(graphOf(municipality.id), source, municipality.id);
      return judge(source, { municipality, locale }, read);
    }),
  );
}

async function readSome(graph: GraphEditor, source: TranscriptSource, municipalityId: string): Promise<Judged | null> {
  const people = await readPeople(graph).catch(() => null);
  if (people === null) return null;
  const from = new Date(Date.now() - WEEK_MS);
  const some = people.slice(0, ASKED).map(({ entraObjectId }) => ({ organizerOid: entraObjectId, token: null, from }));
  return source.newTranscripts(municipalityId, some);
}

interface About {
  readonly municipality: Municipality;
  readonly locale: Locale;
}

async function judge(
  source: TranscriptSource,
  { municipality: { name }, locale }: About,
  read: Judged | null,
): Promise<Checked> {
  const refused = (code: string) => checked('fail', 'transcripts.fail', { name, reason: sentenceIn(locale, code) });
  if (read === null || read.kind === 'LATER') return checked('warn', 'transcripts.unknown', { name });
  if (read.kind === 'REFUSED') return refused(read.code);
  const open = read.value.flatMap(({ outcome }) => (outcome.kind === 'OK' ? [outcome.value] : []));
  const [closed] = read.value.flatMap(({ outcome }) => (outcome.kind === 'REFUSED' ? [outcome.code] : []));
  if (open.length === 0) return closed ? refused(closed) : checked('warn', 'transcripts.unknown', { name });
  // Whether names are given is seen at a transcript only.
  const [seen] = open.flatMap(({ found }) => found);
  const content = seen ? await source.content(seen.key) : null;
  if (content?.kind === 'REFUSED') return refused(content.code);
  if (content?.kind === 'OK' && content.value.form === 'UNNAMED')
    return checked('warn', 'transcripts.unnamed', { name });
  return checked('ok', 'transcripts.ok', { name, open: open.length, asked: read.value.length });
}
