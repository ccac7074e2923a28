import { describe, expect, it } from '@jest/globals';
import type { Fact } from '../../ledger/index.ts';
import { type Json, levelOf } from '../../shared/index.ts';
import type { Sight } from '../access.ts';
import { levelSteps } from './levels.ts';
import { type Acted, actsOf } from './policy.ts';
import { toldInOrder } from './story.ts';

const somebody = (roles: readonly string[], sections: readonly string[], headed: readonly string[] = []) =>
  ({ actor: { roles }, sections, headed, own: sections, all: false }) as unknown as Sight;
const staff = somebody([], ['政策課']);
const officer = somebody(['RECORDS_OFFICER'], ['政策課']);
const auditor = somebody(['AUDITOR'], []);
const chief = somebody(['CHIEF_RECORDS_MANAGER'], []);
const record: Acted = {
  ...{ unitId: '政策課', custody: 'SECTION', state: 'KEPT', isSealed: false, completedOn: null },
  ...{ basis: 'EVENT', basisOn: null, retentionYears: 5, folderId: null },
};
const offered = (sight: Sight, more: Partial<Acted> = {}, hasCase = false) =>
  Object.entries(actsOf(sight, { ...record, ...more }, hasCase))
    .flatMap(([act, may]) => (may ? [act] : []))
    .sort();

describe('R-20: the acts that a page offers are those that the policy lets', () => {
  it('staff of the section correct, raise the level and complete what has no case', () => {
    expect(offered(staff)).toEqual(['complete', 'describe', 'level']);
    expect(offered(staff, {}, true)).toEqual(['describe', 'level']);
  });

  it('文書主任 manages all of it; 監査 only holds; after 引継 it is 総括文書管理者 alone', () => {
    const all = ['complete', 'describe', 'event', 'hold', 'level', 'lowerLevel', 'manage', 'move', 'readers', 'seal'];
    expect(offered(officer)).toEqual(all);
    expect(offered(auditor)).toEqual(['hold']);
    expect(offered(officer, { custody: 'CENTRAL' })).toEqual([]);
    expect(offered(chief, { custody: 'CENTRAL' })).toEqual(all);
  });

  it('R-09: what is sealed is called no more anew, but goes on; what was disposed of is left alone', () => {
    expect(offered(officer, { isSealed: true })).toEqual(['complete', 'event', 'hold', 'manage', 'move']);
    expect(offered(chief, { state: 'DISPOSED' })).toEqual([]);
  });

  it('R-11: 1年未満 has its last day named once its basis is known and it lies in no 簿冊', () => {
    const short = { retentionYears: 0, basis: 'CREATION', basisOn: '2026-11-20' };
    expect(offered(officer, short)).toContain('keepUntil');
    expect(offered(officer, { ...short, folderId: 'f' })).not.toContain('keepUntil');
    expect(offered(officer, short)).not.toContain('event');
  });
});

describe('R-20: the plain questions, as the page asks them', () => {
  it('say the level that the answers give, and who may not lower it', () => {
    const steps = levelSteps('C3C', { raise: true, lower: false });
    expect(steps.map(({ question, level, allowed }) => [question, level, allowed])).toEqual([
      ['secret', 'C3A', true],
      ['grave', 'C3B', true],
      ['personal', 'C3C', true],
      ['internal', 'C2', false],
      [null, 'C1', false],
    ]);
    const none = { secret: false, grave: false, personal: false, internal: false };
    for (const { question, level } of steps)
      expect(levelOf(question === null ? none : { ...none, [question]: true })).toBe(level);
  });
});

const line = (act: string, fact: Record<string, Json>, more: Partial<Fact> = {}): Fact => ({
  ...{ subject: { kind: 'record', id: 'r' }, seq: 1, at: new Date('2026-11-21T00:00:00Z'), act, staffId: null, fact },
  ...{ actor: { staffId: 's', name: '文書 主任', postTitle: '係長', unitName: '政策課' }, via: 'api', leafId: 'l' },
  ...more,
});
const kept = (more: Record<string, Json> = {}) => ({
  kept: {
    ...{
      title: '後援の承認',
      note: null,
      level: 'C2',
      classificationCode: 'A-04-03',
      classificationName: '後援・共催',
    },
    ...{ retentionYears: 5, isPermanent: false, keepDays: null, article: '規程 別表第2 第10項', endsOn: null },
    ...more,
  },
});
const ARTICLE = '規程 別表第2 第10項';

