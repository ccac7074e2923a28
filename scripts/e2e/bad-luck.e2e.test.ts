import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@kaigi/core/contract';
import { folderBlobs } from '@kaigi/core/platform';
import { beginUpload, uploadOf } from './cut-upload.ts';
import { type ApiPerson, aRealDocx, signIn } from './people.ts';
import { aProduct, type Product } from './product.ts';

let product: Product;
let drafter: ApiPerson;
let subsectionHead: ApiPerson;
let sectionHead: ApiPerson;

const signInAll = async () => {
  drafter = await signIn(product, 'drafter');
  subsectionHead = await signIn(product, 'subsection-head');
  sectionHead = await signIn(product, 'section-head');
};
beforeAll(async () => {
  product = await aProduct();
  await product.start();
  await signInAll();
});
afterAll(async () => {
  await product?.stop();
  await product?.remove();
});

const submitted = async (title: string): Promise<CaseView> =>
  (await drafter.submit((await drafter.draft(title)).body)).body;

/** The person's chat with the bot, as their Teams window shows it. */
async function cardsOf(name: string, title: string): Promise<unknown[]> {
  const response = await fetch(`${product.sandboxUrl}/sandbox/teams/${name}@minato.example/messages`);
  const { items } = (await response.json()) as { items: unknown[] };
  return items.filter((message) => JSON.stringify(message).includes(title));
}

async function cardsArrive(name: string, title: string): Promise<unknown[]> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    const cards = await cardsOf(name, title);
    if (cards.length > 0) return cards;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return [];
}

async function restartAfterKill(): Promise<void> {
  await product.killService();
  await product.start();
  await signInAll();
}

it('started twice, says that it is there already, and the first goes on', async () => {
  const { code, output } = await product.startTwice();
  expect(code).toBe(1);
  expect(output).toContain('もう会議（Kaigi）が動いています');
  expect(output).not.toContain('準備に');
  expect((await fetch(`${product.serviceUrl}/readyz`)).status).toBe(200);
});

describe('a power cut between any two steps', () => {
  it('leaves the case where its last acknowledged action left it, and no card is lost', async () => {
    const title = '停電をまたぐ案件';
    const draft = (await drafter.draft(title, await aRealDocx('comments.docx'))).body;
    await restartAfterKill();
    expect(await drafter.read(draft.id)).toMatchObject({ status: 'DRAFT', version: draft.version });

    const waiting = (await drafter.submit(draft)).body;
    await restartAfterKill();
    expect(await drafter.read(draft.id)).toMatchObject({ status: 'IN_REVIEW', version: waiting.version });
    expect(await cardsArrive('subsection-head', title)).toHaveLength(1);

    const approved = (await subsectionHead.act(waiting, { act: 'approve' })).body;
    await restartAfterKill();
    expect(await cardsArrive('section-head', title)).toHaveLength(1);

    const decided = (await sectionHead.act(approved, { act: 'approve' })).body;
    await restartAfterKill();
    expect(await drafter.read(draft.id)).toMatchObject({ status: 'DECIDED', documentNumber: decided.documentNumber });
    expect((await drafter.history(draft.id)).map((entry) => entry.act)).toEqual([
      'DRAFTED',
      'SUBMITTED',
      'APPROVED',
      'DECIDED',
    ]);
    expect(await product.kaigi('verify')).toMatchObject({ code: 0 });
  });

  it('acts once on a press that is repeated after the cut', async () => {
    const waiting = await submitted('二度押しの案件');
    const first = await subsectionHead.act(waiting, { act: 'approve' });
    await restartAfterKill();
    const again = await subsectionHead.act(waiting, { act: 'approve' });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await drafter.history(waiting.id)).toHaveLength(3);
  });

  it('loses nothing of what is acknowledged while the service is killed under load', async () => {
    const waiting = await Promise.all(Array.from({ length: 8 }, (_, n) => submitted(`負荷の案件 ${n}`)));
    const acknowledged: string[] = [];
    const acting = waiting.map(async (view) => {
      const answer = await subsectionHead.act(view, { act: 'approve' }).catch(() => null);
      if (answer?.status === 200) acknowledged.push(view.id);
    });
    await Promise.race(acting);
    await product.killService();
    await Promise.all(acting);
    await product.start();
    await signInAll();
    for (const view of waiting) {
      const now = await drafter.read(view.id);
      const acts = (await drafter.history(view.id)).map((entry) => entry.act);
      expect(now.version).toBe(acts.length);
      if (acknowledged.includes(view.id)) expect(acts).toContain('APPROVED');
      const after = await subsectionHead.act(view, { act: 'approve' });
      expect(after.body).toMatchObject({ status: 'IN_REVIEW', holder: { postTitle: '課長' } });
    }
    expect(await product.kaigi('verify')).toMatchObject({ code: 0 });
  });
});

