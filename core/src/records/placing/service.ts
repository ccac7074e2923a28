import type { Directory } from '../../directory/index.ts';
import type { Clock, Database } from '../../platform/index.ts';
import { periodText, type Regulations, ruleText } from '../../regulations/index.ts';
import {
  type Caller,
  fiscalYearOf,
  LEVEL_QUESTIONS,
  LEVELS,
  type Level,
  type Locale,
  localDateOf,
  say,
} from '../../shared/index.ts';
import { questionText } from '../keeping/level-words.ts';
import { ownerOf } from '../owner.ts';
import type { Placing, PlacingQuery } from './contract.ts';
import { foldersFor, lastFolder, levelsLately } from './queries.ts';
import { proposedFolder, proposedLevel } from './rules.ts';
import { placingTexts } from './text.ts';

export interface PlacingParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf' | 'unitPath'>;
  readonly regulations: Pick<Regulations, 'classification' | 'numberSeries' | 'ready'>;
}

export interface Placings {
  /** What the third step of filing shows. @throws bad-input `regulations.unknown_classification`, `records.no_unit` */
  placing(caller: Caller, query: PlacingQuery): Promise<Placing>;
}

const words = (code: string, locale: Locale): string => say(placingTexts, `records.${code}`, locale) ?? code;

/** Of a case, above 2 only those who take part in it see its papers. */
function levelsIn(locale: Locale, isCase: boolean): Placing['levels'] {
  const named = (level: Level) => ({
    name: words(`level_name.${level}`, locale),
    readers: words(`level_readers.${isCase && level.startsWith('C3') ? 'case' : level}`, locale),
  });
  return Object.fromEntries(LEVELS.map((level) => [level, named(level)])) as Placing['levels'];
}

export function createPlacings(parts: PlacingParts): Placings {
  const { db, clock, directory, regulations } = parts;
  return {
    placing: (caller, { kind, classificationCode: code }) =>
      db.inMunicipality(caller.municipalityId, async (tx) => {
        const [actor] = await Promise.all([directory.actorOf(tx, caller), regulations.ready(tx)]);
        const day = localDateOf(clock.now());
        const row = regulations.classification({ municipalityId: caller.municipalityId, day }, code);
        const { unitId } = await ownerOf(parts, tx, { unitId: actor.posts[0]?.unitId, day });
        const [folders, last, lately] = await Promise.all([
          foldersFor(tx, { unitId, fiscalYear: fiscalYearOf(day), code }),
          lastFolder(tx, { staffId: actor.staffId, code }),
          levelsLately(tx, { unitId, code }),
        ]);
        const { level, count } = proposedLevel(lately);
        const { locale } = caller;
        return {
          retention: { period: periodText(row, locale), sentence: ruleText(row, locale), article: row.article },
          folders,
          folderId: proposedFolder(folders, last),
          level,
          levelReason: words(count > 0 ? 'level_by_class' : 'level_by_default', locale),
          questions: LEVEL_QUESTIONS.map((id) => ({ id, text: questionText(id, locale) })),
          levels: levelsIn(locale, kind === 'DRAFT_DOCUMENT'),
        };
      }),
  };
}
