import type { Ruling } from '../../regulations/index.ts';
import { badInput, conflict, type LocalDate } from '../../shared/index.ts';
import type { RequestState } from './rules.ts';

export interface Appeal {
  readonly state: RequestState;
  readonly appealedOn: LocalDate | null;
  /** 審査会への諮問, and its 答申 */
  readonly referredOn: LocalDate | null;
  readonly advisedOn: LocalDate | null;
}

/** @throws conflict `records.disclosure_not_appealed` */
function appealedSince({ state, appealedOn }: Appeal): LocalDate {
  if (state !== 'APPEALED' || appealedOn === null) throw conflict('records.disclosure_not_appealed');
  return appealedOn;
}

/** From which day a referral counts. @throws conflict `records.disclosure_not_appealed`, `…_referred` */
export function checkReferral(appeal: Appeal): LocalDate {
  const since = appealedSince(appeal);
  if (appeal.referredOn !== null) throw conflict('records.disclosure_referred', { day: appeal.referredOn });
  return since;
}

/** From which day a 答申 counts. @throws conflict `records.disclosure_not_appealed`, `…_board_not_asked`, `…_advised` */
export function checkAdvice(appeal: Appeal): LocalDate {
  appealedSince(appeal);
  const { referredOn, advisedOn } = appeal;
  if (referredOn === null) throw conflict('records.disclosure_board_not_asked');
  if (advisedOn !== null) throw conflict('records.disclosure_advised', { day: advisedOn });
  return referredOn;
}

/** They leave something standing that was appealed against. */
const LEAVES_STANDING: ReadonlySet<Ruling> = new Set<Ruling>(['REJECTED', 'PARTLY_UPHELD']);
/** Who appealed gets something: what it is stands with it. */
const GRANTS: ReadonlySet<Ruling> = new Set<Ruling>(['UPHELD', 'PARTLY_UPHELD']);

interface RulingWish {
  readonly ruling: Ruling;
  readonly note: string;
  /** The regulations want the review board asked, unless the appeal is inadmissible or granted as a whole. */
  readonly needsReferral: boolean;
}

/**
 * From which day the end of an appeal counts. A board that was asked is waited for before anything is left standing.
 * @throws conflict `records.disclosure_not_appealed`, `…_not_referred`, `…_not_advised`; bad-input `…_ruling_note`
 */
export function checkRuling(appeal: Appeal, { ruling, note, needsReferral }: RulingWish): LocalDate {
  const since = appealedSince(appeal);
  const { referredOn, advisedOn } = appeal;
  if (LEAVES_STANDING.has(ruling)) {
    if (needsReferral && referredOn === null) throw conflict('records.disclosure_not_referred');
    if (referredOn !== null && advisedOn === null)
      throw conflict('records.disclosure_not_advised', { day: referredOn });
  }
  if (GRANTS.has(ruling) && note === '') throw badInput('records.disclosure_ruling_note');
  return advisedOn ?? referredOn ?? since;
}
