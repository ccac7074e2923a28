import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AddresseesSchema, type InstructionView } from '@kaigi/core/contract';
import { shoot } from '../testing/browser.ts';
import { aCase, caseId } from '../testing/cases.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { eventually } from '../testing/eventually.ts';
import {
  aDraftedInstruction,
  anInstruction,
  aReceivedInstruction,
  instructionId,
  instructionPage,
} from '../testing/instructions.ts';
import { DRAFTER, SECTION_HEAD, SUBSECTION_HEAD } from '../testing/people.ts';
import { pressRetry } from '../testing/press-retry.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

interface World {
  readonly received?: readonly InstructionView[];
  readonly given?: readonly InstructionView[];
  readonly below?: readonly (typeof DRAFTER)[];
}

function serve({ received = [], given = [], below = [] }: World): void {
  desk.service.answer('GET /api/v1/instructions', ({ path }) => ({
    body: instructionPage(...(path.includes('box=given') ? given : received)),
  }));
  desk.service.answer('GET /api/v1/instructions/addressees', () => ({
    body: AddresseesSchema.parse({ items: below, more: false }),
  }));
  for (const view of [...received, ...given])
    desk.service.answer(`GET /api/v1/instructions/${view.id}`, () => ({ body: view }));
}

const LONG = '市民活動支援事業補助金交付要綱'.repeat(12);
const both = (): World => ({
  received: [
    aReceivedInstruction(),
    aReceivedInstruction({ id: instructionId(3), overdue: true, dueOn: '2026-11-01', purpose: LONG }),
  ],
  given: [anInstruction({ id: instructionId(4) }), aDraftedInstruction()],
  below: [SUBSECTION_HEAD, DRAFTER],
});

