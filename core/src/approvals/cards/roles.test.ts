import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../directory/index.ts';
import { localDateOf, parseLocalDate } from '../../shared/index.ts';
import { decideAct } from '../acts/decide-act.ts';
import {
  aDraft,
  after,
  details,
  drafter,
  factsFor,
  finance,
  fullPlan,
  granted,
  legal,
  person,
  personnel,
  planOf,
  posts,
  sectionHead,
  slot,
  submitted,
  subsectionHead,
  units,
  when,
} from '../case.fixtures.ts';
import type { ApprovalCase } from '../case.ts';
import type { CaseView, StandInOffer } from '../contract.ts';
import { presentCase } from '../present.ts';
import { caseCard } from './case-card.ts';
import { caseSummaryLine, headline } from './head.ts';

const TEAMS_LIMIT = 28 * 1024;
const context = { locale: 'ja' as const, caseUrl: (id: string) => `https://kaigi.example/${id}` };
const seen = (actor: Actor, one: ApprovalCase, more: { standIns?: readonly StandInOffer[] } = {}): CaseView =>
  presentCase(one, { actor, locale: 'ja', now: new Date('2026-11-21T01:00:00Z'), holders: new Map(), ...more }, null);
const cardOf = (view: CaseView) => JSON.stringify(caseCard(view, context));
const verbs = (card: string) => [...card.matchAll(/"verb":"approvals\/([a-z-]+)"/g)].map((match) => match[1]);
const atDecider = () => when(submitted(), subsectionHead, { act: 'approve' });
const atConsulted = () => when(submitted(aDraft(), fullPlan()), subsectionHead, { act: 'approve' });

interface Parts {
  readonly type?: string;
  readonly id?: string;
  readonly verb?: string;
  readonly data?: object;
  readonly body?: Parts[];
  readonly items?: Parts[];
  readonly actions?: Parts[];
  readonly card?: Parts;
}
const within = (part: Parts): Parts[] => [
  part,
  ...[...(part.body ?? []), ...(part.items ?? []), ...(part.actions ?? []), ...(part.card ? [part.card] : [])].flatMap(
    within,
  ),
];

const offer = (view: CaseView, more: Partial<StandInOffer> = {}): StandInOffer => ({
  slotId: view.route.find(({ status }) => status === 'ACTIVE')?.id ?? '',
  kind: 'DEPUTY',
  onBehalfOf: { postId: posts.sectionHead, postTitle: '課長', unitName: '政策課' },
  article: '第9条第1項',
  sentence: '課長が不在のときは係長が代決する',
  decides: true,
  postReviewDueOn: '2026-11-28',
  needsInstruction: false,
  instructionSparesReview: false,
  ...more,
});

describe('A-25: the decider', () => {
  it('may reject, and is told first that a rejection ends the case', () => {
    const card = cardOf(seen(sectionHead, atDecider()));
    expect(verbs(card)).toEqual(['approve', 'send-back', 'reject', 'ask']);
    expect(card).toContain('却下すると、この案件は終わります');
    expect(card).toContain('"id":"rejectReason"');
  });

  it('sees the opinions of the consulted sections', () => {
    const given = when(atConsulted(), finance, { act: 'consentWithOpinion', opinion: '予算の範囲で執行のこと' });
    expect(cardOf(seen(drafter, given))).toContain('予算の範囲で執行のこと');
  });

  it('ticks that the paper was looked at where part of the case is paper', () => {
    const paper = { title: '図面', pages: 3, location: '書庫', holder: '政策課', reason: 'TOO_LARGE' as const };
    const given = submitted(aDraft({ details: details({ paperAttachments: [paper] }) }));
    const card = cardOf(seen(subsectionHead, given));
    expect(card).toContain('"id":"paperChecked"');
    expect(card).toContain('紙1件');
  });
});

