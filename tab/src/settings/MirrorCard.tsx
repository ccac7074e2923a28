import { Badge, Link } from '@fluentui/react-components';
import type { Me, MirrorOverview } from '@kaigi/core/contract';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { hashOf } from '../app/routes.ts';
import { useMe } from '../app/use-me.ts';
import { Section } from '../approvals/Section.tsx';
import { CutNote } from '../records/CutNote.tsx';
import { DeletedByHand } from './DeletedByHand.tsx';
import { useSettingsStyles } from './Settings.styles.ts';
import { settingsText } from './text.ts';
import { useMirror } from './use-settings.ts';

type Troubled = MirrorOverview['troubled'][number];

const COLUMNS = ['record', 'state', 'again'] as const;

/** The service holds to it whatever a page shows. */
const seesMirror = (me: Me): boolean =>
  me.roles.some((role) => role === 'ADMIN' || role === 'CHIEF_RECORDS_MANAGER' || role === 'AUDITOR');

/** システム管理者 alone opens no document of another section: they are told of its copy, and not led to where they may not go. */
const opensRecords = (me: Me | undefined): boolean =>
  me?.roles.some((role) => role === 'CHIEF_RECORDS_MANAGER' || role === 'AUDITOR') ?? false;

function Row({ item }: { readonly item: Troubled }) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const locale = useLocale();
  const opens = opensRecords(useMe().data);
  const { recordId, title, number, name, state, said, noticedAt, againAt, mayTellDeleted } = item;
  const called = title ?? number ?? recordId;
  const href = hashOf({ page: 'records', part: 'record', id: recordId, wish: {} });
  return (
    <tr className={styles.row} data-testid="mirror-row">
      <th scope="row" className={styles.td}>
        {opens ? <Link href={href}>{called}</Link> : called}
        <p className={styles.small}>{name ?? t('mirror.hidden')}</p>
      </th>
      <td className={styles.td}>
        <span className={styles.line}>
          <Badge appearance="tint" color={state === 'REFUSED' || state === 'BLOCKED' ? 'danger' : 'warning'}>
            {t(`mirror.state.${state}`)}
          </Badge>
          <span className={styles.small}>{t('mirror.noticed', { when: whenText(noticedAt, locale) })}</span>
        </span>
        {said ? <p className={styles.small}>{said}</p> : null}
        <DeletedByHand {...{ recordId, called, may: mayTellDeleted }} />
      </td>
      <td className={styles.td}>
        <span className={styles.label}>{t('mirror.again')}</span>
        {againAt ? whenText(againAt, locale) : t('mirror.again.never')}
      </td>
    </tr>
  );
}

function Rows({ items }: { readonly items: readonly Troubled[] }) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  return (
    <table className={styles.table} aria-label={t('mirror.title')}>
      <thead className={styles.thead}>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={styles.th}>
              {t(`mirror.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.tbody}>
        {items.map((item) => (
          <Row key={item.recordId} item={item} />
        ))}
      </tbody>
    </table>
  );
}

/** What is in trouble; where nothing is set up any more, what was left outside is still told. */
function Troubles({ view: { isOn, troubled, truncated } }: { readonly view: MirrorOverview }) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  if (troubled.length === 0) return isOn ? <p className={styles.sentence}>{t('mirror.none')}</p> : null;
  return (
    <>
      <CutNote truncated={truncated} shown={troubled.length} />
      <Rows items={troubled} />
    </>
  );
}

function Counts({ view: { counts, notYet, quietUntil, checkedAt } }: { readonly view: MirrorOverview }) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const locale = useLocale();
  return (
    <>
      <p className={styles.sentence} role="status" data-testid="mirror-counts">
        {t('mirror.counts', { made: counts.MIRRORED ?? 0, notYet })}
      </p>
      {quietUntil ? (
        <p className={styles.sentence}>{t('mirror.quiet', { when: whenText(quietUntil, locale) })}</p>
      ) : null}
      {checkedAt ? <p className={styles.small}>{t('mirror.checked', { when: whenText(checkedAt, locale) })}</p> : null}
    </>
  );
}

function Mirror() {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const mirror = useMirror();
  if (mirror.isPending) return <LoadingState />;
  const view = mirror.data;
  if (!view) return <ErrorState error={mirror.error} title={t('mirror.error')} onRetry={() => void mirror.refetch()} />;
  return (
    <div className={styles.stack}>
      {view.isOn ? <Counts view={view} /> : <p className={styles.sentence}>{t('mirror.off')}</p>}
      <Troubles view={view} />
    </div>
  );
}

/** The copies of records outside: how many are not made yet, which are in trouble, and when it is tried again. */
export function MirrorCard() {
  const t = useText(settingsText);
  const me = useMe().data;
  if (!me || !seesMirror(me)) return null;
  return (
    <Section title={t('mirror.title')}>
      <Mirror />
    </Section>
  );
}
