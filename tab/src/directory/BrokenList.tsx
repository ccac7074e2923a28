import { Badge, Field, Input } from '@fluentui/react-components';
import type { BreakView, RehearsalView } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { Section } from '../approvals/Section.tsx';
import type { Reasons } from './RehearsalPage.tsx';
import { useRehearsalStyles } from './Rehearsals.styles.ts';
import { directoryText } from './text.ts';

interface BrokenProps {
  readonly view: RehearsalView;
  readonly reasons: Reasons;
  readonly onReasons: (reasons: Reasons) => void;
}

function Broken({ one, view, reasons, onReasons }: BrokenProps & { readonly one: BreakView }) {
  const styles = useRehearsalStyles();
  const t = useText(directoryText);
  const accepted = view.accepted.find(({ breakId }) => breakId === one.breakId);
  return (
    <li className={styles.broken} data-testid="broken-row" data-break-id={one.breakId}>
      <div className={styles.brokenHead}>
        <Badge appearance="tint" color={one.kind === 'CASE' ? 'warning' : 'important'}>
          {t(one.kind === 'CASE' ? 'broken.case' : 'broken.rule')}
        </Badge>
        {one.kind === 'RULE' ? <span>{one.article}</span> : null}
        {one.already ? <span className={styles.muted}>{t('broken.already')}</span> : null}
      </div>
      <p className={styles.sentence}>{one.sentence}</p>
      {accepted ? (
        <p className={styles.sentence}>{t('broken.accepted', { reason: accepted.reason, who: accepted.acceptedBy })}</p>
      ) : null}
      {!accepted && view.state === 'REHEARSED' ? (
        <Field label={t('broken.reason')}>
          <Input
            value={reasons[one.breakId] ?? ''}
            maxLength={300}
            onChange={(_, { value }) => onReasons({ ...reasons, [one.breakId]: value })}
            data-testid="accept-reason"
          />
        </Field>
      ) : null}
    </li>
  );
}

/** What would point to nobody. Each can be accepted only by itself and with a reason. */
export function BrokenList(props: BrokenProps) {
  const styles = useRehearsalStyles();
  const t = useText(directoryText);
  const { broken } = props.view;
  return (
    <Section title={t('broken.title', { count: broken.length })}>
      {broken.length === 0 ? <p className={styles.sentence}>{t('broken.none')}</p> : null}
      <ul className={styles.list}>
        {broken.map((one) => (
          <Broken key={one.breakId} one={one} {...props} />
        ))}
      </ul>
    </Section>
  );
}
