import type { LeaveBalanceView, LeaveKindsView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { ApplicationForm } from './ApplicationForm.tsx';
import { ChoiceField, LineField, LinesField, RadioField } from './fields.tsx';
import { LeaveBalance } from './LeaveBalance.tsx';
import type { StartProps } from './start.ts';
import { applicationsText } from './text.ts';
import { leaveOf, NO_LEAVE, type TypedLeave } from './typed.ts';
import { leaveFrom } from './typed-again.ts';
import { useBalance, useLeaveKinds } from './use-applications.ts';

interface FieldsProps {
  readonly typed: TypedLeave;
  readonly change: (change: Partial<TypedLeave>) => void;
}

function When({ typed, change }: FieldsProps) {
  const t = useText(applicationsText);
  const time = (label: 'field.time_from' | 'field.time_to', name: 'timeFrom' | 'timeTo') => (
    <LineField
      label={t(label)}
      type="time"
      required
      value={typed[name]}
      onChange={(value) => change({ [name]: value })}
      testId={name}
    />
  );
  return (
    <>
      <LineField
        label={t('field.from')}
        type="date"
        required
        value={typed.from}
        onChange={(from) => change({ from })}
        testId="leave-from"
      />
      {typed.span === 'DAY' ? (
        <LineField
          label={t('field.to')}
          type="date"
          value={typed.to}
          onChange={(to) => change({ to })}
          testId="leave-to"
        />
      ) : null}
      {typed.span === 'HOURS' ? time('field.time_from', 'timeFrom') : null}
      {typed.span === 'HOURS' ? time('field.time_to', 'timeTo') : null}
    </>
  );
}

type Kind = LeaveKindsView['items'][number];

/** What only special leave asks: for whom, what for, and how it is shown. */
function Special({ typed, change, kind }: FieldsProps & { readonly kind: Kind }) {
  const t = useText(applicationsText);
  const papers = (['NONE', 'WITH_IT', 'FOLLOWS'] as const).map((code) => ({ code, name: t(`evidence.${code}`) }));
  return (
    <>
      {kind.relations.length > 0 ? (
        <ChoiceField
          label={t('field.relation')}
          required
          options={kind.relations}
          value={typed.relation}
          onChange={(relation) => change({ relation })}
          testId="relation"
        />
      ) : null}
      {kind.per === 'OCCASION' ? (
        <LineField
          label={t('field.occasion')}
          type="date"
          value={typed.occasionOn}
          onChange={(occasionOn) => change({ occasionOn })}
          testId="occasion"
        />
      ) : null}
      {kind.evidence === 'NONE' ? null : (
        <ChoiceField
          label={t('field.evidence')}
          options={papers}
          value={typed.evidence}
          onChange={(evidence) => change({ evidence })}
          testId="evidence"
        />
      )}
    </>
  );
}

const SPANS = ['DAY', 'MORNING', 'AFTERNOON', 'HOURS'] as const;

interface FormProps extends StartProps {
  readonly kinds: LeaveKindsView;
  readonly balance: LeaveBalanceView;
}

function Form({ kinds, balance, start }: FormProps) {
  const t = useText(applicationsText);
  const [typed, setTyped] = useState(() => leaveFrom(start) ?? NO_LEAVE);
  const change = (changed: Partial<TypedLeave>) => setTyped((before) => ({ ...before, ...changed }));
  const kind = kinds.items.find(({ code }) => code === typed.kind);
  const annual = { code: 'ANNUAL', name: t('leave.ANNUAL') };
  const options = kinds.items.some(({ code }) => code === 'ANNUAL') ? kinds.items : [annual, ...kinds.items];
  const halves = typed.kind !== 'ANNUAL' || balance.halfDays !== null;
  const spans = SPANS.filter((code) => halves || code === 'DAY' || code === 'HOURS');
  const relations = (kind?.relations ?? []).map(({ code }) => code);
  return (
    <ApplicationForm
      kind="LEAVE"
      start={start}
      filled={leaveOf(typed, relations)}
      beside={<LeaveBalance balance={balance} />}
    >
      <ChoiceField
        label={t('field.leave_kind')}
        required
        options={options}
        value={typed.kind}
        onChange={(code) => change({ kind: code, relation: '' })}
        testId="leave-kind"
      />
      <RadioField
        label={t('field.span')}
        options={spans.map((code) => ({ code, name: t(`span.${code}`) }))}
        value={typed.span}
        onChange={(span) => change({ span })}
        testId="span"
      />
      <When typed={typed} change={change} />
      {kind && typed.kind !== 'ANNUAL' ? <Special typed={typed} change={change} kind={kind} /> : null}
      <LinesField
        label={t('field.reason')}
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        testId="reason"
      />
      <LineField
        label={t('field.contact')}
        value={typed.contact}
        onChange={(contact) => change({ contact })}
        testId="contact"
      />
    </ApplicationForm>
  );
}

/** 休暇申請, with what is left beside it. */
export function LeaveForm({ start }: StartProps) {
  const t = useText(applicationsText);
  const kinds = useLeaveKinds();
  const balance = useBalance();
  const failed = [kinds, balance].find(({ isError, data }) => isError && !data);
  if (failed) return <ErrorState error={failed.error} title={t('new.error')} onRetry={() => void failed.refetch()} />;
  if (!kinds.data || !balance.data) return <LoadingState />;
  return <Form start={start} kinds={kinds.data} balance={balance.data} />;
}
