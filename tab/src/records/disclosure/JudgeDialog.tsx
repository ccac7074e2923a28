import { Checkbox, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { ActDialog } from '../record/ActDialog.tsx';
import { useDisclosureStyles } from './Disclosure.styles.ts';
import { groundText } from './ground-text.ts';
import { disclosureText } from './text.ts';
import { type ActProps, type DisclosureItem, useDisclosureAct } from './use-disclosures.ts';

type Decision = NonNullable<DisclosureItem['decision']>;

/** What a document can come to, and what something that is not there. */
const OF_RECORD: readonly Decision[] = ['DISCLOSE', 'PARTLY', 'WITHHOLD', 'UNCONFIRMED'];
const OF_NOTHING: readonly Decision[] = ['ABSENT', 'UNCONFIRMED'];
const WITH_GROUND: readonly (Decision | null)[] = ['PARTLY', 'WITHHOLD', 'UNCONFIRMED'];

interface JudgeProps extends ActProps {
  readonly item: DisclosureItem;
}

function useJudgement({ view, item, onClose }: JudgeProps) {
  const { order, send } = useDisclosureAct({ view, onClose });
  const [decision, setDecision] = useState(item.decision);
  const [grounds, setGrounds] = useState<readonly string[]>(item.grounds);
  const [note, setNote] = useState(item.note);
  const [tried, setTried] = useState(false);
  const takesGrounds = WITH_GROUND.includes(decision);
  const lacksGround = (decision === 'PARTLY' || decision === 'WITHHOLD') && grounds.length === 0;
  const choose = (id: string, isChosen: boolean) =>
    setGrounds((before) => (isChosen ? [...before, id] : before.filter((one) => one !== id)));
  const judge = () => {
    setTried(true);
    if (decision === null || lacksGround) return;
    const judged = { decision, grounds: takesGrounds ? [...grounds] : [], note: note.trim() };
    send({ act: 'judge', itemId: item.id, ...judged });
  };
  return {
    ...{ order, decision, setDecision, grounds, choose, note, setNote, judge, takesGrounds },
    noDecision: tried && decision === null,
    noGround: tried && lacksGround,
  };
}

type Judgement = ReturnType<typeof useJudgement>;

/** 根拠となる号 */
function Grounds({ view, judgement }: Pick<JudgeProps, 'view'> & { readonly judgement: Judgement }) {
  const styles = useDisclosureStyles();
  const t = useText(disclosureText);
  const { grounds, choose, noGround } = judgement;
  return (
    <fieldset className={styles.group}>
      <legend>{t('judge.grounds')}</legend>
      <span role="status" className={noGround ? styles.wrong : styles.quiet}>
        {t(noGround ? 'judge.choose' : 'judge.grounds_hint')}
      </span>
      {view.scheme.grounds.map(({ id, ...ground }) => (
        <Checkbox
          key={id}
          label={groundText(ground)}
          checked={grounds.includes(id)}
          onChange={(_, { checked }) => choose(id, checked === true)}
          data-testid={`judge-ground-${id}`}
        />
      ))}
    </fieldset>
  );
}

/** 判断: what becomes of one document, and by which ground. */
export function JudgeDialog(props: JudgeProps) {
  const { view, item, onClose } = props;
  const t = useText(disclosureText);
  const judgement = useJudgement(props);
  const { order, decision, setDecision, note, setNote, judge, takesGrounds, noDecision } = judgement;
  const choices = item.recordId === null ? OF_NOTHING : OF_RECORD;
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.judge'), lead: t('judge.lead', { title: item.title }), submit: t('save') }}
      testId="judge-dialog"
      onSubmit={judge}
    >
      <Field label={t('judge.decision')} required {...(noDecision ? { validationMessage: t('judge.choose') } : {})}>
        <RadioGroup
          value={decision ?? ''}
          onChange={(_, { value }) => setDecision(choices.find((one) => one === value) ?? null)}
          data-testid="judge-decision"
        >
          {choices.map((one) => (
            <Radio key={one} value={one} label={t(`decision.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      {takesGrounds ? <Grounds view={view} judgement={judgement} /> : null}
      <Field label={t('judge.note')}>
        <Textarea value={note} maxLength={1000} onChange={(_, { value }) => setNote(value)} data-testid="judge-note" />
      </Field>
    </ActDialog>
  );
}
