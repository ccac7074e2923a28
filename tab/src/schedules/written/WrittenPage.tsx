import { Badge, Button, Link } from '@fluentui/react-components';
import type { WrittenView } from '@kaigi/core/contract';
import { useState } from 'react';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { NEW } from '../../app/schedule-routes.ts';
import { goTo } from '../../app/use-route.ts';
import { personText } from '../../app/words.ts';
import { EndDialog } from '../EndDialog.tsx';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { SayForm } from './SayForm.tsx';
import { writtenText } from './text.ts';
import { useWritten, useWrittenOrder } from './use-written.ts';
import { WrittenForm } from './WrittenForm.tsx';

const goToWritten = (id: string | null): void => goTo({ page: 'schedules', part: 'written', id });

function Item({ item }: { readonly item: WrittenView['items'][number] }) {
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const t = useText(writtenText);
  const locale = useLocale();
  const { title, proposal, for: yes, against, hold, decision, remarks } = item;
  return (
    <section className={week.card} aria-label={title} data-testid="written-matter">
      <h2 className={styles.heading}>{title}</h2>
      <p className={styles.lines}>{proposal}</p>
      <p className={styles.none} data-testid="written-count">
        {decision ?? t('written.count', { for: yes, against, hold })}
      </p>
      {remarks.length === 0 ? null : (
        <ul className={styles.reasons} aria-label={t('written.remarks')}>
          {remarks.map(({ person, stance, comment, at }) => (
            <li key={`${person.staffId} ${at}`} data-testid="written-remark">
              {personText(person)}{' '}
              {stance === null ? null : <Badge appearance="outline">{t(`written.${stance}`)}</Badge>}{' '}
              <span className={styles.lines}>{comment}</span>{' '}
              <span className={styles.small}>{whenText(at, locale)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Who takes part, and who of them has written. */
function Participants({ meeting: { participants, state } }: { readonly meeting: WrittenView }) {
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const t = useText(writtenText);
  const said = state !== 'PLANNED' && state !== 'CANCELLED';
  return (
    <section className={week.card} aria-label={t('written.form.participants')}>
      <h2 className={styles.heading}>{t('written.form.participants')}</h2>
      <ul className={styles.reasons}>
        {participants.map(({ person, attended }) => (
          <li key={person.staffId} data-testid="written-participant">
            {personText(person)}{' '}
            {said ? (
              <Badge appearance="outline" color={attended ? 'success' : 'informative'}>
                {t(attended ? 'written.attended' : 'written.silent')}
              </Badge>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ShownProps {
  readonly meeting: WrittenView;
  readonly onChange: () => void;
}

/** Changed until it begins, and cancelled until it ends, by whoever called it. */
function Acts({ meeting, onChange }: ShownProps) {
  const styles = useDialogStyles();
  const t = useText(writtenText);
  const notify = useNotice();
  const { mutate, isPending, error, reset } = useWrittenOrder();
  const [ends, setEnds] = useState(false);
  const { writtenId, version, state, title, may } = meeting;
  const leave = () => {
    setEnds(false);
    reset();
  };
  const cancel = () => {
    if (isPending) return;
    const done = () => {
      setEnds(false);
      notify({ text: t('written.cancelled'), intent: 'success' });
    };
    mutate({ to: 'cancel', id: writtenId, input: { version } }, { onSuccess: done });
  };
  return (
    <div className={styles.line}>
      {may.change ? (
        <Button onClick={onChange} data-testid="written-change">
          {t('written.change')}
        </Button>
      ) : null}
      {may.cancel ? (
        <Button appearance="subtle" onClick={() => setEnds(true)} data-testid="written-cancel">
          {t('written.cancel')}
        </Button>
      ) : null}
      {ends ? (
        <EndDialog
          name="written-end"
          title={t('written.end.title')}
          body={t(state === 'OPEN' ? 'written.end.open' : 'written.end.planned', { title })}
          confirm={t('written.cancel')}
          close={t('written.end.close')}
          {...{ isPending, error }}
          onConfirm={cancel}
          onClose={leave}
        />
      ) : null}
    </div>
  );
}

function Shown({ meeting, onChange }: ShownProps) {
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const t = useText(writtenText);
  const locale = useLocale();
  const { state, note, opensAt, closesAt, organiser, items, attendance, meetingId, may } = meeting;
  const period = t('written.period', { from: whenText(opensAt, locale), to: whenText(closesAt, locale) });
  const called = t('written.organiser', { name: personText(organiser) });
  return (
    <>
      <span className={week.tools}>
        <Badge appearance="outline" data-testid="written-state">
          {t(`written.state.${state}`)}
        </Badge>
        <span className={styles.small}>{[called, period].join(locale === 'ja' ? '・' : ' · ')}</span>
      </span>
      {note === '' ? null : <p className={styles.lines}>{note}</p>}
      <p className={styles.none}>{attendance}</p>
      {meetingId === null ? null : <Link href={`#/meetings/${meetingId}`}>{t('written.minutes')}</Link>}
      <Participants meeting={meeting} />
      {items.map((item) => (
        <Item key={item.itemId} item={item} />
      ))}
      {may.say ? <SayForm meeting={meeting} /> : null}
      <Acts meeting={meeting} onChange={onChange} />
    </>
  );
}

/** One 書面会議: called, written to, and what came of it. */
export function WrittenPage({ id }: { readonly id: string }) {
  const week = useWeekStyles();
  const t = useText(writtenText);
  const isNew = id === NEW;
  const [changes, setChanges] = useState(false);
  const meeting = useWritten(isNew ? null : id);
  const { data } = meeting;
  const title = isNew ? t('written.new') : (data?.title ?? t('written.title'));
  return (
    <div className={week.page}>
      <PageHeading title={title} focusKey={`written ${id}`} />
      <SchedulesParts current="written" />
      {isNew ? (
        <WrittenForm
          meeting={null}
          onDone={({ writtenId }) => goToWritten(writtenId)}
          onLeave={() => goToWritten(null)}
        />
      ) : null}
      {!isNew && meeting.isPending ? <LoadingState /> : null}
      {meeting.isError && !data ? <ErrorState error={meeting.error} onRetry={() => void meeting.refetch()} /> : null}
      {data && changes ? (
        <WrittenForm meeting={data} onDone={() => setChanges(false)} onLeave={() => setChanges(false)} />
      ) : null}
      {data && !changes ? <Shown meeting={data} onChange={() => setChanges(true)} /> : null}
    </div>
  );
}
