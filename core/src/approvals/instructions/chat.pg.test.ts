import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import type { InstructionView } from './contract.ts';
import { openRoom, type Room } from './room.fixture.ts';

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.city.close());

const heard = (chat: string, words: string) => (room.told.get(chat) ?? []).filter((one) => one.includes(words));
const newest = async (): Promise<InstructionView> => {
  const [view] = (await room.box('section-head', 'given')).items;
  if (!view) throw new Error('nothing was given');
  return view;
};
const form = async (more: object = {}) => ({
  formId: newId(),
  staffId: await room.staffId('drafter'),
  purpose: '要綱の説明',
  ...more,
});

describe('A-43: the card of 作成指示', () => {
  it('comes to the addressee, and follows the draft, its returns and its end', async () => {
    const given = await room.give({ purpose: '*見出し* の [案](http://x)', reader: '市民', dueOn: '2099-03-31' });
    await room.settled();
    const [card = ''] = heard('drafter', '作成指示が届いています');
    expect(card).toContain('"value":"\\\\*見出し\\\\* の \\\\[案\\\\](http://x)"');
    expect(card).toContain('令和81年3月31日');
    expect(card).toContain(`drafting/${given.id}`);
    expect(card).not.toContain('instruction-cancel');
    expect(heard('section-head', '見出し')).toEqual([]);

    const draft = await room.draft('drafter', { instructionId: given.id });
    await room.settled();
    expect(heard('update:drafter', '作成指示：起案されました').at(-1)).toContain('差戻し 0 回');
    const { approvals } = room.city.suite;
    const submitted = await approvals.submit(room.city.as('drafter'), draft.id, draft.version);
    const back = { act: 'sendBack', version: submitted.version, reason: '直す' } as const;
    const returned = await approvals.act(room.city.as('subsection-head'), draft.id, back);
    await room.settled();
    expect(heard('update:drafter', '差戻し 1 回')).toHaveLength(1);
    await room.decide(returned);
    await room.settled();
    expect(heard('update:drafter', '作成指示：決裁されました').at(-1)).toContain('差戻し 1 回');
  });

  it('tells the giver of a decision by another, and the addressee of a cancelling with its reason', async () => {
    const above = await room.give({ by: 'department-head', purpose: '部長からの件' });
    await room.decide(await room.draft('drafter', { instructionId: above.id }));
    await room.settled();
    expect(heard('department-head', '部長からの件').at(-1)).toContain('作成指示：決裁されました');
    const given = await room.give({ purpose: '取り消される件' });
    await room.cancel('section-head', given);
    await room.settled();
    expect(heard('drafter', '取り消される件').at(-1)).toContain('方針が変わった');
  });

  it('above 機密性2 tells neither what it is about nor the title of its case', async () => {
    const given = await room.give({ purpose: '秘密の件', confidentiality: 'C3C' });
    await room.settled();
    const open = await room.give({ purpose: '普通の件' });
    await room.draft('drafter', { instructionId: open.id, title: '隠す件名', confidentiality: 'C3C' });
    await room.settled();
    expect([...room.told.values()].flat().join()).not.toMatch(/秘密の件|隠す件名/);
    expect(heard('drafter', given.id).at(-1)).toContain('機密性3の作成指示です');
    expect(await room.type('drafter', '作成指示')).not.toContain('秘密の件');
  });

  it('waits for whoever can be reached only later', async () => {
    const shown = room.city.suite;
    await room.give({ to: 'subsection-head', purpose: '後から届く件' });
    await room.settled();
    const { entraObjectId, municipalityId } = room.city.as('subsection-head');
    const reference = { chat: 'second' };
    await shown.notifications.keepAddress({ municipalityId, entraObjectId, conversationId: 'c-second', reference });
    await room.settled();
    expect(heard('second', '後から届く件')).toHaveLength(1);
  });
});

