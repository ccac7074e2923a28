import { conflict } from '../../shared/index.ts';
import { checkAdvice, checkReferral, checkRuling } from './appeal-rules.ts';
import type { ActOf } from './contract.ts';
import { endHolds, holdItem } from './holding.ts';
import { assure, checkedDay, decides, type OpenRequest, saved, works } from './open.ts';

/** 審査請求: everything that is kept still is held again until its ruling, and a year more. */
export async function appeal(open: OpenRequest, { on }: ActOf<'appeal'>): Promise<void> {
  const { at, request, items } = open;
  assure(works(at.sight, request));
  const { state, decidedOn, dismissedOn } = request;
  const since = decidedOn ?? dismissedOn;
  if (since === null || state === 'APPEALED') throw conflict('records.disclosure_not_decided');
  const day = checkedDay(at, on, since);
  for (const item of items) await holdItem(open, item, 'APPEAL');
  const board = { referredOn: null, referralNumber: '', advisedOn: null, adviceNumber: '' };
  const change = { state: 'APPEALED', appealedOn: day, ...board, ruledOn: null, ruling: null, rulingNote: '' } as const;
  await saved(open, change, { act: 'APPEALED', fact: { on: day } });
}

/** 審査会への諮問 */
export async function refer(open: OpenRequest, { on, number }: ActOf<'refer'>): Promise<void> {
  const { at, request } = open;
  assure(works(at.sight, request));
  const day = checkedDay(at, on, checkReferral(request));
  const change = { referredOn: day, referralNumber: number };
  await saved(open, change, { act: 'REFERRED', fact: { on: day, number } });
}

/** 審査会の答申 */
export async function advised(open: OpenRequest, { on, number }: ActOf<'advised'>): Promise<void> {
  const { at, request } = open;
  assure(works(at.sight, request));
  const day = checkedDay(at, on, checkAdvice(request));
  await saved(open, { advisedOn: day, adviceNumber: number }, { act: 'ADVISED', fact: { on: day, number } });
}

/**
 * 裁決, or 取下げ of the appeal. A ruling holds a year more. An appeal that is withdrawn has none: its holds end with the day
 * on which that is registered, and those of the decision itself go on as they would have without it.
 */
export async function rule(open: OpenRequest, { on, ruling, note }: ActOf<'rule'>): Promise<void> {
  const { at, request, items } = open;
  assure(decides(at.sight, request));
  const needsReferral = request.scheme.referral !== undefined;
  const day = checkedDay(at, on, checkRuling(request, { ruling, note, needsReferral }));
  const end = { reason: 'APPEAL', decidedOn: day, note: request.numberLabel } as const;
  await endHolds(at, items, ruling === 'WITHDRAWN' ? { ...end, until: at.today } : end);
  const state = request.decidedOn === null ? 'DISMISSED' : 'DECIDED';
  const change = { state, ruledOn: day, ruling, rulingNote: note } as const;
  await saved(open, change, { act: 'RULED', fact: { on: day, ruling, note } });
}
