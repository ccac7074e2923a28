import { Button, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { KeepingView } from '@kaigi/core/contract';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useText } from '../../app/locale.ts';
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

type Place = RefObject<HTMLButtonElement | null>;

// The type of Fluent's own `ref` takes no element at all under the types of React 19, but a function of one.
const into = (place: Place) => (button: HTMLButtonElement | null) => {
  place.current = button;
};

/** Once a form is put away the focus is where it was opened from: the item of the menu is gone with the menu. */
function useOpened() {
  const [open, setOpen] = useState<ActName | null>(null);
  const [button, menu]: [Place, Place] = [useRef(null), useRef(null)];
  const last = useRef<ActName | null>(null);
  useEffect(() => {
    if (open === null && last.current !== null)
      ((last.current === 'complete' ? button.current : null) ?? menu.current)?.focus();
    last.current = open;
  }, [open, button, menu]);
  return { open, setOpen, button, menu };
}

/** What this person may do to the record now. A form that is open stays, whatever becomes of the record meanwhile. */
export function RecordActs({ kept }: { readonly kept: KeepingView }) {
  const t = useText(actText);
  const { open, setOpen, button, menu } = useOpened();
  const acts = ACTS.filter((act) => kept.may[OFFERED[act]]);
  return (
    <>
      {kept.may.complete ? (
        <Button ref={into(button)} onClick={() => setOpen('complete')} data-testid="record-complete">
          {t('act.complete')}
        </Button>
      ) : null}
      {acts.length > 0 ? (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton ref={into(menu)} data-testid="record-acts">
              {t('acts')}
            </MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {acts.map((act) => (
                <MenuItem key={act} onClick={() => setOpen(act)} data-testid={`act-${act}`}>
                  {t(`act.${act}`)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : null}
      {open ? <OpenAct act={open} kept={kept} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
