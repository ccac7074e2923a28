import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView, InstructionPage, InstructionView, Me } from '@kaigi/core/contract';
import { openTab } from './open-tab.ts';
import { aDocx } from './people.ts';
import { shot, tabSetting } from './tab.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const setting = tabSetting();
let bytes: Buffer;
beforeAll(async () => {
  bytes = Buffer.from(await (await aDocx()).arrayBuffer());
});

const ofDrafter = async (): Promise<readonly InstructionView[]> =>
  (await setting.drafter.call<InstructionPage>('GET', '/instructions?box=received')).body.items;

describe('A-43: 作成指示 in the tab and in the chat', () => {
  it('is given by the head of the section, and its card leads the drafter to a draft that is linked to it', async () => {
    const chat = await setting.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const teams = await chat.newPage();
    await teams.goto(`${setting.product.sandboxUrl}/teams?as=drafter@minato.example`);
    const card = (words: string) => teams.getByTestId('message').filter({ hasText: words }).last();

    const boss = await openTab(setting, { name: 'section-head', hash: '#/instructions' });
    const { staffId } = (await setting.drafter.call<Me>('GET', '/me')).body;
    await boss.getByTestId('instruction-whom').selectOption(staffId);
    await boss.getByTestId('instruction-purpose').fill('市民説明会の開催を決めたい');
    await boss.getByTestId('instruction-reader').fill('市民');
    await boss.getByTestId('instruction-length').fill('A4 1枚');
    await boss.getByTestId('instruction-due').fill('2099-03-31');
    await shot(boss, 'instructions-form');
    await boss.getByTestId('instruction-send').click();
    await boss.getByTestId('instruction-row').first().waitFor();
    await shot(boss, 'instructions-given');

    const [given] = await ofDrafter();
    expect(given).toMatchObject({ state: 'OPEN', purpose: '市民説明会の開催を決めたい', may: { draft: true } });
    await card('作成指示が届いています').waitFor();
    await shot(teams, 'instruction-card');

    const page = await openTab(setting, { name: 'drafter', hash: '#/instructions' });
    await page.getByTestId('draft-from').click();
    await page.getByTestId('instruction-note').waitFor();
    const matter = page.getByTestId('matter-picker');
    await matter.click();
    await matter.fill('業務委託契約');
    await page.getByRole('option', { name: '業務委託契約', exact: true }).click();
    await page.getByTestId('fact-amountYen').fill('5万円');
    const buffer = { name: '説明会の伺い.docx', mimeType: DOCX, buffer: bytes };
    await page.getByTestId('document-button-input').setInputFiles(buffer);
    await page.getByTestId('draft-title').fill('市民説明会について');
    await page.getByTestId('save-button').click();
    await page.getByTestId('route-panel').waitFor();
    await page.waitForURL(/#\/drafting\/[0-9a-f-]{36}$/);
    await page.getByTestId('instruction-note').waitFor();
    await shot(page, 'instruction-drafted');
    const id = new URL(page.url()).hash.split('/').at(-1) ?? '';
    const view: CaseView = await setting.drafter.read(id);
    expect(view).toMatchObject({ instructionId: given?.id, instruction: { mayOpen: true } });
    await card('作成指示：起案されました').waitFor();

    // 引用起案 from another instruction is linked to that one, whatever the case cited answered.
    const { staffId: toDrafter } = (await setting.drafter.call<Me>('GET', '/me')).body;
    const asked = { staffId: toDrafter, purpose: '来年の説明会も決めたい', reader: '', length: '' };
    const second = await setting.sectionHead.call<InstructionView>('POST', '/instructions', asked);
    await setting.drafter.submit(view);
    const citing = await openTab(setting, { name: 'drafter', hash: `#/drafting?instruction=${second.body.id}` });
    await citing.getByTestId('instruction-note').waitFor();
    await citing.getByTestId('cite-button').click();
    await citing.getByTestId('cite-case').filter({ hasText: '市民説明会について' }).click();
    await citing.waitForURL(/#\/drafting\/[0-9a-f-]{36}$/);
    await citing.getByTestId('instruction-note').waitFor();
    const cited = await setting.drafter.read(new URL(citing.url()).hash.split('/').at(-1) ?? '');
    expect(cited).toMatchObject({ instructionId: second.body.id, citedCaseId: id });

    await boss.reload();
    const row = boss.getByTestId('instruction-row').first();
    await row.getByTestId('instruction-returns').waitFor();
    expect(await row.innerText()).toContain('起案済');
    await chat.close();
  });
});
