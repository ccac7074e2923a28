import type { LocalDate } from '../../shared/index.ts';
import type { TimeRules } from './time-rules.ts';

export type PunchKind = 'START' | 'PAUSE' | 'RESUME' | 'END';
export type PunchSource = 'CHAT' | 'CARD' | 'TAB' | 'API' | 'DEVICE';

interface Fact {
  readonly factId: string;
  /** Of the tap or the request, made where it was made: the same one twice counts once. */
  readonly key: string;
  readonly serverAt: Date;
}

/** 打刻 as it was heard. */
export interface Tapped extends Fact {
  readonly kind: 'TAPPED';
  readonly punch: PunchKind;
  /** The instant that counts. */
  readonly at: Date;
  readonly clientAt: Date | null;
  readonly source: PunchSource;
  /** Made offline and sent later. */
  readonly reportedLate: boolean;
  /** The device's clock could not be believed, and the server's counts. */
  readonly clockDoubted: boolean;
}

/** Puts a punch in the place of another (or of none), or takes one away. */
export interface PunchChange {
  readonly replaces: string | null;
  readonly by: { readonly punch: PunchKind; readonly at: Date } | null;
}

/** 後日入力: entered afterwards by somebody else, from a form that was filled in while the network was down. */
export interface FromPaper {
  /** 特例の命令 that was in force on the day. */
  readonly orderNumber: string;
  /** Which paper: 「在宅勤務申請書（政策課）3枚目」. */
  readonly source: string;
  /** Whose times these are; the fact's actor is who entered them. */
  readonly person: {
    readonly staffId: string;
    readonly name: string;
    readonly postTitle: string;
    readonly unitName: string;
  };
}

/** 打刻修正 or a stated end: counts when it is confirmed. Nothing earlier is changed by it. */
export interface CorrectionAsked extends Fact {
  readonly kind: 'CORRECTION_ASKED';
  readonly day: LocalDate;
  readonly changes: readonly PunchChange[];
  readonly reason: string;
  readonly paper?: FromPaper;
}

export interface CorrectionSettled extends Fact {
  readonly kind: 'CORRECTION_SETTLED';
  readonly correctionId: string;
  readonly outcome: 'CONFIRMED' | 'DECLINED' | 'WITHDRAWN';
}

/** What the person said a 中抜け was. The last word counts. */
export interface MidShiftAnswered extends Fact {
  readonly kind: 'MID_SHIFT_ANSWERED';
  readonly punchId: string;
  readonly as: 'BREAK' | 'HOURLY_LEAVE';
}

export type PunchFact = Tapped | CorrectionAsked | CorrectionSettled | MidShiftAnswered;

export interface Tap {
  readonly key: string;
  readonly punch: PunchKind;
  readonly source: PunchSource;
  /** When the finger came down and when the device sent it, both by the device's own clock. */
  readonly clientAt: Date | null;
  readonly clientSentAt: Date | null;
}

/**
 * A tap as a fact. The server's time counts; of a tap that waited offline, the time that it waited is taken off, which
 * is right even where the device's clock is a day wrong. A device that does not say when it sent cannot be late.
 */
export function hear(tap: Tap, { factId, serverAt }: { factId: string; serverAt: Date }, rules: TimeRules): Tapped {
  const { key, punch, source, clientAt, clientSentAt } = tap;
  const fact = { kind: 'TAPPED', factId, key, punch, serverAt, clientAt, source } as const;
  const late = rules.offlineAfterSeconds * 1000;
  const off = clientAt ? Math.abs(serverAt.getTime() - clientAt.getTime()) : 0;
  if (!clientAt || !clientSentAt) return { ...fact, at: serverAt, reportedLate: false, clockDoubted: off > late };
  const waited = clientSentAt.getTime() - clientAt.getTime();
  const doubted = !(waited >= 0 && waited <= rules.offlineAtMostHours * 3_600_000);
  if (doubted) return { ...fact, at: serverAt, reportedLate: true, clockDoubted: true };
  const skew = Math.abs(serverAt.getTime() - clientSentAt.getTime());
  if (waited <= late) return { ...fact, at: serverAt, reportedLate: false, clockDoubted: skew > late };
  return { ...fact, at: new Date(serverAt.getTime() - waited), reportedLate: true, clockDoubted: skew > late };
}

