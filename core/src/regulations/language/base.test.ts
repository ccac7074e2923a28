import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { planRoute } from '../engine/plan.ts';
import { checkPack } from './load.ts';
import { exampleOrganisation } from './organisation.ts';
import type { PackFile } from './schema.ts';
import { findingSentence } from './text.ts';

const hamabe = parse(readFileSync(path.join(import.meta.dirname, 'example.yaml'), 'utf8')) as PackFile;
const baseOf = (version: string) => (version === hamabe.version ? hamabe : null);

/** 浜山衛生組合: goes by はまべ町's regulations, with 管理者 for 町長, 事務局長 for 副町長 and no 課長補佐. */
const union = {
  version: 'hamayama/2026-04-01',
  effectiveFrom: '2026-04-01',
  title: { ja: '浜山衛生組合事務決裁規程', en: 'Decision rules of the Hamayama union' },
  body: { ja: '浜山衛生組合', en: 'Hamayama union' },
  base: {
    version: 'hamabe/2026-04-01',
    article: '第2条',
    names: { DEPUTY_MAYOR: 'SECRETARY_GENERAL', somu: 'gyomu', 'somu-head': 'gyomu-kacho', fukuchocho: 'kyokucho' },
    words: { 副町長: '事務局長', 町長: '管理者', 総務課: '業務課' },
    without: ['consult.finance', 'deputy.section-head'],
  },
  organisation: {
    units: [
      { code: 'kumiai', name: '浜山衛生組合', kind: 'BUREAU' },
      { code: 'gyomu', name: '業務課', kind: 'SECTION', under: 'kumiai' },
      { code: 'zaisei-kakari', name: '経理係', kind: 'SUBSECTION', under: 'gyomu' },
    ],
    posts: [
      { code: 'kanrisha', unit: 'kumiai', title: '管理者', rank: 'MAYOR', head: true },
      { code: 'kyokucho', unit: 'kumiai', title: '事務局長', rank: 'DEPUTY_MAYOR' },
      { code: 'gyomu-kacho', unit: 'gyomu', title: '課長', rank: 'SECTION_HEAD', head: true },
    ],
  },
  ladder: [
    { class: 'SUBSECTION_HEAD', name: { ja: '係長', en: 'subsection head' }, ranks: ['SUBSECTION_HEAD'] },
    { class: 'SECTION_HEAD', name: { ja: '課長', en: 'section head' }, ranks: ['SECTION_HEAD'] },
    {
      class: 'SECRETARY_GENERAL',
      name: { ja: '事務局長', en: 'secretary general' },
      ranks: ['DEPUTY_MAYOR'],
      nonHeads: true,
    },
    { class: 'MAYOR', name: { ja: '管理者', en: 'manager' }, ranks: ['MAYOR'] },
  ],
  numbering: { article: '第20条', symbols: [] },
  decisions: [
    {
      ...{ id: 'general', matters: ['GENERAL'], decider: 'SECRETARY_GENERAL', article: '第5条' },
      sentence: { ja: '一般の事務は事務局長専決です。', en: 'General matters are decided by the secretary general.' },
    },
  ],
  examples: {
    routes: [
      {
        ...{ name: '80万円の購入は事務局長', matter: 'PURCHASE', facts: { amountYen: 800_000 }, unit: 'gyomu' },
        expect: { article: '第2条において準用する別表第1 支出 第2項', route: ['回議 gyomu-kacho', '決裁 kyokucho'] },
      },
    ],
  },
};

const told = (value: unknown) => {
  const loaded = checkPack(value, baseOf);
  return loaded.ok ? [] : loaded.findings.map((one) => findingSentence(one, 'ja'));
};

describe('準用: a body that goes by another’s regulations', () => {
  it('takes its rows over, read with its own names and words, and replaces what it says itself', () => {
    expect(told(union)).toEqual([]);
    const loaded = checkPack(union, baseOf);
    if (!loaded.ok) return;
    const there = exampleOrganisation(loaded.pack.file);
    const asked = {
      there,
      facts: { amountYen: 800_000 },
      escalations: [],
      urgent: false,
      unitId: 'gyomu',
      drafterPostIds: [],
    };
    const purchase = planRoute(loaded.pack, { ...asked, matter: 'PURCHASE' });
    expect(purchase.ok && purchase.plan.basis.sentence).toBe('50万円を超え300万円以下の物品の購入は事務局長専決です。');
    const general = planRoute(loaded.pack, { ...asked, matter: 'GENERAL' });
    expect(general.ok && general.plan.basis).toMatchObject({ article: '第5条', decisionClass: 'SECRETARY_GENERAL' });
  });

  it('is refused where it takes over a row that names what the body does not have', () => {
    const { without: _, ...base } = union.base;
    expect(told({ ...union, base }).join()).toContain(
      'deputy.section-head：「ASSISTANT」（職の段階）はどこにも定められていません。',
    );
  });

  it('is refused where the base is not there, is itself, or is written wrongly', () => {
    expect(told({ ...union, base: { ...union.base, version: 'nobody/2026-04-01' } })[0]).toContain('nobody/2026-04-01');
    const circle = { ...union, base: { ...union.base, version: union.version } };
    const loaded = checkPack(circle, () => circle);
    expect(loaded.ok ? [] : loaded.findings.map(({ code }) => code)).toEqual(['regulations.pack_circle']);
    expect(told({ ...union, base: { version: 5 } })[0]).toContain('base.version');
    expect(told({ ...union, base: { version: '../../x', article: 'a' } })[0]).toContain('../../x');
  });
});
