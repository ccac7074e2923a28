import { BY_THE_RULES, type Directory } from '../../directory/index.ts';
import type { Clock, Tx } from '../../platform/index.ts';
import type { OtherEndings } from '../../records/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { localDateOf, wareki } from '../../shared/index.ts';
import { addFact, versionOf } from '../history/store.ts';
import { bodyOf } from '../open.ts';
import * as store from './ending-store.ts';

interface EndingParts {
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'unitPath'>;
  readonly regulations: Regulations;
}

/** Of a closed meeting not even a list names what was about. */
function titleOf({ kind, fileName, title, isOpen, heldOn }: store.Ending): string {
  const what = kind === 'RECORDING' ? '録音' : '文字起こし';
  return isOpen
    ? `${title}（${wareki(heldOn)}）の${what}「${fileName}」`
    : `非公開の会議（${wareki(heldOn)}）の${what}`;
}

interface Said {
  readonly units: readonly { readonly unitId: string; readonly name: string }[];
  /** By which article of which version. */
  readonly article: string;
  readonly regulationVersion: string;
}

const expiringOf = (one: store.Ending, { units, article, regulationVersion }: Said) => ({
  ...{ subjectKind: one.kind, subjectId: one.id, folderId: null, folderTitle: null, title: titleOf(one) },
  ...{ numberLabel: null, classificationCode: 'M-18', classificationName: '会議の録音・文字起こし' },
  ...{ filedOn: localDateOf(one.at), startsOn: one.finalOn, endsOn: one.keptUntil, ruleId: article },
  ...{ regulationVersion, medium: 'ELECTRONIC' as const, action: 'DESTROY' as const },
  ...{ state: 'KEPT' as const, isPermanent: false, isHeld: one.holds > 0, heldUntil: null },
  ...{ files: 1, bytes: one.bytes, filesSha256: one.sha256, symbol: null, number: null },
  ...{ unitId: one.unitId, unitName: units[0]?.name ?? '', unitPath: units.map(({ unitId }) => unitId) },
});

async function letGo({ clock }: EndingParts, tx: Tx, one: store.Ending, listId: string): Promise<void> {
  const { kind, id, meetingId } = one;
  await store.markDisposed(tx, one, clock.now());
  if (kind === 'TRANSCRIPT') await store.forgetWords(tx, one);
  const seq = (await versionOf(tx, 'keeping', meetingId)) + 1;
  const fact = { kind, id, listId, file: one.sha256 };
  await addFact(tx, clock, {
    ...{
      of: 'keeping' as const,
      meetingId,
      seq,
      act: 'DISPOSED',
      actor: BY_THE_RULES,
      via: 'rules',
      fact,
      change: null,
    },
  });
}

/**
 * M-18: recordings and transcripts whose last day is over come onto the disposal list of their section. By that list, a
 * case and two people they go, or stay longer; nothing goes by itself.
 */
export function recordingEndings(parts: EndingParts): OtherEndings {
  const { regulations } = parts;
  return {
    kinds: ['RECORDING', 'TRANSCRIPT'],
    async expiring(tx, { today, unitIds }) {
      await regulations.ready(tx);
      const { version: regulationVersion } = regulations.packOf(tx.municipalityId, today);
      const found = await store.endedBefore(tx, today, unitIds);
      const paths = new Map(
        await Promise.all(
          [...new Set(found.map(({ unitId }) => unitId))].map(
            async (id) => [id, await parts.directory.unitPath(tx, id)] as const,
          ),
        ),
      );
      return found.map((one) => {
        const { bodyId, heldOn } = one;
        const article = bodyOf(parts, tx, { heldOn, content: { bodyId } })?.recording?.article ?? '';
        return expiringOf(one, { units: paths.get(one.unitId) ?? [], article, regulationVersion });
      });
    },
    async standing(tx, kind, ids) {
      const found = await store.endingsOf(tx, kind, ids);
      return found.map(({ id, isGone, holds, keptUntil, sha256 }) => ({
        ...{ subjectId: id, state: isGone ? ('DISPOSED' as const) : ('KEPT' as const), isHeld: holds > 0 },
        ...{ heldUntil: null, isPermanent: false, action: 'DESTROY' as const, endsOn: keptUntil, filesSha256: sha256 },
      }));
    },
    async filesOf(tx, kind, id) {
      const [one] = await store.endingsOf(tx, kind, [id]);
      return one ? [{ fileVersion: 1, sha256: one.sha256, size: one.bytes, leafId: one.leafId ?? id }] : [];
    },
    async extend(tx, kind, { id, until }) {
      const [one] = await store.endingsOf(tx, kind, [id]);
      if (one) await store.keepUntil(tx, one, until);
    },
    async letGo(tx, kind, { id, listId }) {
      const [one] = await store.endingsOf(tx, kind, [id]);
      if (one) await letGo(parts, tx, one, listId);
      return [];
    },
  };
}
