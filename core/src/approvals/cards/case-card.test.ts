import { describe, expect, it } from '@jest/globals';
import {
  aDraft,
  drafter,
  number,
  posts,
  sectionHead,
  stranger,
  submitted,
  subsectionHead,
  when,
} from '../case.fixtures.ts';
import type { ApprovalCase } from '../case.ts';
import { CaseViewSchema } from '../contract.ts';

import { presentCase, presentSummary } from '../present.ts';
import { caseCard } from './case-card.ts';
import { caseSummaryLine, headline } from './head.ts';
import { whereCard } from './list-card.ts';

const TEAMS_LIMIT = 28 * 1024;
const holders = new Map(
  [subsectionHead, sectionHead].map((actor) => {
    const post = actor.posts[0];
    const person = { staffId: actor.staffId, name: actor.name, postTitle: post?.title ?? '', unitName: '政策課' };
    return [
      post?.postId ?? '',
      {
        postId: post?.postId ?? '',
        title: post?.title ?? '',
        rank: 'SECTION_HEAD' as const,
        unitId: '',
        unitName: '政策課',
        holders: [person],
      },
    ];
  }),
);
const viewFor = (actor: typeof drafter, one: ApprovalCase) =>
  presentCase(one, { actor, locale: 'ja', now: new Date(), holders }, null);
const context = { locale: 'ja' as const, caseUrl: (id: string) => `https://kaigi.example/${id}` };
const cardFor = (actor: typeof drafter, one: ApprovalCase) => JSON.stringify(caseCard(viewFor(actor, one), context));
const verbs = (card: string) => [...card.matchAll(/"verb":"approvals\/([a-z-]+)"/g)].map((match) => match[1]);

