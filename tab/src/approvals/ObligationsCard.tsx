import { Badge, type BadgeProps, Button } from '@fluentui/react-components';
import type { CaseView, ObligationView } from '@kaigi/core/contract';
import { dayText, whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { listText } from '../app/words.ts';
import { useButtonText } from './ActionBar.tsx';
import { useActs } from './acts-context.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { Section } from './Section.tsx';
import { approvalsText } from './text.ts';

const COLORS: Readonly<Record<ObligationView['status'], NonNullable<BadgeProps['color']>>> = {
  OPEN: 'warning',
  CONFIRMED: 'success',
  COMMENTED: 'informative',
  OBJECTED: 'danger',
};

function StateBadge({ one }: { readonly one: ObligationView }) {
  const t = useText(approvalsText);
  const read = one.kind === 'READING' && one.status === 'CONFIRMED';
  return (
    <Badge appearance="tint" color={COLORS[one.status]}>
      {t(`obligations.${read ? 'READ' : one.status}`)}
    </Badge>
  );
}

/** The buttons for what this viewer owes, beside what they owe it for. */
function OwnButtons({ view, one }: { readonly view: CaseView; readonly one: ObligationView }) {
  const styles = useCasePageStyles();
  const { shapes, busy, open } = useActs();
  const text = useButtonText(view);
  const mine = shapes.filter(({ about, kind }) =>
    one.kind === 'READING' ? kind === 'markRead' : about === one.id && kind !== 'assign',
  );
  if (!one.mine || mine.length === 0) return null;
  return (
    <div className={styles.buttons}>
      {mine.map((shape) => (
        <Button key={shape.key} size="small" disabledFocusable={busy} onClick={() => open(shape)}>
          {text(shape)}
        </Button>
      ))}
    </div>
  );
}

function Obligation({ view, one }: { readonly view: CaseView; readonly one: ObligationView }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  const names = listText(
    one.people.map(({ name }) => name),
    locale,
  );
  const post = one.post ? `${one.post.unitName} ${one.post.postTitle}` : (one.people[0]?.unitName ?? '');
  const day = one.dueOn ? dayText(one.dueOn, locale) : null;
  return (
    <li className={styles.entry} data-testid="obligation" data-status={one.status}>
      <span className={styles.line}>
        <span className={styles.entryTitle}>{t(`obligations.${one.kind}`)}</span>
        <StateBadge one={one} />
      </span>
      <span>
        {post} {names || t('case.vacant')}
      </span>
      {one.doneAt ? <span className={styles.small}>{whenText(one.doneAt, locale)}</span> : null}
      {day && !one.doneAt ? (
        <span className={one.overdue ? styles.warning : styles.small}>
          {t(one.overdue ? 'obligations.overdue' : 'obligations.due', { day })}
        </span>
      ) : null}
      {one.article ? <span className={styles.small}>{t('mark.article', { article: one.article })}</span> : null}
      {one.comment ? <p className={styles.quote}>{one.comment}</p> : null}
      <OwnButtons view={view} one={one} />
    </li>
  );
}

/** 後閲 and 供覧: what is still owed, and who has read it when. Nothing of it stops the case. */
export function ObligationsCard({ view }: { readonly view: CaseView }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  if (view.obligations.length === 0) return null;
  const readers = view.obligations.filter(({ kind }) => kind === 'READING');
  const done = readers.filter(({ status }) => status !== 'OPEN').length;
  return (
    <Section title={t('obligations.title')}>
      {readers.length > 0 ? (
        <p className={styles.small} data-testid="read-count">
          {t('obligations.readers', { done, of: readers.length })}
        </p>
      ) : null}
      <ul className={styles.list}>
        {view.obligations.map((one) => (
          <Obligation key={one.id} view={view} one={one} />
        ))}
      </ul>
    </Section>
  );
}
