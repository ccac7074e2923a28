import { Field, Input } from '@fluentui/react-components';
import { useText } from '../../app/locale.ts';
import { ActDialog } from '../record/ActDialog.tsx';
import { useTyped } from '../record/use-act.ts';
import { DayField, useToday } from './DayField.tsx';
import { disclosureText } from './text.ts';
import { type ActProps, useDisclosureAct } from './use-disclosures.ts';

interface BoardProps extends ActProps {
  readonly act: 'refer' | 'advised';
}

/** 審査会への諮問, and its 答申: the day, and the number where it has one. */
export function BoardDialog({ view, act, onClose }: BoardProps) {
  const t = useText(disclosureText);
  const today = useToday();
  const { order, send } = useDisclosureAct({ view, onClose });
  const { said, type, missing, when } = useTyped({ on: today as string, number: '' });
  const min = (act === 'advised' ? view.referredOn : view.appealedOn) ?? view.receivedOn;
  return (
    <ActDialog
      {...{ order, onClose, title: t(`act.${act}`), lead: t(`${act}.lead`), submit: t('save'), testId: 'board-dialog' }}
      onSubmit={() => when(['on'], () => send({ act, ...said, number: said.number.trim() }))}
    >
      <DayField
        {...{ label: t(`${act}.day`), value: said.on, onChange: type('on'), missing: missing('on'), min, max: today }}
      />
      <Field label={t(`${act}.number`)} hint={t(`${act}.number_hint`)}>
        <Input value={said.number} maxLength={60} onChange={type('number')} data-testid="board-number" />
      </Field>
    </ActDialog>
  );
}