describe('a consulted section', () => {
  it('agrees, agrees with an opinion, or objects', () => {
    const view = seen(finance, atConsulted());
    expect(headline(view, context)).toBe('合議のお願い');
    expect(verbs(cardOf(view))).toEqual(['consent', 'consent-with-opinion', 'object', 'ask']);
  });

  it('takes it in, and names who answers of those who are there', () => {
    const own = planOf(
      slot(1, 'CONSULT', posts.finance, { section: units.finance, postTitle: '財政課長', unitName: '財政課' }),
      slot(2, 'DECISION', posts.sectionHead),
    );
    const given = submitted(aDraft(), own);
    const view = seen(finance, given);
    const [slotId = ''] = view.may.receive;
    const members = new Map([[slotId, [{ staffId: 'x', name: '見本 担当', postTitle: '主任' }]]]);
    const card = JSON.stringify(caseCard(view, { ...context, members }));
    expect(verbs(card)).toEqual(expect.arrayContaining(['receive', 'assign']));
    expect(card).toContain('主任 見本 担当');
    expect(verbs(cardOf(view))).toContain('receive');
    expect(verbs(cardOf(view))).not.toContain('assign');
  });
});

describe('A-11: a deputy', () => {
  const deputySees = (more: Partial<StandInOffer> = {}) => {
    const given = atDecider();
    const plain = seen(subsectionHead, given);
    return seen(subsectionHead, given, { standIns: [offer(plain, more)] });
  };

  it('decides only while the regulations allow it, and sees for whom, by which article and until when it is reviewed', () => {
    const card = cardOf(deputySees());
    expect(headline(deputySees(), context)).toBe('決裁者が不在のため、今日はあなたが代決できます');
    expect(verbs(card)).toContain('deputy-decide');
    for (const shown of ['政策課 課長', '第9条第1項', '課長が不在のときは係長が代決する', '令和8年11月28日'])
      expect(card).toContain(shown);
    expect(verbs(cardOf(seen(subsectionHead, atDecider())))).not.toContain('deputy-decide');
  });

  it('sees the evidence of the absence', () => {
    const view = deputySees();
    const absent = { statement: '出張のため不在', until: null, source: 'MANUAL' };
    const route = view.route.map((one) => (one.status === 'ACTIVE' ? { ...one, absence: absent } : one));
    expect(cardOf({ ...view, route })).toContain('出張のため不在');
    const others = { ...seen(drafter, atDecider()), route };
    expect(cardOf(others)).toContain('不在');
    expect(cardOf(others)).not.toContain('出張');
  });

  it('records the instruction where a restricted matter needs one', () => {
    expect(cardOf(deputySees({ needsInstruction: true }))).toContain('"id":"instruction"');
    expect(cardOf(deputySees())).not.toContain('"id":"instruction"');
  });

  it('A-12: may record an instruction that spares the review afterwards', () => {
    const card = cardOf(deputySees({ instructionSparesReview: true }));
    expect(card).toContain('あれば後閲は要りません');
    expect(card).not.toContain('受けた指示を入力してください');
  });
});