describe('R-19: the history is told in sentences', () => {
  it('says what became of what, with the article where a rule decided', () => {
    const facts = [
      line('KEPT', kept()),
      line('CORRECTED', { ...kept({ title: '後援の承認（訂正）' }), reason: '誤記' }),
      line('LEVEL', kept({ title: '後援の承認（訂正）', level: 'C3C' })),
      line('COMPLETED', kept({ level: 'C3C', completedOn: '2026-11-21', endsOn: '2032-03-31' })),
      line('SCHEDULE', kept({ retentionYears: 3, endsOn: '2030-03-31', article: '新規程 第1項' })),
    ];
    expect(toldInOrder(facts, 'ja').map(({ sentence }) => sentence)).toEqual([
      `保存を始めました。分類は「A-04-03 後援・共催」、保存期間は5年です（${ARTICLE}）。`,
      '件名を「後援の承認」から「後援の承認（訂正）」に改めました。',
      '自治体機密性2から自治体機密性3Cに変えました。',
      `完結の日は令和8年11月21日です。満了日は令和14年3月31日になりました（${ARTICLE}）。`,
      '保存期間表の改正により、保存期間を5年から3年に変えました（新規程 第1項）。満了日は令和12年3月31日になりました（新規程 第1項）。',
    ]);
  });

  it('R-14: a hold says why, and a decision how long it goes on', () => {
    const of = { subject: { kind: 'hold', id: 'h' } };
    const facts = [
      line('HELD', { reason: '第3号', kind: 'DISCLOSURE', until: null }, of),
      line('HOLD_ENDED', { reason: '', decidedOn: '2026-11-21', until: '2027-11-21' }, of),
    ];
    const [held, ended] = toldInOrder(facts, 'ja');
    expect(held?.sentence).toBe('開示請求のため、廃棄を停止しました。');
    expect(ended?.sentence).toContain('翌日から1年間、令和9年11月21日まで廃棄できません');
    expect(toldInOrder(facts, 'en')[1]?.sentence).toContain('21 Nov 2027');
  });

  it('R-15: the end of a record says who carried it out, where it went, and why; older lines know less', () => {
    const carriedOutBy = ['文書 主任', '総括 花子'];
    const of = kept({ state: 'DISPOSED' });
    const facts = [
      line('DISPOSED', { ...of, carriedOutBy, institution: null, reason: '不要' }),
      line('TRANSFERRED', { ...of, carriedOutBy, institution: '市公文書館' }),
      line('EXTENDED', { ...kept({ endsOn: '2029-03-31' }), carriedOutBy }),
      line('DISPOSED', of),
    ];
    const told = toldInOrder(facts, 'ja');
    expect(told.map(({ sentence }) => sentence)).toEqual([
      '廃棄しました（実行：文書 主任・総括 花子）。内容は消え、廃棄記録が残っています。',
      '市公文書館へ移管しました（実行：文書 主任・総括 花子）。',
      `廃棄・移管目録の決裁により、保存を延長しました（実行：文書 主任・総括 花子）。満了日は令和11年3月31日になりました（${ARTICLE}）。`,
      '廃棄しました。内容は消え、廃棄記録が残っています。',
    ]);
    expect(told.map(({ said }) => said)).toEqual(['廃棄した', '移管した', '保存を延長した', '廃棄した']);
    expect(told[0]?.reason).toBe('不要');
    expect(toldInOrder(facts, 'en')[1]?.sentence).toBe(
      'It was transferred to 市公文書館 (carried out by 文書 主任 and 総括 花子).',
    );
  });

  it('an act that has no sentence of its own is still said', () => {
    expect(toldInOrder([line('GIVEN_UP', kept())], 'ja')[0]?.sentence).toBe('起案を取りやめた。');
  });
});
