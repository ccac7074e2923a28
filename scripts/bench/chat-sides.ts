import { type ChildProcess, fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '@kaigi/core/platform';
import { CaseSupply } from './case-supply.ts';
import { fullRouteCase } from './cases.ts';
import {
  type Answer,
  approvePress,
  type ChatClient,
  CLIENT_ID,
  channelToken,
  chatClient,
  type Presser,
} from './chat-client.ts';
import type { Side } from './measure.ts';
import { type ProductUnderLoad, startProduct } from './product-under-load.ts';
import { quieten } from './quiet.ts';
import { standInConnector } from './stand-in-connector.ts';

/** The product and the bare bot, each behind its own door, pressed by one client. */
export interface ChatSides {
  readonly bot: Side;
  readonly echo: Side;
  readonly startSeconds: number;
  /** Bytes of the card that both answer. */
  readonly answerBytes: number;
  /** Presses at so many a second, whether or not the last was answered; milliseconds from when each was due. */
  latencies(perSecond: number, seconds: number): Promise<number[]>;
  close(): Promise<void>;
}

/** Every press must have been answered by a card; a refusal is quick, and would make a fine figure. */
function checked({ status, body }: Answer): string {
  if (status !== 200 || !body.includes('"application/vnd.microsoft.card.adaptive"')) {
    throw new RangeError(`a press was not answered by a card: ${status} ${body.slice(0, 300)}`);
  }
  return body;
}

interface Pressing {
  readonly client: ChatClient;
  readonly presser: Presser;
  readonly supply: CaseSupply;
}

async function press({ client, presser, supply }: Pressing): Promise<string | null> {
  const next = supply.take();
  return next ? checked(await client.post(approvePress(presser, next))) : null;
}

const FIRST_PRESSES = 5;

/** On a busy machine the first presses after a start may be answered with a promise of the card. */
async function firstAnswer(pressing: Pressing): Promise<string> {
  await pressing.supply.fill(FIRST_PRESSES);
  for (let attempt = 1; attempt < FIRST_PRESSES; attempt += 1) {
    const answer = await press(pressing).catch(() => null);
    if (answer) return answer;
  }
  return (await press(pressing)) ?? '';
}

function botSide(under: ProductUnderLoad, pressing: Pressing): Side {
  return {
    name: 'bot_per_s',
    share: 1,
    prepare: (expected) => pressing.supply.fill(expected),
    step: async () => (await press(pressing)) !== null,
    settle: () => quieten(under.db.owner),
  };
}

function echoSide(client: ChatClient, presser: Presser): Side {
  return {
    name: 'echo_per_s',
    share: 1,
    prepare: async () => undefined,
    async step() {
      checked(await client.post(approvePress(presser, { caseId: newId(), version: 2 })));
      return true;
    },
  };
}

/** A bare bot that answers every press, or every message, with the same. */
export async function startEcho(
  { product, office }: ProductUnderLoad,
  answer: string,
): Promise<{ url: string; child: ChildProcess }> {
  const file = path.join(product.home, 'answer.json');
  await writeFile(file, answer);
  const args = [product.sandboxUrl, office.as('').municipalityId, CLIENT_ID, file];
  const child = fork(path.join(import.meta.dirname, 'echo-bot.ts'), args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (said) => resolve((said as { port: number }).port));
    child.once('exit', (code) => reject(new RangeError(`the bare bot ended with ${code}`)));
  });
  return { url: `http://127.0.0.1:${port}/api/messages`, child };
}

async function openLoop(pressing: Pressing, perSecond: number, seconds: number): Promise<number[]> {
  const began = performance.now();
  const one = async (number: number): Promise<number> => {
    const due = began + (number * 1_000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    await press(pressing);
    return performance.now() - due;
  };
  return Promise.all(Array.from({ length: Math.floor(perSecond * seconds) }, (_, number) => one(number)));
}

export async function chatSides(): Promise<ChatSides> {
  const closers: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  try {
    const connector = await standInConnector();
    closers.push(connector.close);
    const under = await startProduct(connector.url);
    closers.push(under.close);
    const serviceUrl = `${under.product.sandboxUrl}/channel/`;
    const authorization = await channelToken(under.product.home, serviceUrl);
    const client = chatClient(`${under.product.serviceUrl}/api/messages`, authorization);
    closers.push(client.close);
    const { template, steps } = await fullRouteCase(under.office);
    const { entraObjectId, municipalityId } = under.office.as(steps[0]?.by ?? '');
    const presser = { entraObjectId, municipalityId, serviceUrl };
    const pressing = { client, presser, supply: new CaseSupply(under.db.owner, template) };
    const answer = await firstAnswer(pressing);
    const echo = await startEcho(under, answer);
    closers.push(() => void echo.child.kill());
    const echoClient = chatClient(echo.url, authorization);
    closers.push(echoClient.close);
    return {
      bot: botSide(under, pressing),
      echo: echoSide(echoClient, presser),
      startSeconds: under.startSeconds,
      answerBytes: Buffer.byteLength(answer),
      async latencies(perSecond, seconds) {
        await pressing.supply.fill(Math.ceil(perSecond * seconds));
        const measured = await openLoop(pressing, perSecond, seconds);
        await quieten(under.db.owner);
        return measured;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