describe('A-43: pressed cards of 作成指示', () => {
  it('give one, once however often the same form is pressed', async () => {
    const data = await form({ reader: '議会', length: 'A4 1枚', dueOn: '', sampleNumber: '' });
    const card = await room.press('section-head', 'instruction-give', data);
    expect(card).toContain('作成指示：起案待ち');
    expect(await room.press('section-head', 'instruction-give', data)).toEqual(card);
    expect(await newest()).toMatchObject({ purpose: '要綱の説明', reader: '議会', dueOn: null, confidentiality: 'C2' });
    expect((await newest()).history).toHaveLength(1);
  });

  it('come back with what was typed and one sentence on what is wrong', async () => {
    const before = await newest();
    const wrong = { purpose: '見本のある件', sampleNumber: '無第1号', dueOn: '2099-01-01' };
    const card = await room.press('section-head', 'instruction-give', await form(wrong));
    for (const words of [
      '見本の案件が見つかりません',
      '見本のある件',
      '無第1号',
      '2099-01-01',
      await room.staffId('drafter'),
    ])
      expect(card).toContain(words);
    const upwards = await form({ staffId: await room.staffId('section-head') });
    expect(await room.press('subsection-head', 'instruction-give', upwards)).toContain('同じ系統で自分より下の職');
    expect((await newest()).id).toBe(before.id);
  });

  it('cancel with a reason; pressed late they show the present state, and by others they do nothing', async () => {
    const given = await room.give({ purpose: 'カードで取り消す件' });
    const data = { instructionId: given.id, version: 1, cancelReason: '先に会議をする' };
    await expect(room.press('colleague', 'instruction-cancel', data)).rejects.toThrow('instruction_not_found');
    expect(await room.press('drafter', 'instruction-cancel', data)).toContain('取り消せるのは、指示した人');
    await room.draft('drafter', { instructionId: given.id });
    const stale = await room.press('section-head', 'instruction-cancel', data);
    expect(stale).toContain('状態が変わっています');
    const again = { ...data, version: 2 };
    expect(await room.press('section-head', 'instruction-cancel', again)).toContain('先に会議をする');
    expect(await room.press('section-head', 'instruction-cancel', again)).toContain(
      'すでに決裁が済んだか取り消されています',
    );
    expect((await room.read('drafter', given.id)).state).toBe('CANCELLED');
  });

  it('changed by hand are refused by their schema', () => {
    const give = room.city.suite.actions.find(({ verb }) => verb === 'approvals/instruction-give');
    const good = { formId: newId(), staffId: newId(), purpose: '件' };
    expect(give?.data.safeParse(good).success).toBe(true);
    for (const bad of [{ purpose: ' ' }, { staffId: 'x' }, { dueOn: '明日' }, { reader: 'a\nb' }, { formId: '' }])
      expect(give?.data.safeParse({ ...good, ...bad }).success).toBe(false);
  });
});

describe('A-43: 「作成指示」 typed in the chat', () => {
  it('shows the form to whoever has people below, narrowed by words, and both lists', async () => {
    await room.give({ to: 'subsection-head', purpose: '一覧に出る件' });
    const all = await room.type('section-head', '作成指示');
    for (const words of ['instruction-give', '見本 colleague', 'あなたが出した作成指示', '一覧に出る件'])
      expect(all).toContain(words);
    expect(await room.type('section-head', '作成指示 係長')).not.toContain('見本 colleague');
    expect(await room.type('section-head', '作成指示 どこにもいない')).toContain('見つかりませんでした');
    const received = await room.type('subsection-head', '作成指示');
    expect(received).toContain('起案を待っている、あなた宛ての作成指示');
  });

  it('shows no form to whoever has nobody below, and says when there is nothing', async () => {
    expect(await room.type('colleague', '作成指示')).toBe(
      JSON.stringify([{ kind: 'text', text: '作成指示はありません。上司から届くと、ここに出ます。' }]),
    );
  });
});
