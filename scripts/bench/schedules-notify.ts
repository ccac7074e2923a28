import { setTimeout as pause } from 'node:timers/promises';
import type { WeekView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { MINATO } from '../../core/src/testing/test-city.ts';
import type { OnClose } from './approvals.ts';
import { CLIENT_ID } from './chat-client.ts';
import { percentile, rounded, say, type Turns } from './measure.ts';
import { type Office, weekPath } from './schedules-office.ts';

const WITHIN_MS = 30_000;
const LONGEST_PAUSE_MS = 1_500;

interface OpenPage {
  /** How often it was told so far that calendars have changed. */
  told(): number;
  /** Once it was told more often than that. */
  toldAgain(than: number): Promise<void>;
}

/** What a page hears that shows calendars. */
async function openPage({ under, viewer }: Office, onClose: OnClose): Promise<OpenPage> {
  const stopping = new AbortController();
  onClose(async () => stopping.abort());
  const headers = { authorization: `Bearer ${viewer.token}` };
  const stream = await fetch(`${under.product.serviceUrl}/api/v1/changes`, { headers, signal: stopping.signal });
  let told = 0;
  let heard = Promise.withResolvers<void>();
  const listen = async () => {
    let rest = '';
    for await (const piece of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const lines = `${rest}${piece}`.split('\n');
      rest = lines.pop() ?? '';
      const news = lines.filter((line) => line.includes('"kind":"schedules"')).length;
      if (news === 0) continue;
      told += news;
      heard.resolve();
      heard = Promise.withResolvers<void>();
    }
  };
  listen().catch((error: unknown) => {
    if (!stopping.signal.aborted) say(`変更の知らせが途切れました：${String(error)}`);
  });
  return {
    told: () => told,
    async toldAgain(than) {
      const late = pause(WITHIN_MS, true, { ref: false });
      while (told <= than)
        if (await Promise.race([heard.promise, late])) throw new RangeError('nothing was told to the open page');
    },
  };
}

/** Somebody else's way into Outlook: what they write there is news to the product. */
async function outlook({ product }: Office['under']) {
  const form = { grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: 'sandbox-secret' };
  const answer = await fetch(`${product.sandboxUrl}/${MINATO}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...form, scope: 'https://graph.microsoft.com/.default' }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return async (address: string, event: object): Promise<void> => {
    const made = await fetch(`${product.sandboxUrl}/v1.0/users/${encodeURIComponent(address)}/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(event),
    });
    if (!made.ok) throw new RangeError(`no event was made: ${made.status} ${await made.text()}`);
  };
}

async function addresses({ under }: Office, people: readonly string[]): Promise<string[]> {
  const { rows } = await under.db.owner.query<{ address: string }>(
    'select sign_in_name as address from kaigi.directory_staff where staff_id = any($1::uuid[]) order by staff_id',
    [people],
  );
  return rows.map(({ address }) => address);
}

function eventNamed(subject: string) {
  const day = localDateOf(new Date());
  const at = (time: string) => ({ dateTime: `${day}T${time}:00`, timeZone: 'Tokyo Standard Time' });
  return { subject, start: at('18:00'), end: at('18:30'), categories: ['公開'] };
}

/** From an event's being written in Outlook until an open page was told, has asked for its grid again, and has it. */
export async function benchNotify(
  office: Office,
  group: readonly string[],
  { turns, onClose }: { readonly turns: Turns; readonly onClose: OnClose },
): Promise<Record<string, number>> {
  const { viewer } = office;
  const [page, write, whose] = await Promise.all([
    openPage(office, onClose),
    outlook(office.under),
    addresses(office, group),
  ]);
  const from = localDateOf(new Date());
  const shows = async (subject: string): Promise<boolean> => {
    const { body } = await viewer.call<WeekView>('GET', `${weekPath(group)}&from=${from}`);
    return body.rows.some(({ items }) => items.some(({ title }) => title === subject));
  };
  const changed = async (number: number): Promise<number> => {
    const subject = `計測 ${number}`;
    let before = page.told();
    const began = performance.now();
    await write(whose[number % whose.length] ?? '', eventNamed(subject));
    for (;;) {
      await page.toldAgain(before);
      before = page.told();
      if (await shows(subject)) return performance.now() - began;
    }
  };
  const times: number[] = [];
  const samples = Math.max(5, Math.round(turns.seconds * 1.5));
  for (let number = 0; number < samples; number += 1) {
    times.push(await changed(number));
    // At every point of the pause in which news are gathered.
    await pause((number * 397) % LONGEST_PAUSE_MS);
  }
  say(`  ${samples} 回の変更：p95 ${percentile(times, 0.95).toFixed(0)} ms`);
  const of = (share: number) => rounded(percentile(times, share), 1);
  return { notify_to_grid_p50_ms: of(0.5), notify_to_grid_ms: of(0.95), notify_samples: samples };
}
