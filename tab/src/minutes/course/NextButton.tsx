import type { CourseOrder } from '../../api/course.ts';
import { useText } from '../../app/locale.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { AskButton } from './AskButton.tsx';
import type { AskedFor } from './AskDialog.tsx';
import { type Course, type NextAct, nextAct } from './steps.ts';
import { courseText } from './text.ts';

function orderOf(act: NextAct, { view, round, signing }: Course, typed: string): CourseOrder {
  const { version } = view;
  if (act === 'BEGIN_ROUND') {
    const isByRule = typed === '' || typed === round.rule?.dueOn;
    return { to: 'round', body: isByRule ? { version } : { version, dueOn: typed } };
  }
  if (act === 'CLOSE_ROUND') return { to: 'round/close', body: { version } };
  if (act === 'BEGIN_SIGNING') return { to: 'signing', body: { version } };
  if (act === 'SIGN') return { to: 'sign', body: { version: signing.version, digest: signing.digest } };
  return { to: 'decide', body: { version } };
}

export interface ActButtonProps {
  readonly course: Course;
  readonly act: NextAct;
  /** Where the act is not the next one: what it is then called. */
  readonly label?: string;
}

/** One act on the way, with what it means. */
export function ActButton({ course, act, label }: ActButtonProps) {
  const styles = useMinutesStyles();
  const t = useText(courseText);
  const day: AskedFor = {
    ...{ label: t('act.BEGIN_ROUND.due'), kind: 'day', first: course.round.rule?.dueOn ?? '' },
    required: true,
  };
  return (
    <AskButton
      key={act}
      {...{
        meetingId: course.view.id,
        label: label ?? t(`act.${act}`),
        appearance: label ? 'secondary' : 'primary',
        testId: `next-${act}`,
      }}
      title={t(`act.${act}.title`)}
      done={t(`act.${act}.done`)}
      field={act === 'BEGIN_ROUND' ? day : null}
      order={(typed) => orderOf(act, course, typed)}
    >
      <p className={styles.lead}>
        {act === 'SIGN' ? t('act.SIGN.body', { digest: course.signing.digest.slice(0, 16) }) : t(`act.${act}.body`)}
      </p>
    </AskButton>
  );
}

/** The one button for the next step. */
export function NextButton({ course }: { readonly course: Course }) {
  const act = nextAct(course);
  return act === null ? null : <ActButton course={course} act={act} />;
}
