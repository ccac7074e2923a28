import { personOf } from '../../directory/index.ts';
import { sha256Hex, type Tx } from '../../platform/index.ts';
import { basisDay, spanOf } from '../../regulations/index.ts';
import {
  asJson,
  type Caller,
  canonicalJson,
  conflict,
  type Locale,
  localDateOf,
  notAllowed,
} from '../../shared/index.ts';
import { sightOf } from '../access.ts';
import { changeKeeping } from './change.ts';
import type { ScheduleChange } from './contract.ts';
import { changeFolder } from './folder-count.ts';
import type { FolderParts } from './folder-service.ts';
import { allFolders, type FolderRow, lockFolder } from './folder-store.ts';
import { counted } from './keep.ts';
import { mayTakeOver } from './policy.ts';
import { periodOf } from './present.ts';
import { type KeepingRow, type RuleColumns, ruleColumns } from './rows.ts';
import { looseKeepings } from './store.ts';

interface Moving {
  readonly kind: 'FOLDER' | 'RECORD';
  readonly id: string;
  readonly before: KeepingRow | FolderRow;
  readonly rule: RuleColumns;
}

const WEIGHED = ['basis', 'retentionYears', 'isPermanent', 'action', 'article', 'starts', 'keepDays'] as const;

const differs = (row: KeepingRow | FolderRow, rule: RuleColumns): boolean =>
  WEIGHED.some((name) => row[name] !== rule[name]);

/** Everything that is kept by a row that says something else today. */
async function movings({ regulations, clock }: FolderParts, tx: Tx): Promise<{ version: string; all: Moving[] }> {
  await regulations.ready(tx);
  const pack = regulations.packOf(tx.municipalityId, localDateOf(clock.now()));
  const rules = new Map(pack.classifications.map((row) => [row.code, ruleColumns(row, pack.version)]));
  const [folders, records] = [await allFolders(tx), await looseKeepings(tx)];
  const rows = [
    ...folders.map((before) => ({ kind: 'FOLDER' as const, id: before.id, before })),
    ...records.map((before) => ({ kind: 'RECORD' as const, id: before.recordId, before })),
  ];
  const all = rows.flatMap((one): Moving[] => {
    const rule = rules.get(one.before.classificationCode);
    return rule && differs(one.before, rule) ? [{ ...one, rule }] : [];
  });
  return { version: pack.version, all };
}

/** When it would end: of a 簿冊 that is counted by another event now, only carrying it out can tell. */
function endAfter({ before, rule }: Moving): string | null {
  const basisOn = 'recordId' in before ? basisDay(rule.basis, before) : before.basisOn;
  const { endsOn } = spanOf(rule, basisOn, before.endsOn);
  const longer = 'recordId' in before ? before.extendedUntil : null;
  return endsOn !== null && longer !== null && longer > endsOn ? longer : endsOn;
}

function presentMoving(moving: Moving, locale: Locale): ScheduleChange['items'][number] {
  const { kind, id, before, rule } = moving;
  const { title, unitName, ruleId, action, endsOn, article } = before;
  return {
    ...{ kind, id, title, unitName, ruleId },
    before: { period: periodOf(before, locale), action, endsOn, article },
    after: {
      period: periodOf({ ...before, ...rule }, locale),
      action: rule.action,
      endsOn: endAfter(moving) as never,
      article: rule.article,
    },
  };
}

const SHOWN = 500;

async function preview(
  parts: FolderParts,
  tx: Tx,
  caller: Caller,
): Promise<ScheduleChange & { readonly all: Moving[] }> {
  const sight = await sightOf(parts, tx, await parts.directory.actorOf(tx, caller));
  if (!sight.all) throw notAllowed('records.schedule_chief_only');
  const { version, all } = await movings(parts, tx);
  const items = all.map((one) => presentMoving(one, 'ja'));
  const digest = sha256Hex(Buffer.from(canonicalJson(asJson({ version, items }))));
  const shorter = items.filter(
    ({ before, after }) => before.endsOn !== null && after.endsOn !== null && after.endsOn < before.endsOn,
  );
  const shown = all.slice(0, SHOWN).map((one) => presentMoving(one, caller.locale));
  return {
    digest,
    regulationVersion: version,
    items: shown,
    shorter: shorter.length,
    mayApply: mayTakeOver(sight) && all.length > 0,
    all,
  };
}

const ruleSaid = (row: KeepingRow | FolderRow) => ({
  ...{ ruleId: row.ruleId, article: row.article, regulationVersion: row.regulationVersion, basis: row.basis },
  ...{ retentionYears: row.retentionYears, isPermanent: row.isPermanent, action: row.action, endsOn: row.endsOn },
});

/** Exactly what was looked at is carried out; the row of before stands in the history of each. */
async function apply(
  parts: FolderParts,
  tx: Tx,
  { caller, digest, reason }: { caller: Caller; digest: string; reason: string },
) {
  const seen = await preview(parts, tx, caller);
  if (!seen.mayApply && seen.all.length > 0) throw notAllowed('records.schedule_chief_only');
  if (seen.digest !== digest) throw conflict('records.schedule_moved');
  const by = personOf(await parts.directory.actorOf(tx, caller));
  for (const { kind, id, before, rule } of seen.all.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const doing = { act: 'SCHEDULE', by, via: caller.via, said: { reason, before: ruleSaid(before) } };
    if (kind === 'RECORD') {
      await changeKeeping(parts.clock, tx, { recordId: id, ...doing }, (row) => counted({ ...row, ...rule }));
      continue;
    }
    const folder = await lockFolder(tx, id);
    if (folder) await changeFolder(parts.clock, tx, { before: folder, ...doing }, { ...folder, ...rule });
  }
  return { changed: seen.all.length };
}

export interface ScheduleChanges {
  /** What the schedule in force today would move, and until when. */
  preview(caller: Caller): Promise<ScheduleChange>;
  /** @throws conflict `records.schedule_moved`; not-allowed `records.schedule_chief_only` */
  apply(caller: Caller, asked: { digest: string; reason: string }): Promise<{ changed: number }>;
}

export function createScheduleChanges(parts: FolderParts): ScheduleChanges {
  const inside = <T>(caller: Caller, work: (tx: Tx) => Promise<T>) =>
    parts.db.inMunicipality(caller.municipalityId, work);
  return {
    preview: (caller) =>
      inside(caller, async (tx) => {
        const { all: _, ...shown } = await preview(parts, tx, caller);
        return shown;
      }),
    apply: (caller, asked) => inside(caller, (tx) => apply(parts, tx, { caller, ...asked })),
  };
}
