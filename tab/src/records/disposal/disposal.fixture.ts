import type { DisposalItem, DisposalView, TombstoneLine } from '@kaigi/core/contract';

export const ID = '0192d5a0-0000-7000-8000-000000000001';
export const person = (name: string) => ({ staffId: name, name, postTitle: '主事', unitName: '政策課' });
export const idOf = (place: number) => `0192d5a0-0000-7000-8000-0000000001${String(place).padStart(2, '0')}`;
export const aLine = (place: number, more: Partial<DisposalItem> = {}): DisposalItem => ({
  ...{ kind: 'RECORD', id: idOf(place), title: `地域計画の照会への回答その${place}`, number: `政第${place}号` },
  folder: { id: 'f1', title: '照会・回答' },
  classification: { code: 'A-04-02', name: '照会・回答' },
  ...{ filedOn: '2024-05-01', startsOn: '2025-04-01', endsOn: '2026-03-31', medium: 'ELECTRONIC', proposed: 'DESTROY' },
  ...{ mark: null, files: 1, bytes: 20_000, choice: null, choices: ['DESTROY', 'TRANSFER', 'EXTEND'], reason: '' },
  ...{
    until: null,
    chosenBy: null,
    historical: null,
    state: 'LISTED',
    refusal: null,
    remains: null,
    letGo: null,
    ...more,
  },
});
export const aList = (more: Partial<DisposalView> = {}): DisposalView => ({
  ...{ id: ID, name: '令和8年度 廃棄・移管目録（政策課 第1号）', fiscalYear: 2026, fiscalYearLabel: '令和8年度' },
  ...{ unitName: '政策課', state: 'SECTION', items: 3, undecided: 2, open: 3, waitsForMe: true, version: 1 },
  ...{ endsBy: '2027-03-31', madeBy: person('総括 花子'), madeAt: '2027-01-08T01:00:00.000Z', note: null, round: 0 },
  lines: [
    aLine(1),
    aLine(2, { medium: 'PAPER', letGo: { by: '文書 主任', on: '2026-11-20' } }),
    aLine(3, { mark: 'HELD', choices: [], folder: null, title: '道路事故の賠償の協議' }),
  ],
  ...{ fingerprint: null, caseId: null, proposedBy: null, approvedAt: null, begunBy: null, begunAt: null },
  ...{ confirmBy: null, confirmedBy: null, confirmedAt: null, receipt: null, doneAt: null },
  backups: '廃棄した内容は、バックアップには実行の日から最長35日残り、その後は戻せません。',
  may: { decide: true, select: false, steps: ['SUBMIT'], receive: false, package: false },
  ...more,
});

export const aTombstone = (place: number, more: Partial<TombstoneLine> = {}): TombstoneLine => ({
  ...{ id: idOf(place), kind: 'RECORD', title: `地域計画の照会への回答その${place}`, number: `政第${place}号` },
  ...{ classification: { code: 'A-04-02', name: '照会・回答' }, unitName: '政策課', filedOn: '2024-05-01' },
  ...{ startsOn: '2025-04-01', endsOn: '2026-03-31', action: 'DESTROY', reason: '保存期間が満了したため' },
  ...{ by: [person('文書 主任'), person('総括 花子')], buriedAt: '2027-04-02T01:00:00.000Z', buriedOn: '2027-04-02' },
  ...{ caseId: idOf(90), listId: ID, contentGoes: true, receipt: null, mayOpen: true, leafId: idOf(91), copy: null },
  backups: '廃棄した内容は、バックアップには令和9年5月7日まで残り、その後は戻せません。',
  files: [{ fileVersion: 1, sha256: 'a1b2c3d4'.repeat(8), size: 20_000, leafId: idOf(92) }],
  ...more,
});