describe('a power cut in the middle of uploads', () => {
  const day = 24 * 60 * 60_000;
  const store = () => folderBlobs(path.join(product.home, 'blobs'));
  const coming = async () =>
    (await readdir(path.join(product.home, 'blobs', 'incoming')).catch(() => [])).filter(
      (name) => !name.startsWith('.'),
    );

  it('leaves nothing of them but what the night tidies away, and each can be sent again and is filed once', async () => {
    const cuts = [0.001, 0.5, 0.999, 1];
    const titles = cuts.map((cut) => `停電で切れた送信 ${cut}`);
    const filings = await Promise.all(
      titles.map(async (title) => beginUpload(product, drafter, title, await uploadOf(drafter, title))),
    );
    filings.forEach(({ call, body }, nth) => void call.write(body.subarray(0, body.length * (cuts[nth] ?? 0))));
    for (let lie = await coming(); lie.length < cuts.length - 1; lie = await coming())
      await new Promise((resolve) => setTimeout(resolve, 10));
    await product.killService();
    const answers = await Promise.all(filings.map(({ answer }) => answer));
    expect(answers.slice(0, -1)).toEqual([0, 0, 0]);
    const left = await coming();
    await product.start();
    await signInAll();
    expect(await coming()).toEqual(left);
    for (const { title, body } of filings) {
      const again = beginUpload(product, drafter, title, body);
      again.call.end(body);
      expect([title, await again.answer]).toEqual([title, 201]);
      const found = await drafter.call<{ total: number }>('GET', `/records?q=${encodeURIComponent(`"${title}"`)}`);
      expect([title, found.body.total]).toEqual([title, 1]);
    }
    expect(await store().tidy(new Date(Date.now() + day))).toBe(left.length);
    expect(await coming()).toEqual([]);
    expect(await product.kaigi('verify')).toMatchObject({ code: 0 });
  });
});

describe('people and tokens that have no business here', () => {
  it('does not know a token of another municipality’s person in this one’s cases', async () => {
    const waiting = await submitted('よその団体には見えない案件');
    const stranger = await signIn(product, 'section-head', 'yamato.example');
    const seen = await stranger.call('GET', `/cases/${waiting.id}`);
    expect(seen).toMatchObject({ status: 404, body: { code: 'approvals.not_found' } });
    const acted = await stranger.act(waiting, { act: 'approve' });
    expect(acted.status).toBe(404);
  });

  it('refuses an act by someone who is not the slot’s holder, in Japanese and with a code', async () => {
    const waiting = await submitted('番でない人の操作');
    const answer = await sectionHead.call('POST', `/cases/${waiting.id}/acts`, {
      act: 'approve',
      version: waiting.version,
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'approvals.not_the_holder' } });
    expect((answer.body as { detail: string }).detail).toContain('あなたの番ではありません');
  });

  it('answers a late act with the present state', async () => {
    const waiting = await submitted('遅れた操作');
    await subsectionHead.act(waiting, { act: 'approve' });
    const late = await drafter.call('POST', `/cases/${waiting.id}/acts`, { act: 'pullBack', version: waiting.version });
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'approvals.stale', present: { version: waiting.version + 1 } },
    });
  });

  it('refuses a hand-made body with a sentence', async () => {
    const waiting = await submitted('書き換えた本文');
    for (const body of [
      { act: 'approve' },
      { act: 'approve', version: 'x' },
      { act: 'decide', version: waiting.version },
      { act: 'approve', version: waiting.version, actor: 'mayor' },
      { act: 'sendBack', version: waiting.version, reason: ' ' },
    ]) {
      const answer = await subsectionHead.call('POST', `/cases/${waiting.id}/acts`, body);
      expect(answer.status).toBe(400);
    }
  });
});

describe('a card whose data was changed by hand', () => {
  const press = async (name: string, verb: string, data: unknown): Promise<string> => {
    const chat = `${product.sandboxUrl}/sandbox/teams/${name}@minato.example`;
    const { items } = (await (await fetch(`${chat}/messages`)).json()) as { items: { id: string }[] };
    const answer = await fetch(`${chat}/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messageId: items.at(-1)?.id, action: { type: 'Action.Execute', verb, data }, inputs: {} }),
    });
    return JSON.stringify(await answer.json());
  };

  it('can neither decide for another nor name another case, and is answered politely', async () => {
    const title = '手で変えたカード';
    const waiting = await submitted(title);
    await cardsArrive('subsection-head', title);
    const made = await press('subsection-head', 'approvals/approve', { caseId: 'x', version: 1 });
    expect(made).toContain('読み取れません');
    const finance = await signIn(product, 'finance-drafter');
    await finance.submit((await finance.draft('財政課の案件')).body);
    await cardsArrive('finance-subsection-head', '財政課の案件');
    const foreign = await press('finance-subsection-head', 'approvals/approve', {
      caseId: waiting.id,
      version: waiting.version,
    });
    expect(foreign).toContain('見つからない');
    const unknown = await press('subsection-head', 'approvals/decide-for-all', {});
    expect(unknown).not.toContain('stack');
    expect(await drafter.read(waiting.id)).toMatchObject({ version: waiting.version });
  });
});
