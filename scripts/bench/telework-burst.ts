import { type ChatClient, channelToken, chatClient } from './chat-client.ts';
import { startEcho } from './chat-sides.ts';
import { median, percentile, rounded, say, type Turns } from './measure.ts';
import { type ProductUnderLoad, startProduct } from './product-under-load.ts';
import { quieten } from './quiet.ts';
import { type StandInConnector, standInConnector } from './stand-in-connector.ts';
import { CROWD, counted, knowEverybody, message, moveIn, withRepeats } from './telework-crowd.ts';

type OnClose = (close: () => Promise<void>) => void;

const PER_SECOND = 150;
// Of one channel's connections at the same time.
const AT_ONCE = 32;

interface Burst {
  readonly under: ProductUnderLoad;
  readonly bot: ChatClient;
  readonly echo: ChatClient;
  readonly serviceUrl: string;
}

async function accepted(client: ChatClient, activity: string): Promise<void> {
  const { status, body } = await client.post(activity);
  if (status !== 200) throw new RangeError(`a message was not taken: ${status} ${body.slice(0, 300)}`);
}

/** All of them as fast as they are taken: how many a second. */
async function pour(client: ChatClient, activities: readonly string[]): Promise<number> {
  const left = activities.values();
  const began = performance.now();
  const worker = async (): Promise<void> => {
    for (const one of left) await accepted(client, one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return (activities.length * 1_000) / (performance.now() - began);
}

/** So many a second, whether or not the last was answered; milliseconds from when each was due. */
async function steadily(client: ChatClient, activities: readonly string[]): Promise<number[]> {
  const began = performance.now();
  const one = async (activity: string, number: number): Promise<number> => {
    const due = began + (number * 1_000) / PER_SECOND;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    await accepted(client, activity);
    return performance.now() - due;
  };
  return Promise.all(activities.map(one));
}

async function open(connector: StandInConnector, onClose: OnClose): Promise<Burst & { people: string[] }> {
  const under = await startProduct(connector.url);
  onClose(under.close);
  const people = await moveIn(under.office);
  const serviceUrl = connector.url;
  await knowEverybody(under.db.owner, serviceUrl);
  const authorization = await channelToken(under.product.home, serviceUrl);
  const bot = chatClient(`${under.product.serviceUrl}/api/messages`, authorization);
  onClose(async () => bot.close());
  const [first = '', ...rest] = people;
  // What the product answers is what the bare bot answers too.
  await accepted(bot, message(first, { text: '開始', id: 'first', serviceUrl }));
  const sent = JSON.parse(connector.last()) as Record<string, unknown>;
  const answer = JSON.stringify({ type: 'message', summary: sent.summary, attachments: sent.attachments });
  if (!answer.includes('勤務中')) throw new RangeError(`「開始」 was not answered by a card: ${answer.slice(0, 300)}`);
  const echo = await startEcho(under, answer);
  onClose(async () => void echo.child.kill());
  const echoClient = chatClient(echo.url, authorization);
  onClose(async () => echoClient.close());
  return { under, bot, echo: echoClient, serviceUrl, people: rest };
}

/** 8:30: everybody of a city of 20,000 sends 「開始」 at once, one in ten of the messages comes twice. */
export async function benchBurst({ runs, seconds }: Turns, onClose: OnClose): Promise<Record<string, number>> {
  const connector = await standInConnector();
  onClose(async () => connector.close());
  const burst = await open(connector, onClose);
  const { under, bot, echo, serviceUrl, people } = burst;
  const { owner } = under.db;
  await quieten(owner);
  await pour(echo, withRepeats(people.slice(0, 500), '開始', serviceUrl));
  const since = new Date(Date.now() - 1_000);
  const share = Math.ceil(people.length / runs);
  const rates: Record<'bot' | 'echo', number[]> = { bot: [], echo: [] };
  for (let run = 0; run < runs; run += 1) {
    const those = people.slice(run * share, (run + 1) * share);
    rates.echo.push(await pour(echo, withRepeats(those, '開始', serviceUrl)));
    rates.bot.push(await pour(bot, withRepeats(those, '開始', serviceUrl)));
    say(`  ${run + 1}/${runs} burst: ${rates.bot.at(-1)?.toFixed(0)}/s, bare bot: ${rates.echo.at(-1)?.toFixed(0)}/s`);
  }
  const { lost, twice } = await counted(owner, people, { punch: 'START', since });
  await quieten(owner);
  const ending = people.slice(0, Math.min(people.length, Math.floor(PER_SECOND * seconds)));
  const times = await steadily(
    bot,
    ending.map((objectId, nth) => message(objectId, { text: '終了', id: `end ${nth}`, serviceUrl })),
  );
  await quieten(owner);
  return {
    burst_people: CROWD,
    burst_per_s: rounded(median(rates.bot)),
    burst_echo_per_s: rounded(median(rates.echo)),
    burst_vs_echo: rounded(median(rates.bot) / median(rates.echo), 2),
    ...{ burst_lost: lost, burst_twice: twice },
    burst_p50_ms: rounded(percentile(times, 0.5), 1),
    burst_p99_ms: rounded(percentile(times, 0.99), 1),
  };
}