describe('後閲', () => {
  const decided = () => {
    const given = atDecider();
    const slotId = given.route.at(-1)?.slotId ?? '';
    const standIn = granted({ postReviewDueOn: parseLocalDate('2026-11-28') });
    return when(given, subsectionHead, { act: 'deputyDecide', slotId }, { standIn });
  };

  it('A-12: is asked of the decider after a 代決, with its last day', () => {
    const view = seen(sectionHead, decided());
    expect(headline(view, context)).toBe('代決されました。後閲をお願いします');
    expect(verbs(cardOf(view))).toEqual(expect.arrayContaining(['confirm-post-review', 'object-post-review']));
    expect(cardOf(view)).toContain('令和8年11月28日');
    expect(cardOf(view)).toContain('決裁は取り消されません');
  });

  it('A-12: an objection asks the drafter for a correcting case', () => {
    const given = decided();
    const obligationId = given.obligations[0]?.obligationId ?? '';
    const objected = when(given, sectionHead, { act: 'objectPostReview', obligationId, reason: '単価を確かめること' });
    const view = seen(drafter, objected);
    expect(headline(view, context)).toContain('訂正の案件');
    expect(cardOf(view)).toContain('単価を確かめること');
  });

  it('the drafter hears that a deputy decided', () => {
    expect(headline(seen(drafter, decided()), context)).toBe('代決されました');
    expect(cardOf(seen(drafter, decided()))).toContain('✔ 政策課 課長');
  });

  it('A-13: is asked of a reviewer who was passed over; whoever passes over gives a reason', () => {
    const given = submitted();
    const slotId = given.route[0]?.slotId ?? '';
    const standIns = [offer(seen(drafter, given), { kind: 'SKIP', decides: false })];
    expect(verbs(cardOf(seen(drafter, given, { standIns })))).toContain('skip-absent');
    const skip = granted({ onBehalfOf: { postId: posts.subsectionHead, postTitle: '係長', unitName: '政策課' } });
    const over = when(given, drafter, { act: 'skipAbsent', slotId, reason: '急ぐため' }, { skip });
    const view = seen(subsectionHead, over);
    expect(headline(view, context)).toBe('後閲のお願い');
    expect(verbs(cardOf(view))).toEqual(['confirm-post-review']);
  });

  it('A-14: a later post pulls the case up, with a reason', () => {
    const card = cardOf(seen(sectionHead, submitted()));
    expect(verbs(card)).toEqual(expect.arrayContaining(['pull-up', 'pull-up-reject']));
    expect(card).toContain('後閲になります');
  });
});

describe('the drafter', () => {
  it('settles a dispute: revise, or let both opinions go up', () => {
    const objected = [finance, legal, personnel].reduce(
      (given, actor) =>
        when(given, actor, actor === finance ? { act: 'object', reason: '予算がない' } : { act: 'consent' }),
      atConsulted(),
    );
    const view = seen(drafter, objected);
    expect(headline(view, context)).toContain('異議');
    expect(verbs(cardOf(view))).toEqual(expect.arrayContaining(['settle-revise', 'settle-proceed']));
    expect(cardOf(view)).toContain('予算がない');
  });

  it('hears why it was sent back or rejected', () => {
    const back = when(submitted(), subsectionHead, { act: 'sendBack', reason: '根拠を足す' });
    expect(cardOf(seen(drafter, back))).toContain('根拠を足す');
    const ended = when(submitted(), subsectionHead, { act: 'reject', reason: '必要がない' });
    expect(cardOf(seen(drafter, ended))).toContain('必要がない');
    expect(headline(seen(drafter, ended), context)).toBe('却下されました');
  });

  it('A-23: reminds, and the holder sees it', () => {
    const given = submitted();
    expect(verbs(cardOf(seen(drafter, given)))).toContain('remind');
    const reminded = after(given, decideAct(given, { act: 'remind', version: given.version }, factsFor(drafter)));
    expect(cardOf(seen(subsectionHead, reminded))).toContain('催促されています');
  });
});

describe('A-21: a reader', () => {
  it('presses 既読, and nothing else is asked', () => {
    const reader = person(40, '見本 読子', '00000000-0000-7000-8000-000000000140', '主事');
    const { staffId, name } = reader;
    const readers = [{ person: { staffId, name, postTitle: '主事', unitName: '政策課' } }];
    const act = { act: 'circulate' as const, staffIds: [staffId], postIds: [], unitIds: [] };
    const given = when(submitted(), drafter, act, { readers });
    const view = seen(reader, given);
    expect(headline(view, context)).toContain('供覧');
    expect(verbs(cardOf(view))).toEqual(['mark-read']);
  });
});