/** A punch that counts, after corrections. */
export interface Punch {
  readonly punchId: string;
  readonly punch: PunchKind;
  readonly at: Date;
  /** The working day, where a correction said it. */
  readonly day: LocalDate | null;
  readonly reportedLate: boolean;
  readonly clockDoubted: boolean;
  readonly corrected: boolean;
}

export interface CorrectionProblem {
  readonly code: 'CORRECTION_OF_UNKNOWN';
  readonly factId: string;
  readonly day: LocalDate;
}

export interface Heard {
  /** In the order of the instants that count. */
  readonly punches: readonly Punch[];
  readonly open: readonly CorrectionAsked[];
  /** Confirmed ones, by the day that they are about. */
  readonly confirmed: readonly CorrectionAsked[];
  readonly problems: readonly CorrectionProblem[];
  readonly answers: ReadonlyMap<string, MidShiftAnswered['as']>;
}

const inOrder = (a: Fact, b: Fact): number =>
  a.serverAt.getTime() - b.serverAt.getTime() || (a.factId < b.factId ? -1 : a.factId > b.factId ? 1 : 0);

/** Each tap once, as the server heard them, however they come here. */
function once(facts: readonly PunchFact[]): PunchFact[] {
  const [ids, keys] = [new Set<string>(), new Set<string>()];
  return [...facts].sort(inOrder).filter(({ factId, key }) => {
    if (ids.has(factId) || keys.has(key)) return false;
    ids.add(factId);
    keys.add(key);
    return true;
  });
}

const KINDS: readonly PunchKind[] = ['START', 'PAUSE', 'RESUME', 'END'];
const asTheyCount = (a: Punch, b: Punch): number =>
  a.at.getTime() - b.at.getTime() ||
  KINDS.indexOf(a.punch) - KINDS.indexOf(b.punch) ||
  (a.punchId < b.punchId ? -1 : 1);

/** A correction names the punch that its writer saw; where another has replaced that one since, it is about that. */
function corrected(tapped: readonly Tapped[], confirmed: readonly CorrectionAsked[]) {
  const standing = new Map<string, Punch>();
  const becameOf = new Map<string, string | null>();
  const problems: CorrectionProblem[] = [];
  for (const { factId, punch, at, reportedLate, clockDoubted } of tapped)
    standing.set(factId, { punchId: factId, punch, at, day: null, reportedLate, clockDoubted, corrected: false });
  for (const { factId, day, changes } of confirmed) {
    for (const [nth, { replaces, by }] of changes.entries()) {
      const punchId = `${factId}#${nth}`;
      let old = replaces;
      while (old !== null && becameOf.has(old)) old = becameOf.get(old) ?? null;
      if (old !== null && !standing.delete(old)) {
        problems.push({ code: 'CORRECTION_OF_UNKNOWN', factId, day });
        continue;
      }
      if (old !== null) becameOf.set(old, by ? punchId : null);
      if (by) standing.set(punchId, { punchId, ...by, day, reportedLate: false, clockDoubted: false, corrected: true });
    }
  }
  return { standing, problems };
}

/** Facts, in whatever order they came, as the punches that count. */
export function punchesOf(facts: readonly PunchFact[]): Heard {
  const heard = once(facts);
  const settled = new Map<string, CorrectionSettled>();
  const answers = new Map<string, MidShiftAnswered['as']>();
  for (const fact of heard) {
    if (fact.kind === 'CORRECTION_SETTLED' && !settled.has(fact.correctionId)) settled.set(fact.correctionId, fact);
    if (fact.kind === 'MID_SHIFT_ANSWERED') answers.set(fact.punchId, fact.as);
  }
  const asked = heard.filter((fact) => fact.kind === 'CORRECTION_ASKED');
  const confirmed = asked
    .flatMap((ask) => {
      const settlement = settled.get(ask.factId);
      return settlement?.outcome === 'CONFIRMED' ? [{ ask, settlement }] : [];
    })
    .sort((a, b) => inOrder(a.settlement, b.settlement))
    .map(({ ask }) => ask);
  const tapped = heard.filter((fact) => fact.kind === 'TAPPED');
  const { standing, problems } = corrected(tapped, confirmed);
  return {
    punches: [...standing.values()].sort(asTheyCount),
    open: asked.filter(({ factId }) => !settled.has(factId)),
    confirmed,
    problems,
    answers,
  };
}
