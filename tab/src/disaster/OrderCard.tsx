import { Badge, Button, Link, mergeClasses } from '@fluentui/react-components';
import type { SwitchOrderView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { dayText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { hashOf } from '../app/routes.ts';
import { AfterAction } from './AfterAction.tsx';
import { useDisasterStyles } from './Disaster.styles.ts';
import { EndForm } from './EndForm.tsx';
import { disasterText } from './text.ts';
import { useSubmitOrder } from './use-disaster.ts';

interface OrderProps {
  readonly order: SwitchOrderView;
  readonly onProlong: () => void;
}

const COLOURS = {
  ASKED: 'warning',
  COMING: 'informative',
  IN_FORCE: 'danger',
  OVER: 'subtle',
  REFUSED: 'subtle',
} as const;

function Facts({ order }: Pick<OrderProps, 'order'>) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const locale = useLocale();
  const span = t('order.days', { from: dayText(order.from, locale), until: dayText(order.until, locale) });
  const facts = [
    [t('order.number'), order.orderNumber],
    [t('order.span'), span],
    [t('order.reason'), order.reason],
    [t('order.article'), order.article],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([term, value]) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Relaxed({ order }: Pick<OrderProps, 'order'>) {
  const t = useText(disasterText);
  if (order.relaxes.length === 0) return null;
  return (
    <details>
      <summary>{t('order.relaxes')}</summary>
      <ul>
        {order.relaxes.map(({ row, sentence, article }) => (
          <li key={row}>
            {sentence} {article}
          </li>
        ))}
      </ul>
    </details>
  );
}

type Asked = 'end' | 'after' | null;

function SubmitButton({ order }: Pick<OrderProps, 'order'>) {
  const t = useText(disasterText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useSubmitOrder(order.id);
  const handleSubmit = () => {
    if (isPending) return;
    mutate(null, {
      onSuccess: () => notify({ text: t('order.submitted'), intent: 'success' }),
      onError: (error) => notify({ text: t('form.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
    });
  };
  return (
    <Button disabledFocusable={isPending} onClick={handleSubmit} data-testid="order-submit">
      {t('order.submit')}
    </Button>
  );
}

function Buttons({ order, onProlong, asked, ask }: OrderProps & { asked: Asked; ask: (what: Asked) => void }) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const { may } = order;
  const toggle = (what: Asked) => ask(asked === what ? null : what);
  return (
    <div className={styles.buttons}>
      {may.submit ? <SubmitButton order={order} /> : null}
      {may.prolong ? (
        <Button onClick={onProlong} data-testid="order-prolong">
          {t('order.prolong')}
        </Button>
      ) : null}
      {may.end ? (
        <Button onClick={() => toggle('end')} aria-expanded={asked === 'end'} data-testid="order-end">
          {t(order.state === 'ASKED' ? 'order.drop' : 'order.end')}
        </Button>
      ) : null}
      {may.afterAction ? (
        <Button onClick={() => toggle('after')} aria-expanded={asked === 'after'} data-testid="order-after">
          {t('order.after')}
        </Button>
      ) : null}
    </div>
  );
}

/** A switch with its order: what it relaxes, until when, by whose word. */
export function OrderCard({ order, onProlong }: OrderProps) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const [asked, ask] = useState<Asked>(null);
  return (
    <li className={styles.item} data-testid="order">
      <div className={styles.line}>
        <Badge appearance={order.state === 'IN_FORCE' ? 'filled' : 'tint'} color={COLOURS[order.state]}>
          {t(`state.${order.state}`)}
        </Badge>
        <h3 className={styles.name}>{order.name}</h3>
        {order.unconfirmed ? (
          <span className={mergeClasses(styles.red)} data-testid="order-unconfirmed">
            {t('order.unconfirmed')}
          </span>
        ) : null}
      </div>
      <Facts order={order} />
      <Relaxed order={order} />
      {order.caseId ? <Link href={hashOf({ page: 'case', id: order.caseId })}>{t('order.case')}</Link> : null}
      <Buttons {...{ order, onProlong, asked, ask }} />
      {asked === 'end' ? <EndForm order={order} onClose={() => ask(null)} /> : null}
      {asked === 'after' ? <AfterAction id={order.id} number={order.orderNumber} /> : null}
    </li>
  );
}
