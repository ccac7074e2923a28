import { Badge, Field, Link, Select } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import type { MinutesBacklog } from '@kaigi/core/contract';
import { Fragment, type ReactNode, useState } from 'react';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { meetingHash } from '../../app/meeting-routes.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { Section } from '../../approvals/Section.tsx';
import { useBacklog } from '../course/use-course.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { Due } from '../meetings/Due.tsx';
import { MeetingStateBadge } from '../meetings/MeetingStateBadge.tsx';
import { backlogText } from './text.ts';

type Item = MinutesBacklog['items'][number];

function Left({ days }: { readonly days: number | null }) {
  const t = useText(backlogText);
  if (days === null) return <Badge appearance="tint">{t('left.none')}</Badge>;
  const words = days < 0 ? t('left.late', { days: -days }) : days === 0 ? t('left.today') : t('left.days', { days });
  return (
    <Badge appearance="tint" color={days < 0 ? 'danger' : days <= 7 ? 'warning' : 'informative'}>
      {words}
    </Badge>
  );
}

function Row({ item }: { readonly item: Item }) {
  const styles = useMinutesStyles();
  const locale = useLocale();
  const words = [dayText(item.heldOn, locale), item.bodyName ?? '', item.unitName].filter((word) => word !== '');
  return (
    <li className={styles.row} data-testid="backlog-row" data-meeting-id={item.id}>
      <span className={styles.line}>
        <Left days={item.daysLeft} />
        <Link className={styles.strong} href={meetingHash({ page: 'meetings', part: 'course', id: item.id })}>
          {item.title}
        </Link>
      </span>
      <span className={styles.line}>
        <MeetingStateBadge state={item.state} />
        {words.map((word) => (
          <span key={word} className={styles.muted}>
            {word}
          </span>
        ))}
        {item.due ? <Due due={item.due} /> : null}
      </span>
    </li>
  );
}

interface Figure {
  readonly name: string;
  readonly value: string;
}

interface FiguresProps {
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly children?: ReactNode;
}

function Figures({ title, figures, children }: FiguresProps) {
  const styles = useMinutesStyles();
  return (
    <Section title={title}>
      <dl className={styles.facts} data-testid="backlog-figures">
        {figures.map(({ name, value }) => (
          <Fragment key={name}>
            <dt className={styles.term}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {children}
    </Section>
  );
}

function YearFigures({ measures }: { readonly measures: MinutesBacklog['measures'] }) {
  const styles = useMinutesStyles();
  const t = useText(backlogText);
  const { averageDays, correctionRate, drafted, final, saved, told } = measures;
  const { hours, hoursByHand, meetings } = saved;
  const rate = correctionRate === null ? null : Math.round(correctionRate * 1000) / 10;
  const days = averageDays === null ? t('measure.none') : String(averageDays);
  const corrections = rate === null ? t('measure.none') : t('measure.corrections.of', { rate, drafted });
  const savedHours = hours === null ? t('measure.saved.none') : t('measure.saved.of', { hours, meetings, final });
  const shown = (how: keyof typeof told, value: string): string =>
    told[how] === 'SHOWN' ? value : t(told[how] === 'FEW' ? 'measure.few' : 'measure.others');
  return (
    <Figures
      title={t('measures')}
      figures={[
        { name: t('measure.final'), value: String(final) },
        { name: t('measure.days'), value: shown('averageDays', days) },
        { name: t('measure.corrections'), value: shown('correctionRate', corrections) },
        { name: t('measure.saved'), value: shown('hours', savedHours) },
      ]}
    >
      <p className={styles.small}>{t('measure.saved.how', { hoursByHand })}</p>
    </Figures>
  );
}

function AllFigures({ data: { counts, measures } }: { readonly data: MinutesBacklog }) {
  const styles = useMinutesStyles();
  const t = useText(backlogText);
  return (
    <div className={styles.columns}>
      <Figures
        title={t('figures')}
        figures={(['open', 'late', 'soon'] as const).map((one) => {
          return { name: t(`figure.${one}`), value: String(counts[one]) };
        })}
      />
      <YearFigures measures={measures} />
    </div>
  );
}

function Backlog({ data }: { readonly data: MinutesBacklog }) {
  const styles = useMinutesStyles();
  const t = useText(backlogText);
  const { items, more } = data;
  return (
    <>
      <AllFigures data={data} />
      {items.length === 0 ? (
        <EmptyState icon={<CheckmarkCircleRegular />} title={t('list.none')} body={t('list.none.body')} />
      ) : (
        <Section title={t('list.title')}>
          <ul className={styles.list}>
            {items.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </ul>
          {more ? <p className={styles.lead}>{t('list.more')}</p> : null}
        </Section>
      )}
    </>
  );
}

/** M-15, M-23: what is still to be written, by when, and how the last year went. */
export function BacklogPage() {
  const styles = useMinutesStyles();
  const t = useText(backlogText);
  const [unit, setUnit] = useState<string | null>(null);
  const question = useBacklog(unit);
  const units = question.data?.units ?? [];
  return (
    <div className={styles.page}>
      <div>
        <Link href={meetingHash({ page: 'meetings', part: 'list', box: 'MINE' })}>{t('page.back')}</Link>
      </div>
      <PageHeading title={t('page.title')} focusKey="meetings/backlog" />
      <p className={styles.lead}>{t('page.lead')}</p>
      {units.length > 1 || unit !== null ? (
        <search className={styles.filters}>
          <Field label={t('unit')}>
            <Select
              value={unit ?? ''}
              onChange={(_, { value }) => setUnit(value === '' ? null : value)}
              data-testid="backlog-unit"
            >
              <option value="">{t('unit.all')}</option>
              {units.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </search>
      ) : null}
      {question.isPending ? <LoadingState /> : null}
      {question.data ? <Backlog data={question.data} /> : null}
      {question.isError && !question.data ? (
        <ErrorState error={question.error} title={t('page.error')} onRetry={() => void question.refetch()} />
      ) : null}
    </div>
  );
}