describe('A-26: above confidentiality 2', () => {
  it.each(['C3A', 'C3B', 'C3C'] as const)('%s shows number and link only', (confidentiality) => {
    const given = submitted(aDraft({ details: details({ confidentiality }) }));
    const decided = when(when(given, subsectionHead, { act: 'approve' }), sectionHead, { act: 'approve' });
    for (const one of [given, decided]) {
      const view = seen(subsectionHead, one);
      const all = cardOf(view) + caseSummaryLine(view, context);
      for (const hidden of ['物品の購入', '見本', '伺い.docx', '次のとおり', '庶務']) expect(all).not.toContain(hidden);
      expect(verbs(all)).toEqual([]);
      expect(all).toContain(`https://kaigi.example/${one.caseId}`);
    }
    expect(cardOf(seen(drafter, decided))).toContain('政第1号');
  });

  it('2 and 1 show the case', () => {
    for (const confidentiality of ['C2', 'C1'] as const) {
      const given = submitted(aDraft({ details: details({ confidentiality }) }));
      expect(cardOf(seen(subsectionHead, given))).toContain('物品の購入');
    }
  });
});

describe('every card', () => {
  it.each([
    ['2026-10-01', '（決裁日より前・遡及）'],
    ['2027-04-01', '（決裁日より後）'],
  ])('A-31: shows in red, with its reason, that it takes effect on %s', (effectiveOn, which) => {
    const why = '新年度の契約に合わせるため';
    const given = submitted(aDraft({ details: details({ effectiveOn, retroactiveReason: why }) }));
    const decided = when(when(given, subsectionHead, { act: 'approve' }), sectionHead, { act: 'approve' });
    for (const view of [seen(subsectionHead, given), seen(drafter, decided)]) {
      const body = (caseCard(view, context) as unknown as { body: { text?: string; color?: string }[] }).body;
      const red = body.flatMap(({ text, color }) => (color === 'Attention' && text ? [text] : []));
      expect(red).toEqual([expect.stringMatching(`^効力が生じる日: 令和.*${which}$`), `理由: ${why}`]);
    }
  });

  it('says that it was issued or completed, when, and in which fiscal year, and offers no button for it', () => {
    const issuance = { method: 'DISPATCH', on: null } as const;
    const given = submitted(aDraft({ details: details({ issuance }) }));
    const decided = when(when(given, subsectionHead, { act: 'approve' }), sectionHead, { act: 'approve' });
    const issued = when(decided, drafter, { act: 'issue', issuedOn: localDateOf(factsFor(drafter).now) });
    expect(cardOf(seen(drafter, issued))).toMatch(/施行されました.*"title":"施行日","value":"令和8年11月/);
    const completed = when(issued, drafter, { act: 'complete' });
    const card = cardOf(seen(drafter, completed));
    expect(card).toMatch(/完結しました.*"title":"完結日","value":"令和8年11月\d+日（令和8年度）"/);
    expect(card).not.toMatch(/approvals\/(issue|complete)/);
  });

  it('A-31: says nothing in red of a day that is the day of the decision', () => {
    const decided = when(when(submitted(), subsectionHead, { act: 'approve' }), sectionHead, { act: 'approve' });
    const effectiveOn = localDateOf(decided.updatedAt);
    const set = when(decided, drafter, { act: 'setEffectiveDate', effectiveOn });
    const card = cardOf(seen(drafter, set));
    expect(card).toContain('"title":"効力が生じる日"');
    expect(card).not.toContain('決裁日より');
  });

  it('A-41: says when a case is urgent', () => {
    const given = submitted(aDraft({ details: details({ urgency: 'EMERGENCY' }) }));
    expect(headline(seen(subsectionHead, given), context)).toBe('【緊急】承認のお願い');
  });

  it('carries ids and a version only, has no two fields of one id, and no more buttons than Teams shows', () => {
    const own = seen(subsectionHead, submitted(), {});
    const views = [own, seen(sectionHead, atDecider()), seen(finance, atConsulted()), seen(drafter, submitted())];
    for (const view of [...views, seen(subsectionHead, atDecider(), { standIns: [offer(own)] })]) {
      const card = caseCard(view, context) as unknown as Parts;
      const parts = within(card);
      const ids = parts.flatMap(({ type, id }) => (type?.startsWith('Input.') ? [id] : []));
      expect(ids).toEqual([...new Set(ids)]);
      expect(card.actions?.length).toBeLessThanOrEqual(6);
      for (const { data } of parts.filter(({ type }) => type === 'Action.Execute')) {
        const keys = Object.keys(data ?? {}).filter((key) => !key.endsWith('Id') && key !== 'version');
        expect([keys, Object.keys(data ?? {}).includes('caseId')]).toEqual([[], true]);
      }
    }
  });

  it('stays under 28 KB with the longest texts, the longest routes and the largest sections', () => {
    const long = '長'.repeat(1_000);
    const names = { postTitle: '長'.repeat(100), unitName: '課'.repeat(100) };
    const many = Array.from({ length: 40 }, (_, at) => slot(at + 1, 'REVIEW', posts.subsectionHead, names));
    const route = planOf(...many, slot(41, 'DECISION', posts.sectionHead, names));
    const draft = aDraft({ title: '\\'.repeat(200), proposalText: '*'.repeat(4_000) });
    let given = submitted(draft, route);
    for (let n = 0; n < 4; n += 1) {
      given = when(given, subsectionHead, { act: 'ask', text: long });
      const questionId = given.questions.at(-1)?.questionId ?? '';
      given = when(given, drafter, { act: 'answer', questionId, text: long });
    }
    const view = seen(subsectionHead, given);
    const comment = long;
    const filled = view.route.map((one, at) => ({ ...one, comment: at < 20 ? comment : null }));
    const said = { by: view.drafter, at: view.createdAt, reason: long };
    const targets = many.map(({ slotId }) => ({ slotId, label: long }));
    const everything: CaseView = {
      ...view,
      route: filled,
      sentBack: said,
      deadlock: said,
      sendBackTargets: targets,
      may: {
        ...view.may,
        standIn: [offer(view, { sentence: long, needsInstruction: true })],
        receive: [view.route[0]?.id ?? ''],
      },
    };
    const staff = Array.from({ length: 300 }, (_, at) => ({
      staffId: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      name: long,
      postTitle: long,
    }));
    const members = new Map([[view.route[0]?.id ?? '', staff]]);
    const card = JSON.stringify(caseCard(everything, { ...context, members, note: long }));
    expect(Buffer.byteLength(card)).toBeLessThan(TEAMS_LIMIT);
  });

  it('A-05: says which step was added under review, by whom and why, and that a superior is to decide', () => {
    const post = { postId: posts.legal, postTitle: '課長', unitName: '総務課' };
    const holders = [{ staffId: legal.staffId, name: legal.name, postTitle: '課長', unitName: '総務課' }];
    const reason = '契約条項を見てもらうため';
    const adding = { act: 'addToRoute', duty: 'CONSULT', postId: posts.legal, reason } as const;
    const asked = when(atDecider(), sectionHead, adding, { addressee: { post, holders } });
    const card = cardOf(seen(drafter, asked));
    expect(card).toContain(`回議先の追加（${sectionHead.name}）：総務課 課長　${reason}`);
    expect(card).toContain('▶ 総務課 課長 （空席）（合議・追加）');
    const raising = { act: 'raiseDecider', escalation: 'IMPORTANT', reason: '重要なため' } as const;
    const raised = when(atDecider(), sectionHead, raising, { plan: fullPlan() });
    expect(cardOf(seen(drafter, raised))).toContain(`上位者の決裁を仰いだ理由（${sectionHead.name}）：重要なため`);
  });

  it('is complete in English', () => {
    const english = { ...context, locale: 'en' as const };
    const card = JSON.stringify(caseCard(seen(finance, atConsulted()), english));
    for (const word of ['Your section is consulted', 'Agree with an opinion', 'Object', 'Route'])
      expect(card).toContain(word);
  });
});
