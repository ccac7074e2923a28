import { type Actor, type Directory, hasRole, personOf } from '../../directory/index.ts';
import { type Clock, type Database, onlyOnce, type Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  type LocalDate,
  localDateOf,
  notAllowed,
  notFound,
} from '../../shared/index.ts';
import { factsOf } from '../history/store.ts';
import { mayLookAt } from '../people/people.ts';
import { isClosed } from '../sheets/is-closed.ts';
import { cityTimesOn } from './city-times.ts';
import type { HoursImported, SetWorkTermsInput, WorkTermsView } from './contract.ts';
import { REGULAR } from './hours-of.ts';
import { addEntries, type Changing, choicesOn, importHours } from './import.ts';
import { closedByTerms } from './reach.ts';
import { saveTerms, termsOf } from './store.ts';

export interface HoursParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly regulations: Regulations;
  readonly wake: () => void;
}

export interface Hours {
  /** @throws not-found `telework.person_unknown` */
  terms(caller: Caller, staffId: string | undefined): Promise<WorkTermsView>;
  /**
   * @throws not-allowed `telework.terms_not_yours`; conflict `telework.terms_stale`, `telework.month_closed`
   * @throws bad-input `telework.terms_unknown_pattern`
   */
  setTerms(caller: Caller, input: SetWorkTermsInput): Promise<WorkTermsView>;
  /** @throws not-allowed `telework.terms_not_yours`; bad-input `telework.hours_csv_unreadable`, `…_rows` */
  importTerms(caller: Caller, bytes: Uint8Array): Promise<HoursImported>;
  importRoster(caller: Caller, bytes: Uint8Array): Promise<HoursImported>;
}

interface Looking {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly staffId: string;
}

async function viewOf(parts: HoursParts, { tx, caller, actor, staffId }: Looking): Promise<WorkTermsView> {
  const { clock, directory, regulations } = parts;
  const day = localDateOf(clock.now());
  const [person, there, terms, facts] = await Promise.all([
    directory.actorById(tx, staffId),
    directory.organisation(tx),
    termsOf(tx, [staffId]),
    factsOf(tx, { kind: 'terms', id: staffId }),
    regulations.ready(tx),
  ]);
  if (!person || !mayLookAt(there, actor, staffId)) throw notFound('telework.person_unknown');
  const choices = choicesOn(parts, tx, day);
  const employment = (code: string) => ({ code, name: choices.employments.get(code)?.[caller.locale] ?? code });
  const pattern = (code: string) => ({ code, name: choices.patterns.get(code)?.[caller.locale] ?? code });
  const { patterns } = cityTimesOn(regulations, { municipalityId: tx.municipalityId, day });
  const usual = { from: null, employment: employment(REGULAR), pattern: pattern(patterns[0]?.patternId ?? '') };
  const said = terms.map((one) => ({
    ...{ from: one.from, employment: employment(one.employment), pattern: pattern(one.patternId) },
  }));
  return {
    person: personOf(person),
    version: facts.length,
    items: [usual, ...said],
    choices: {
      employments: [...choices.employments.keys()].map(employment),
      patterns: [...choices.patterns.keys()].map(pattern),
    },
    may: { change: hasRole(actor, 'PERSONNEL') },
  };
}

async function setOnce(parts: HoursParts, changing: Changing, input: SetWorkTermsInput): Promise<WorkTermsView> {
  const { tx, actor } = changing;
  const { staffId, employment, patternId, version } = input;
  const from = input.from as LocalDate;
  const look = () => viewOf(parts, { ...changing, staffId });
  const before = await look();
  if (!hasRole(actor, 'PERSONNEL')) throw notAllowed('telework.terms_not_yours');
  if (before.version !== version) throw conflict('telework.terms_stale', {}, before);
  const choices = choicesOn(parts, tx, localDateOf(parts.clock.now()));
  const unknown = !choices.employments.has(employment)
    ? employment
    : choices.patterns.has(patternId)
      ? null
      : patternId;
  if (unknown !== null) throw badInput('telework.terms_unknown_pattern', { value: unknown });
  const month = from.slice(0, 7);
  if (await isClosed(tx, staffId, month)) throw conflict('telework.month_closed', { month }, before);
  const [reached] = await closedByTerms(tx, [{ staffId, from }]);
  if (reached) throw conflict('telework.month_closed', { month: reached }, before);
  await saveTerms(tx, [{ staffId, from, employment, patternId }]);
  const entries = new Map([[staffId, [{ from, employment, patternId }]]]);
  await addEntries(parts, changing, { kind: 'terms', entries });
  return look();
}

export function createHours(parts: HoursParts): Hours {
  const { db, directory, wake } = parts;
  return {
    terms: (caller, staffId) =>
      db.singly(caller.municipalityId, async (tx) => {
        const actor = await directory.actorOf(tx, caller);
        return viewOf(parts, { tx, caller, actor, staffId: staffId ?? actor.staffId });
      }),
    async setTerms(caller, input) {
      const view = await db.inMunicipality(caller.municipalityId, async (tx) => {
        const actor = await directory.actorOf(tx, caller);
        const request = { use: 'telework.set-terms', ...input };
        const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
        return onlyOnce(tx, call, () => setOnce(parts, { tx, caller, actor }, input));
      });
      wake();
      return view;
    },
    importTerms: (caller, bytes) => importHours(parts, caller, { kind: 'terms', bytes }),
    importRoster: (caller, bytes) => importHours(parts, caller, { kind: 'roster', bytes }),
  };
}
