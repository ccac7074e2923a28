import { Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import type { DisclosureView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { ActDialog } from '../record/ActDialog.tsx';
import { useTyped } from '../record/use-act.ts';
import { DayField, useToday } from './DayField.tsx';
import { disclosureText } from './text.ts';
import { type ActProps, useDisclosureAct } from './use-disclosures.ts';

type Ruling = NonNullable<DisclosureView['ruling']>;

const RULINGS: readonly Ruling[] = ['INADMISSIBLE', 'REJECTED', 'PARTLY_UPHELD', 'UPHELD', 'WITHDRAWN'];

interface ChoiceProps {
  readonly view: DisclosureView;
  readonly value: string;
  readonly onChange: (event: unknown, data: { value: string }) => void;
  readonly missing: { readonly validationMessage?: string };
}

const LEAVES_STANDING = new Set(['REJECTED', 'PARTLY_UPHELD']);

/** What has to be registered before this ruling: that the board was asked, or what it answered. */
function useLack({ scheme: { referral }, referredOn, advisedOn }: DisclosureView, ruling: string): string | null {
  const t = useText(disclosureText);
  if (!LEAVES_STANDING.has(ruling)) return null;
  if (referral !== null && referredOn === null) return t('rule.not_referred', { article: referral });
  return referredOn !== null && advisedOn === null ? t('rule.not_advised') : null;
}

/** 却下・棄却・一部認容・認容・取下げ, each with its article. */
function RulingChoice({ view, value, onChange, missing }: ChoiceProps) {
  const t = useText(disclosureText);
  const nameOf = (ruling: Ruling) => {
    const words = view.scheme.rulings?.[ruling];
    const name = t(`ruling.${ruling}`);
    return words === undefined ? name : t('fact.result_words', { ruling: name, words });
  };
  const lack = useLack(view, value);
  return (
    <>
      <Field label={t('rule.ruling')} required {...missing}>
        <RadioGroup value={value} onChange={onChange} data-testid="rule-ruling">
          {RULINGS.map((one) => (
            <Radio key={one} value={one} label={nameOf(one)} />
          ))}
        </RadioGroup>
      </Field>
      {lack === null ? null : <strong role="status">{lack}</strong>}
    </>
  );
}

/** 裁決, or that the appeal was withdrawn. */
export function RuleDialog({ view, onClose }: ActProps) {
  const t = useText(disclosureText);
  const today = useToday();
  const { order, send } = useDisclosureAct({ view, onClose });
  const { said, type, missing, when } = useTyped({ on: today as string, ruling: '', note: '' });
  const ruling = RULINGS.find((one) => one === said.ruling);
  const isGranted = ruling === 'UPHELD' || ruling === 'PARTLY_UPHELD';
  const submit = () =>
    when(isGranted ? ['on', 'ruling', 'note'] : ['on', 'ruling'], () => {
      if (ruling !== undefined) send({ act: 'rule', ...said, ruling });
    });
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.rule'), lead: t('rule.lead'), submit: t('save'), testId: 'rule-dialog' }}
      onSubmit={submit}
    >
      <RulingChoice {...{ view, value: said.ruling, onChange: type('ruling'), missing: missing('ruling') }} />
      <DayField
        {...{ label: t('rule.day'), value: said.on, onChange: type('on'), missing: missing('on') }}
        {...{ min: view.advisedOn ?? view.referredOn ?? view.appealedOn ?? view.receivedOn, max: today }}
      />
      <Field
        label={t(isGranted ? 'rule.granted' : 'rule.note')}
        hint={t('no_names')}
        required={isGranted}
        {...(isGranted ? missing('note') : {})}
      >
        <Textarea value={said.note} maxLength={1000} onChange={type('note')} data-testid="act-note" />
      </Field>
    </ActDialog>
  );
}
