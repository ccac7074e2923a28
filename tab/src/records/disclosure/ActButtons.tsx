import { Button } from '@fluentui/react-components';
import type { DisclosureView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { ActMenu, useOpened } from '../ActMenu.tsx';
import { useBookStyles } from '../book/Book.styles.ts';
import { AskDialog, DayDialog, DecideDialog, DescribeDialog, ExtendDialog } from './ActDialogs.tsx';
import { BoardDialog } from './BoardDialog.tsx';
import { CollectDialog } from './CollectDialog.tsx';
import { CorrectionDialog } from './CorrectionDialog.tsx';
import { DismissDialog, WithdrawDialog } from './EndDialogs.tsx';
import { RuleDialog } from './RuleDialog.tsx';
import { disclosureText } from './text.ts';
import type { ActProps, DisclosureWish } from './use-disclosures.ts';

type ActName = Exclude<DisclosureWish['act'], 'judge' | 'drop'>;

/** A request that waits for a correction is dismissed only once the term for that is over. */
const isDismissable = ({ correctionAskedOn, correctionUntil, correctionLate }: DisclosureView): boolean =>
  correctionAskedOn === null || correctionUntil === null || correctionLate;

/** What this person may do now, what moves the request on first. */
function offered(view: DisclosureView): readonly ActName[] {
  const { state, may, correctionAskedOn, extended, overdue, toAsk, referredOn, advisedOn } = view;
  const isOpen = state === 'OPEN';
  const isCorrecting = isOpen && correctionAskedOn !== null;
  const isAppealed = state === 'APPEALED';
  const when: readonly (readonly [ActName, boolean])[] = [
    ['collect', may.collect],
    ['corrected', may.work && isCorrecting],
    ['decide', isOpen && may.decide && !isCorrecting],
    ['refer', isAppealed && may.work && referredOn === null],
    ['advised', isAppealed && may.work && referredOn !== null && advisedOn === null],
    ['rule', isAppealed && may.decide],
    ['describe', isOpen && may.work],
    ['ask', isOpen && may.work && toAsk.length > 0],
    ['extend', isOpen && may.decide && !isCorrecting && !extended && !overdue],
    ['askCorrection', isOpen && may.work && !isCorrecting],
    ['withdraw', isOpen && may.work],
    ['dismiss', isOpen && may.decide && isDismissable(view)],
    ['appeal', (state === 'DECIDED' || state === 'DISMISSED') && may.work],
  ];
  return when.filter(([, is]) => is).map(([act]) => act);
}

/** Beside the menu, not in it. */
const IN_SIGHT: readonly ActName[] = ['collect', 'corrected', 'decide', 'refer', 'advised', 'rule'];

function OpenAct({ act, ...props }: ActProps & { readonly act: ActName }) {
  switch (act) {
    case 'collect':
      return <CollectDialog {...props} />;
    case 'decide':
      return <DecideDialog {...props} />;
    case 'describe':
      return <DescribeDialog {...props} />;
    case 'ask':
      return <AskDialog {...props} />;
    case 'extend':
      return <ExtendDialog {...props} />;
    case 'askCorrection':
      return <CorrectionDialog {...props} />;
    case 'withdraw':
      return <WithdrawDialog {...props} />;
    case 'dismiss':
      return <DismissDialog {...props} />;
    case 'rule':
      return <RuleDialog {...props} />;
    case 'refer':
    case 'advised':
      return <BoardDialog act={act} {...props} />;
    default:
      return <DayDialog act={act} {...props} />;
  }
}

/** What can be done with the request. A form that is open stays, whatever becomes of the request meanwhile. */
export function ActButtons({ view }: { readonly view: DisclosureView }) {
  const styles = useBookStyles();
  const t = useText(disclosureText);
  const { open, setOpen, place } = useOpened<ActName>();
  const acts = offered(view);
  const isInSight = (act: ActName) => IN_SIGHT.includes(act) || (act === 'dismiss' && view.correctionLate);
  const more = acts.filter((act) => !isInSight(act));
  return (
    <div className={styles.tools}>
      {acts.filter(isInSight).map((act, at) => (
        <Button
          key={act}
          ref={place(act)}
          appearance={at === 0 ? 'primary' : 'secondary'}
          onClick={() => setOpen(act)}
          data-testid={`act-${act}`}
        >
          {t(`act.${act}`)}
        </Button>
      ))}
      <ActMenu
        {...{ label: t('acts'), acts: more, place, testId: 'disclosure-acts' }}
        nameOf={(act) => t(`act.${act}`)}
        onAct={setOpen}
      />
      {open === null ? null : <OpenAct act={open} view={view} onClose={() => setOpen(null)} />}
    </div>
  );
}
