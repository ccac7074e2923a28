import { conflict, type LocalDate } from '../../shared/index.ts';
import { factsOf } from '../history.ts';
import type { ActOf } from './contract.ts';
import { assure, assureOpen, checkedDay, clockOf, decides, type OpenRequest, saved, works } from './open.ts';
import { checkCorrection, checkExtension, correctionUntil, daysBetween } from './rules.ts';

export async function extend(open: OpenRequest, { reason }: ActOf<'extend'>): Promise<void> {
  const { at, request } = open;
  assure(decides(at.sight, request));
  assureOpen(open);
  checkExtension(clockOf(request), at.today);
  await saved(
    open,
    { extendedOn: at.today, extensionReason: reason },
    { act: 'EXTENDED', fact: { on: at.today, reason } },
  );
}

/** The day of the last correction. */
async function correctedOn({ at, request }: OpenRequest): Promise<LocalDate | null> {
  const facts = await factsOf(at.tx, { kind: 'disclosure', id: request.id });
  const last = facts.findLast(({ act }) => act === 'CORRECTED')?.fact.on;
  return typeof last === 'string' ? (last as LocalDate) : null;
}

/** 補正を求める: what is to be put right, and by when. The term stands still. */
export async function askCorrection(open: OpenRequest, { on, wanted, until }: ActOf<'askCorrection'>): Promise<void> {
  const { at, request } = open;
  assure(works(at.sight, request));
  assureOpen(open);
  const day = checkedDay(at, on, request.receivedOn);
  checkCorrection(clockOf(request), { on: day, before: await correctedOn(open) });
  const chosen = (until ?? null) as LocalDate | null;
  const days = request.scheme.correctionTerm?.days ?? null;
  const last = correctionUntil({ on: day, chosen, days }, at.today);
  const change = { correctionAskedOn: day, correctionWanted: wanted, correctionUntil: last };
  await saved(open, change, { act: 'CORRECTION_ASKED', fact: { on: day, wanted, until: last } });
}

/** 補正された: also after its own term, as long as the request was not dismissed. */
export async function corrected(open: OpenRequest, { on }: ActOf<'corrected'>): Promise<void> {
  const { at, request } = open;
  const { correctionAskedOn: since } = request;
  assure(works(at.sight, request));
  assureOpen(open);
  if (since === null) throw conflict('records.disclosure_not_correcting');
  const days = daysBetween(since, checkedDay(at, on, since));
  const correctionDays = request.correctionDays + days;
  const change = { correctionAskedOn: null, correctionUntil: null, correctionDays };
  await saved(open, change, { act: 'CORRECTED', fact: { on, days } });
}
