import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import type { OrganisationSnapshot } from '../../directory/index.ts';
import { loadPack } from '../language/load.ts';
import { exampleOrganisation } from '../language/organisation.ts';
import type { PackFile } from '../language/schema.ts';
import { findingSentence } from '../language/text.ts';
import type { Pack } from './pack.ts';
import type { MatterQuestion, PlanAnswer, StandInQuestion } from './vocabulary.ts';

const yaml = readFileSync(path.join(import.meta.dirname, '../language/example.yaml'), 'utf8');
type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> };

/** はまべ町, with something changed and without its examples. */
export function hamabe(change: (file: Writable<PackFile>) => void = () => undefined): Pack {
  const file = parse(yaml) as Writable<PackFile>;
  const first = { ...file.examples.routes[0], expect: { problem: 'regulations.unknown_unit' }, unit: 'nowhere' };
  file.examples = { routes: [first as never], deputies: [], skips: [] };
  change(file);
  const loaded = loadPack(stringify(file));
  if (!loaded.ok) throw new Error(loaded.findings.map((one) => findingSentence(one, 'en')).join('\n'));
  return loaded.pack;
}

export const thereOf = (pack: Pack): OrganisationSnapshot => exampleOrganisation(pack.file);

/** A general matter of 土木係, drafted by its 主事. */
export function question(pack: Pack, given: Partial<MatterQuestion> = {}): MatterQuestion {
  return {
    there: thereOf(pack),
    matter: 'GENERAL',
    facts: {},
    escalations: [],
    urgent: false,
    unitId: 'doboku-kakari',
    drafterPostIds: ['doboku-shuji'],
    ...given,
  };
}

/** `1 REVIEW doboku-kakari-head`, or the problem. */
export function route(answer: PlanAnswer): string[] | string {
  if (!answer.ok) return answer.problem;
  return answer.plan.slots.map(
    ({ stage, duty, address }) => `${stage} ${duty} ${address.kind === 'POST' ? address.postId : `§${address.unitId}`}`,
  );
}

export const TWO_DAYS = {
  source: 'TRIP',
  from: '2026-11-24T08:30:00+09:00',
  until: '2026-11-26T17:15:00+09:00',
} as const;

/** 総務課長 is away for two days; 課長補佐 asks. */
export function standInQuestion(pack: Pack, given: Partial<StandInQuestion> = {}): StandInQuestion {
  return {
    ...question(pack, { unitId: 'somu-kakari', drafterPostIds: [] }),
    duty: 'DECISION',
    postId: 'somu-head',
    at: new Date('2026-11-25T10:00:00+09:00'),
    absent: TWO_DAYS,
    instructed: false,
    deadlock: false,
    isAbsent: () => false,
    asking: { postIds: ['somu-hosa'], isDrafter: false },
    ...given,
  };
}
