import { Badge, Button } from '@fluentui/react-components';
import type { MidShiftInput, WorkdayView } from '@kaigi/core/contract';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { Section } from '../../approvals/Section.tsx';
import { CorrectionItem } from '../../attendance/CorrectionItem.tsx';
import { workdayText } from '../text.ts';
import { timeText } from '../times.ts';
import { useMidShift } from '../use-workday.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';

type Pause = WorkdayView['pauses'][number];
const ANSWERS: readonly MidShiftInput['as'][] = ['BREAK', 'HOURLY_LEAVE'];

/** 休憩か、時間休か: asked only where it is not known. */
function PauseQuestion({ date, pause }: { readonly date: string; readonly pause: Pause }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useMidShift(date);
  const answer = (as: MidShiftInput['as']) =>
    mutate(
      { punchId: pause.punchId, as },
      {
        onSuccess: () => notify({ text: t('pause.done'), intent: 'success' }),
        onError: (error) => notify({ text: errorWords(error, locale).sentence, intent: 'error' }),
      },
    );
  const span = { from: timeText(pause.from), to: timeText(pause.to) };
  return (
    <li className={styles.row} data-testid="pause-question">
      <span className={styles.grow}>{t('pause.question', span)}</span>
      <div className={styles.buttons}>
        {ANSWERS.map((as) => (
          <Button key={as} disabledFocusable={isPending} onClick={() => answer(as)} data-testid={`pause-${as}`}>
            {t(`pause.${as}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}

function Said({ text, blocks }: { readonly text: string; readonly blocks: boolean }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  return (
    <li className={styles.row} data-testid="asked">
      <span className={styles.grow}>{text}</span>
      {blocks ? (
        <Badge appearance="tint" color="warning">
          {t('asked.blocks')}
        </Badge>
      ) : null}
    </li>
  );
}

/** What somebody has to say about the day; nothing at all where nothing is asked. */
export function AskedCard({ day }: { readonly day: WorkdayView }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const pauses = day.pauses.filter(({ asked }) => asked);
  const open = day.corrections.filter(({ state }) => state === 'OPEN');
  const declined = day.corrections.filter(({ state }) => state === 'DECLINED');
  if ([pauses, day.flags, day.odd, open, declined].every((list) => list.length === 0)) return null;
  return (
    <Section title={t('asked.title')}>
      <ul className={styles.list}>
        {pauses.map((pause) => (
          <PauseQuestion key={pause.punchId} date={day.date} pause={pause} />
        ))}
        {day.flags.map(({ flag, word, blocks }) => (
          <Said key={flag} text={word} blocks={blocks} />
        ))}
        {day.odd.map(({ code, punchId, sentence }) => (
          <Said key={`${code} ${punchId}`} text={sentence} blocks={false} />
        ))}
        {open.map((correction) =>
          correction.paper && correction.may.settle ? (
            <CorrectionItem key={correction.id} correction={correction} />
          ) : (
            <Said key={correction.id} text={t('correction.waiting', { reason: correction.reason })} blocks={false} />
          ),
        )}
        {declined.map(({ id, settled }) => (
          <Said key={id} text={t('correction.declined', { comment: settled?.comment ?? '' })} blocks={false} />
        ))}
      </ul>
    </Section>
  );
}
