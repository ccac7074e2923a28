import { Badge, type BadgeProps } from '@fluentui/react-components';
import type { PackView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { dayText, whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { personText } from '../../app/words.ts';
import { usePacksStyles } from './Packs.styles.ts';
import { type Standing, standingOf } from './packs.ts';
import { packsText } from './text.ts';

const COLORS: Readonly<Record<Standing, NonNullable<BadgeProps['color']>>> = {
  IN_FORCE: 'success',
  TO_COME: 'brand',
  PAST: 'subtle',
  IN_REVIEW: 'warning',
  PROPOSED: 'informative',
  DROPPED: 'subtle',
};

const today = () => localDateOf(new Date());

export function PackState({ pack }: { readonly pack: PackView }) {
  const t = useText(packsText);
  const standing = standingOf(pack, today());
  return (
    <Badge appearance="tint" color={COLORS[standing]} data-testid="pack-state" data-standing={standing}>
      {t(`standing.${standing}`)}
    </Badge>
  );
}

const SINCE: Readonly<Partial<Record<Standing, 'packs.in_force_from' | 'packs.will_be_from' | 'packs.was_from'>>> = {
  IN_FORCE: 'packs.in_force_from',
  TO_COME: 'packs.will_be_from',
  PAST: 'packs.was_from',
};

/** Since when, from when, and where it comes from. */
export function PackFacts({ pack }: { readonly pack: PackView }) {
  const styles = usePacksStyles();
  const t = useText(packsText);
  const locale = useLocale();
  const since = SINCE[standingOf(pack, today())];
  const { importedAt, importedBy, inForceFrom, effectiveFrom, rows } = pack;
  const parts = [
    since && inForceFrom
      ? t(since, { day: dayText(inForceFrom, locale) })
      : t('packs.from', { day: dayText(effectiveFrom, locale) }),
    importedAt && importedBy
      ? t('packs.imported', { when: whenText(importedAt, locale), who: personText(importedBy) })
      : t('packs.built_in'),
    t('packs.rows', { count: rows }),
  ];
  return (
    <ul className={styles.plain}>
      {parts.map((part) => (
        <li key={part} className={styles.small}>
          {part}
        </li>
      ))}
    </ul>
  );
}
