import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { ActDialog } from '../record/ActDialog.tsx';
import { useTyped } from '../record/use-act.ts';
import { DayField, useToday } from './DayField.tsx';
import { DifferingSeen } from './Differing.tsx';
import { useDisclosureStyles } from './Disclosure.styles.ts';
import { NumberPicker } from './NumberPicker.tsx';
import { disclosureText } from './text.ts';
import { type ActProps, type DisclosureItem, useDisclosureAct } from './use-disclosures.ts';

/** 照会: a section that may have what this person does not see. */
export function AskDialog({ view, onClose }: ActProps) {
  const styles = useDisclosureStyles();
  const t = useText(disclosureText);
  const { order, send } = useDisclosureAct({ view, onClose });
  const { said, type, missing, when } = useTyped({ unitId: '' });
  const nameOf = ({ unitName, person }: ActProps['view']['toAsk'][number]) =>
    person === null ? unitName : t('ask.unit_words', { unit: unitName, person });
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.ask'), lead: t('ask.lead'), submit: t('act.ask'), testId: 'ask-dialog' }}
      onSubmit={() => when(['unitId'], () => send({ act: 'ask', ...said }))}
    >
      <Field className={styles.narrow} label={t('ask.unit')} required {...missing('unitId')}>
        <Select value={said.unitId} onChange={type('unitId')} data-testid="ask-unit">
          <option value="" />
          {view.toAsk.map((unit) => (
            <option key={unit.unitId} value={unit.unitId}>
              {nameOf(unit)}
            </option>
          ))}
        </Select>
      </Field>
    </ActDialog>
  );
}

/** 延長, once and with its reason. */
export function ExtendDialog({ view, onClose }: ActProps) {
  const t = useText(disclosureText);
  const { order, send } = useDisclosureAct({ view, onClose });
  const { said, type, missing, when } = useTyped({ reason: '' });
  const lead = t('extend.lead', view.scheme.extension);
  return (
    <ActDialog
      {...{ order, onClose, lead, title: t('act.extend'), submit: t('act.extend'), testId: 'extend-dialog' }}
      onSubmit={() => when(['reason'], () => send({ act: 'extend', ...said }))}
    >
      <Field label={t('extend.reason')} required {...missing('reason')}>
        <Textarea value={said.reason} maxLength={500} onChange={type('reason')} data-testid="act-reason" />
      </Field>
    </ActDialog>
  );
}

/** What was looked for and is not there. */
export function DescribeDialog({ view, onClose }: ActProps) {
  const t = useText(disclosureText);
  const { order, send } = useDisclosureAct({ view, onClose });
  const { said, type, missing, when } = useTyped({ described: '' });
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.describe'), lead: t('describe.lead'), submit: t('save') }}
      testId="describe-dialog"
      onSubmit={() => when(['described'], () => send({ act: 'describe', ...said }))}
    >
      <Field label={t('describe.words')} required {...missing('described')}>
        <Input value={said.described} maxLength={300} onChange={type('described')} data-testid="describe-words" />
      </Field>
    </ActDialog>
  );
}

/** 対象から外す: what was collected by mistake. */
export function DropDialog({ view, item, onClose }: ActProps & { readonly item: DisclosureItem }) {
  const t = useText(disclosureText);
  const { order, send } = useDisclosureAct({ view, onClose });
  const { said, type, missing, when } = useTyped({ reason: '' });
  const title = t('act.drop');
  return (
    <ActDialog
      {...{ order, onClose, title, lead: t('drop.lead', { title: item.title }), submit: title, testId: 'drop-dialog' }}
      onSubmit={() => when(['reason'], () => send({ act: 'drop', itemId: item.id, ...said }))}
    >
      <Field label={t('drop.reason')} required {...missing('reason')}>
        <Input value={said.reason} maxLength={300} onChange={type('reason')} data-testid="act-reason" />
      </Field>
    </ActDialog>
  );
}

interface DayProps extends ActProps {
  readonly act: 'corrected' | 'appeal';
}

/** The day from which an act counts cannot be before what it follows. */
const earliest = ({ view, act }: Omit<DayProps, 'onClose'>): string =>
  ({
    corrected: view.correctionAskedOn ?? view.receivedOn,
    appeal: view.decidedOn ?? view.dismissedOn ?? view.receivedOn,
  })[act];

/** 補正された・審査請求: a day, and what follows from it. */
export function DayDialog({ view, act, onClose }: DayProps) {
  const t = useText(disclosureText);
  const today = useToday();
  const { order, send } = useDisclosureAct({ view, onClose });
  const { said, type, missing, when } = useTyped({ on: today as string });
  return (
    <ActDialog
      {...{ order, onClose, title: t(`act.${act}`), lead: t(`${act}.lead`), submit: t('save'), testId: 'day-dialog' }}
      onSubmit={() => when(['on'], () => send({ act, ...said }))}
    >
      <DayField
        {...{ label: t(`${act}.day`), value: said.on, onChange: type('on'), missing: missing('on') }}
        {...{ min: earliest({ view, act }), max: today }}
      />
    </ActDialog>
  );
}

/** 開示決定: by the number of the 起案 that was decided. */
export function DecideDialog({ view, onClose }: ActProps) {
  const t = useText(disclosureText);
  const { order, send } = useDisclosureAct({ view, onClose });
  const { said, type, missing, when } = useTyped({ registerId: '' });
  const [isSeen, setIsSeen] = useState(false);
  const unbarredSeen = isSeen ? ({ unbarredSeen: true } as const) : {};
  const unjudged = view.items.filter(({ decision }) => decision === null).length;
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.decide'), lead: t('decide.lead'), submit: t('act.decide') }}
      testId="decide-dialog"
      onSubmit={() => when(['registerId'], () => send({ act: 'decide', ...said, ...unbarredSeen }))}
    >
      {unjudged === 0 ? null : (
        <strong data-testid="decide-unjudged">{t('items.unjudged', { count: unjudged })}</strong>
      )}
      <DifferingSeen view={view} isSeen={isSeen} onChange={setIsSeen} />
      <NumberPicker
        direction="DRAFTED"
        value={said.registerId}
        onPick={type('registerId')}
        missing={missing('registerId')}
      />
    </ActDialog>
  );
}