describe('the card of a case', () => {
  it('asks the reviewer for approval and the decider for the decision, with only the buttons that work', () => {
    expect(headline(viewFor(subsectionHead, submitted()), context)).toBe('承認のお願い');
    expect(verbs(cardFor(subsectionHead, submitted()))).toEqual(['approve', 'send-back', 'reject', 'ask']);
    const atDecider = when(submitted(), subsectionHead, { act: 'approve' });
    expect(headline(viewFor(sectionHead, atDecider), context)).toBe('決裁のお願い');
    expect(verbs(cardFor(sectionHead, submitted()))).toEqual(['remind', 'pull-up', 'pull-up-reject']);
    expect(verbs(cardFor(stranger, submitted()))).toEqual([]);
  });

  it('carries ids and a version, and nothing that says who may act', () => {
    const given = submitted();
    const actions = JSON.parse(cardFor(subsectionHead, given)).actions as { data?: object }[];
    expect(actions[0]?.data).toEqual({ caseId: given.caseId, version: given.version });
  });

  it('shows title, drafter, document, route and where the case stands', () => {
    const card = cardFor(subsectionHead, submitted());
    for (const shown of ['物品の購入について', '見本 起子', '伺い.docx', '▶ 政策課 係長 見本 係雄', '課長 見本 課美']) {
      expect(card).toContain(shown);
    }
    // Since when, not when: nothing was done there yet.
    expect(card).toMatch(/▶ 政策課 係長 見本 係雄　令和\d+年\d+月\d+日 \d+:\d+から/);
  });

  it('asks for the reason of a 差戻し before anything is sent', () => {
    const card = JSON.parse(cardFor(subsectionHead, submitted()));
    const sendBack = card.actions.find((one: { title: string }) => one.title === '差戻し');
    expect(sendBack).toMatchObject({
      type: 'Action.ShowCard',
      card: { body: [{ type: 'Input.Text', id: 'reason', isRequired: true }] },
    });
  });

  it('offers earlier steps as the target of a 差戻し', () => {
    const atDecider = when(submitted(), subsectionHead, { act: 'approve' });
    expect(cardFor(sectionHead, atDecider)).toContain('政策課 係長 見本 係雄');
    expect(cardFor(sectionHead, atDecider)).toContain('toSlotId');
  });

  it('turns into its final state with the number', () => {
    const decided = when(when(submitted(), subsectionHead, { act: 'approve' }), sectionHead, { act: 'approve' });
    const card = cardFor(drafter, decided);
    expect(card).toContain('決裁されました');
    expect(card).toContain(number.label);
    expect(verbs(card)).toEqual([]);
  });

  it('shows what people typed as they typed it, not as Markdown', () => {
    const title = '[押して](javascript:alert(1)) **重要** `x`';
    const draft = aDraft({ title, proposalText: '![](https://x.example/a.png)' });
    const card = cardFor(subsectionHead, submitted(draft));
    expect(card).not.toContain('[押して](');
    expect(card).not.toContain('![](');
    const dated = cardFor(subsectionHead, submitted(aDraft({ title: '{{DATE(2026-04-01T00:00:00Z,SHORT)}}の件' })));
    expect(dated).not.toContain('{{DATE');
  });

  it('stays under 28 KB with the longest texts', () => {
    const long = aDraft({ title: '長'.repeat(200), proposalText: '文'.repeat(4_000) });
    let given = submitted(long);
    for (let n = 0; n < 6; n += 1) given = when(given, subsectionHead, { act: 'ask', text: '問'.repeat(1_000) });
    const back = when(when(given, subsectionHead, { act: 'approve' }), drafter, {
      act: 'requestWithdrawal',
      reason: '理'.repeat(1_000),
    });
    for (const actor of [sectionHead, subsectionHead, drafter]) {
      expect(Buffer.byteLength(cardFor(actor, back))).toBeLessThan(TEAMS_LIMIT);
    }
  });

  it('is complete in English', () => {
    const card = JSON.stringify(caseCard(viewFor(subsectionHead, submitted()), { ...context, locale: 'en' }));
    for (const word of ['Approval requested', 'Approve', 'Send back', 'Ask', 'Drafter', 'Route'])
      expect(card).toContain(word);
    expect(caseSummaryLine(viewFor(subsectionHead, submitted()), { ...context, locale: 'en' })).toContain(
      'Approval requested',
    );
  });

  it('puts a sentence on top when there is something to say', () => {
    const card = caseCard(viewFor(subsectionHead, submitted()), { ...context, note: '内容が更新されています。' });
    expect(JSON.stringify(card)).toContain('内容が更新されています');
  });
});

describe('今どこ', () => {
  it('lists cases with who has them and since when, within the limit', () => {
    const items = Array.from({ length: 8 }, () =>
      presentSummary(submitted(), { actor: drafter, locale: 'ja', now: new Date(), holders }),
    );
    const card = JSON.stringify(whereCard(items, context));
    expect(card).toContain('▶ 政策課 係長 見本 係雄');
    expect(Buffer.byteLength(card)).toBeLessThan(TEAMS_LIMIT);
  });
});

describe('what is presented', () => {
  it('fits the wire contract in every state', () => {
    const review = submitted();
    const decided = when(when(review, subsectionHead, { act: 'approve' }), sectionHead, { act: 'approve' });
    const sentBack = when(review, subsectionHead, { act: 'sendBack', reason: 'x' });
    for (const one of [aDraft(), review, sentBack, decided, when(aDraft(), drafter, { act: 'discard' })]) {
      for (const actor of [drafter, subsectionHead, stranger]) {
        expect(CaseViewSchema.safeParse(viewFor(actor, one)).error).toBeUndefined();
      }
    }
  });

  it('names who holds an open slot today, and who acted as they were then', () => {
    const view = viewFor(drafter, when(submitted(), subsectionHead, { act: 'approve' }));
    expect(view.route[0]).toMatchObject({ actedBy: { name: '見本 係雄' }, holders: [{ name: '見本 係雄' }] });
    expect(view.holder).toMatchObject({ postTitle: '課長', names: ['見本 課美'] });
    expect(posts.sectionHead).toBeTruthy();
  });
});