describe('A-43: the page of 作成指示', () => {
  it.each([1280, 400])('shows what was received and given at %i, with deadlines and returns', async (width) => {
    serve(both());
    const { page, complaints } = await desk.open('#/instructions', { viewport: { width, height: 900 } });
    const rows = page.getByTestId('instruction-row');
    await rows.first().waitFor();
    await shoot(page, `instructions-${width}`);
    expect(await rows.count()).toBe(4);
    expect(await rows.nth(0).innerText()).toContain('政策課 政策係 係長 係長 花子 から');
    expect(await rows.nth(1).innerText()).toContain('過ぎています');
    expect(await rows.nth(3).innerText()).toContain('差戻し 2 回');
    expect(await rows.nth(0).getByTestId('draft-from').count()).toBe(1);
    expect(await rows.nth(2).getByTestId('draft-from').count()).toBe(0);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });

  it('is reached from the navigation, says that it loads, that nothing is there, and that it failed', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    serve({});
    desk.service.answer('GET /api/v1/instructions', async () => {
      await promise;
      return { body: instructionPage() };
    });
    const { page } = await desk.open('#/inbox');
    await page.getByTestId('nav-instructions').click();
    await page.getByTestId('loading').waitFor();
    resolve();
    await page.getByTestId('empty').waitFor();
    expect(await page.getByTestId('instruction-form').count()).toBe(0);
    const body = desk.service.world.problem(503, 'platform.busy', '混み合っています。');
    desk.service.answer('GET /api/v1/instructions', () => ({ status: 503, body }));
    const other = (await desk.open('#/instructions')).page;
    await other.getByTestId('error').waitFor({ timeout: 45_000 });
    await pressRetry({ restore: () => serve(both()) }, other);
    await other.getByTestId('instruction-row').first().waitFor();
  });

  it('gives an instruction, and says beside each field what is missing', async () => {
    serve({ below: [SUBSECTION_HEAD, { ...DRAFTER, staffId: caseId(7) }] });
    const { page } = await desk.open('#/instructions');
    await page.getByTestId('instruction-send').click();
    await page.getByText('宛先を選んでください。').waitFor();
    await page.getByText('目的を入力してください。').waitFor();
    expect(desk.service.calls.some(({ method }) => method === 'POST')).toBe(false);
    await page.getByTestId('instruction-whom').selectOption(caseId(7));
    await page.getByTestId('instruction-purpose').fill('市民説明会の開催 ');
    await page.getByTestId('instruction-reader').fill('市民');
    await page.getByTestId('instruction-due').fill('2020-01-01');
    await page.getByText('今日か、それより後の日にしてください。').waitFor();
    await page.getByTestId('instruction-due').fill('2099-01-01');
    desk.service.answer('POST /api/v1/instructions', () => ({
      status: 400,
      body: desk.service.world.problem(400, 'approvals.instruction_sample_unknown', '見本の案件が見つかりません。'),
    }));
    await page.getByTestId('instruction-sample').fill('政第99号');
    await page.getByTestId('instruction-send').click();
    await page.getByTestId('instruction-refused').getByText('見本の案件が見つかりません。').waitFor();
    await shoot(page, 'instructions-refused');
    desk.service.answer('POST /api/v1/instructions', () => {
      serve({ given: [anInstruction()], below: [DRAFTER] });
      return { status: 201, body: anInstruction() };
    });
    await page.getByTestId('instruction-sample').fill('');
    await page.getByTestId('instruction-send').click();
    await page.getByTestId('instruction-row').first().waitFor();
    await eventually(() => page.getByTestId('instruction-purpose').inputValue(), '');
    const posted = desk.service.calls.filter(({ method }) => method === 'POST');
    expect(posted.at(-1)?.body).toEqual({
      staffId: caseId(7),
      ...{ purpose: '市民説明会の開催', reader: '市民', length: '', sampleNumber: '' },
      ...{ dueOn: '2099-01-01', confidentiality: 'C2' },
    });
    const keys = posted.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('A-43: one 作成指示', () => {
  it.each([1280, 400])('tells both sides what was said and what came of it, at %i', async (width) => {
    serve({ given: [aDraftedInstruction()] });
    const { page, complaints } = await desk.open(`#/instructions/${instructionId(2)}`, {
      viewport: { width, height: 800 },
    });
    const facts = page.getByTestId('instruction-facts');
    await facts.waitFor();
    await shoot(page, `instruction-${width}`);
    for (const words of ['議会', 'A4 1枚', '政第12号', '差戻し 2 回']) expect(await facts.innerText()).toContain(words);
    expect(await page.getByTestId('instruction-line').count()).toBe(2);
    await page.getByTestId('drafted-link').click();
    await page.waitForURL(`**/#/cases/${caseId(1)}`);
    expect(complaints).toEqual([]);
  });

  it('is cancelled with a reason; whoever comes late is told the present state', async () => {
    const open = anInstruction();
    serve({ given: [open] });
    const path = `POST /api/v1/instructions/${open.id}/cancel`;
    const drafted = aDraftedInstruction({ id: open.id });
    const { page } = await desk.open(`#/instructions/${open.id}`);
    await page.getByTestId('cancel-instruction').click();
    await page.getByTestId('cancel-confirm').click();
    await page.getByText('理由を入力してください。').waitFor();
    await page.getByTestId('cancel-reason').fill('方針が変わった');
    desk.service.answer(path, () => {
      serve({ given: [drafted] });
      return {
        status: 409,
        body: desk.service.world.problem(409, 'approvals.instruction_stale', '状態が変わっています。', drafted),
      };
    });
    await page.getByTestId('cancel-confirm').click();
    await page.getByTestId('cancel-dialog').getByText('状態が変わっています。').waitFor();
    await shoot(page, 'instruction-cancel');
    const reason = { by: SECTION_HEAD, at: '2026-11-20T05:00:00.000Z', reason: '方針が変わった' };
    const over = anInstruction({
      id: open.id,
      state: 'CANCELLED',
      cancelled: reason,
      may: { draft: false, cancel: false },
    });
    desk.service.answer(path, () => {
      serve({ given: [over] });
      return { body: over };
    });
    await page.getByTestId('cancel-confirm').click();
    await page.getByTestId('cancel-dialog').waitFor({ state: 'detached' });
    expect(await page.getByTestId('instruction-state').getAttribute('data-state')).toBe('CANCELLED');
    expect(await page.getByTestId('instruction-facts').innerText()).toContain('方針が変わった');
    const bodies = desk.service.calls.flatMap(({ method, body }) => (method === 'POST' ? [body] : []));
    expect(bodies).toContainEqual({ version: 2, reason: '方針が変わった' });
  });

  it('leads to the drafting page with the link made, where what is asked stays in sight', async () => {
    const view = aReceivedInstruction();
    serve({ received: [view] });
    const { page } = await desk.open('#/instructions');
    await page.getByTestId('draft-from').click();
    await page.waitForURL(`**/#/drafting?instruction=${view.id}`);
    const note = page.getByTestId('instruction-note');
    await note.waitFor();
    await shoot(page, 'instruction-drafting');
    expect(await note.innerText()).toContain('A4 1枚');
    const file = { name: '伺い.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK') };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await note.getByTestId('draft-without').click();
    await page.waitForURL('**/#/drafting');
    await note.waitFor({ state: 'detached' });
  });

  it('that is no longer open says so on the drafting page', async () => {
    serve({ received: [aReceivedInstruction({ state: 'CANCELLED', may: { draft: false, cancel: false } })] });
    const { page } = await desk.open(`#/drafting?instruction=${instructionId(1)}`);
    await page.getByTestId('instruction-note').getByText('この作成指示からは起案できません').waitFor();
  });

  it('is named on the page of its case, with a link for whom it concerns', async () => {
    const instruction = { givenBy: SECTION_HEAD, givenAt: '2026-11-20T01:00:00.000Z', mayOpen: true };
    desk.service.world.cases.set(caseId(1), aCase({ instructionId: instructionId(1), instruction, returns: 1 }));
    const { page } = await desk.open(`#/cases/${caseId(1)}`);
    const fact = page.getByTestId('instruction-fact');
    await fact.waitFor();
    expect(await fact.innerText()).toContain('政策課 課長 課長 次郎');
    expect(await fact.getByRole('link').getAttribute('href')).toBe(`#/instructions/${instructionId(1)}`);
    await shoot(page, 'instruction-case');
  });
});
