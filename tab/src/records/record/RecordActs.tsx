import { Button } from '@fluentui/react-components';
import type { KeepingView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { ActMenu, useOpened } from '../ActMenu.tsx';
import { DayDialog } from './DayDialog.tsx';
import { DescribeDialog } from './DescribeDialog.tsx';
import { HoldDialog } from './HoldDialog.tsx';
import { LevelDialog } from './LevelDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { ReadersDialog } from './ReadersDialog.tsx';
import { SealDialog } from './SealDialog.tsx';
import { actText } from './text.ts';

const ACTS = ['describe', 'level', 'readers', 'move', 'noteEvent', 'keepUntil', 'hold', 'seal'] as const;
type ActName = (typeof ACTS)[number] | 'complete';

const OFFERED: { readonly [act in ActName]: keyof KeepingView['may'] } = {
  ...{ describe: 'describe', level: 'level', readers: 'readers', move: 'move', noteEvent: 'event' },
  ...{ keepUntil: 'keepUntil', hold: 'hold', seal: 'seal', complete: 'complete' },
};

interface OpenActProps {
  readonly act: ActName;
  readonly kept: KeepingView;
  readonly onClose: () => void;
}

function OpenAct({ act, kept, onClose }: OpenActProps) {
  const props = { kept, onClose };
  switch (act) {
    case 'describe':
      return <DescribeDialog {...props} />;
    case 'level':
      return <LevelDialog {...props} />;
    case 'readers':
      return <ReadersDialog {...props} />;
    case 'move':
      return <MoveDialog {...props} />;
    case 'hold':
      return <HoldDialog on={{ recordIds: [kept.recordId] }} onClose={onClose} />;
    case 'seal':
      return <SealDialog {...props} />;
    default:
      return <DayDialog act={act} {...props} />;
  }
}

/** What this person may do to the record now. A form that is open stays, whatever becomes of the record meanwhile. */
export function RecordActs({ kept }: { readonly kept: KeepingView }) {
  const t = useText(actText);
  const { open, setOpen, place } = useOpened<ActName>();
  const acts: readonly ActName[] = ACTS.filter((act) => kept.may[OFFERED[act]]);
  return (
    <>
      {kept.may.complete ? (
        <Button ref={place('complete')} onClick={() => setOpen('complete')} data-testid="record-complete">
          {t('act.complete')}
        </Button>
      ) : null}
      <ActMenu
        {...{ label: t('acts'), acts, place, testId: 'record-acts' }}
        nameOf={(act) => t(`act.${act}`)}
        onAct={setOpen}
      />
      {open ? <OpenAct act={open} kept={kept} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
