import { setTimeout as pause } from 'node:timers/promises';
import { addDays } from '@kaigi/core/shared';
import type { Page } from 'playwright-core';
import { MINATO } from '../../core/src/testing/test-city.ts';
import { CLIENT_ID } from './chat-client.ts';
import { percentile, rounded, say, type Turns } from './measure.ts';
import { MONDAY, type Office } from './schedules-office.ts';

const WITHIN_MS = 30_000;
const LONGEST_PAUSE_MS = 1_500;
const DAYS = 5;

type Write = (address: string, event: object) => Promise<void>;

/** Somebody else's way into Outlook: what they write there is news to the product. */
async function outlook({ product }: Office['under']): Promise<Write> {
  const form = { grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: 'sandbox-secret' };
  const answer = await fetch(`${product.sandboxUrl}/${MINATO}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...form, scope: 'https://graph.microsoft.com/.default' }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return async (address, event) => {
    const made = await fetch(`${product.sandboxUrl}/v1.0/users/${encodeURIComponent(address)}/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(event),
    });
    if (!made.ok) throw new RangeError(`no event was made: ${made.status} ${await made.text()}`);
  };
}

/** Of the people whose rows are in sight. */
async function addressesInSight(page: Page, { under }: Office): Promise<string[]> {
  const ids = await page
    .getByTestId('week-row')
    .evaluateAll((rows) =>
      rows.filter((row) => row.getBoundingClientRect().bottom < 900).map((row) => row.getAttribute('data-staff-id')),
    );
  const { rows } = await under.db.owner.query<{ address: string }>(
    'select sign_in_name as address from kaigi.directory_staff where staff_id = any($1::uuid[]) order by staff_id',
    [ids],
  );
  if (rows.length === 0) throw new RangeError('nobody is in sight');
  return rows.map(({ address }) => address);
}

/** Whole days stand on top of all others. */
function eventNamed(subject: string, day: number) {
  const at = (date: string) => ({ dateTime: `${date}T00:00:00`, timeZone: 'Tokyo Standard Time' });
  const [start, end] = [addDays(MONDAY, day), addDays(MONDAY, day + 1)];
  return { subject, start: at(start), end: at(end), isAllDay: true, categories: ['公開'] };
}

/** From an event's being written in Outlook to the frame of an open page that shows it. */
export async function benchNotify(office: Office, page: Page, { seconds }: Turns): Promise<Record<string, number>> {
  const [write, whose] = await Promise.all([outlook(office.under), addressesInSight(page, office)]);
  const changed = async (number: number): Promise<number> => {
    const subject = `計測 ${number}`;
    const shown = page.evaluate<number>(
      `window.whenBar(({ textContent }) => textContent === '${subject}').then(() => Date.now())`,
    );
    const began = Date.now();
    const event = eventNamed(subject, Math.floor(number / whose.length) % DAYS);
    await write(whose[number % whose.length] ?? '', event);
    const late = pause(WITHIN_MS, null, { ref: false });
    const at = await Promise.race([shown, late]);
    if (at === null) throw new RangeError(`「${subject}」 was not shown within ${WITHIN_MS / 1_000} s`);
    return at - began;
  };
  const times: number[] = [];
  const samples = Math.max(5, Math.round(seconds * 1.5));
  for (let number = 0; number < samples; number += 1) {
    times.push(await changed(number));
    // At every point of the pause in which news are gathered.
    await pause((number * 397) % LONGEST_PAUSE_MS);
  }
  say(`  ${samples} 回の変更：p95 ${percentile(times, 0.95).toFixed(0)} ms`);
  const of = (share: number) => rounded(percentile(times, share), 1);
  return { notify_to_grid_p50_ms: of(0.5), notify_to_grid_ms: of(0.95), notify_samples: samples };
}
