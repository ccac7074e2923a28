import { Button } from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons';
import type { DisasterView, SwitchOrderView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import { Section } from '../approvals/Section.tsx';
import { CallForm } from './CallForm.tsx';
import { useDisasterStyles } from './Disaster.styles.ts';
import { OrderCard } from './OrderCard.tsx';
import { OrderForm } from './OrderForm.tsx';
import { PaperSection } from './PaperSection.tsx';
import { RollCard } from './RollCard.tsx';
import { disasterText } from './text.ts';
import { useDisaster } from './use-disaster.ts';

type Doing = { readonly what: 'call' } | { readonly what: 'order'; readonly prolongs: SwitchOrderView | null } | null;

interface PartProps {
  readonly view: DisasterView;
  readonly onDoing: (doing: Doing) => void;
}

function Rolls({ view, onDoing }: PartProps) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  return (
    <Section title={t('rolls.title')}>
      {view.rolls.length === 0 ? <p className={styles.muted}>{t('rolls.none')}</p> : null}
      <ul className={styles.list}>
        {view.rolls.map((roll) => (
          <RollCard key={roll.id} roll={roll} />
        ))}
      </ul>
      {view.may.call ? (
        <div className={styles.buttons}>
          <Button onClick={() => onDoing({ what: 'call' })} data-testid="call-open">
            {t('call.open')}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

function Orders({ view, onDoing }: PartProps) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  return (
    <Section title={t('orders.title')}>
      {view.orders.length === 0 ? <p className={styles.muted}>{t('orders.none')}</p> : null}
      <ul className={styles.list}>
        {view.orders.map((order) => (
          <OrderCard key={order.id} order={order} onProlong={() => onDoing({ what: 'order', prolongs: order })} />
        ))}
      </ul>
      {view.may.ask && view.switches.length > 0 ? (
        <div className={styles.buttons}>
          <Button onClick={() => onDoing({ what: 'order', prolongs: null })} data-testid="order-open">
            {t('form.open')}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

function Body() {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const [doing, setDoing] = useState<Doing>(null);
  const disaster = useDisaster();
  if (disaster.isPending) return <LoadingState />;
  if (!disaster.data) return <ErrorState error={disaster.error} onRetry={() => void disaster.refetch()} />;
  const view = disaster.data;
  const { orders, rolls, may, switches } = view;
  if (orders.length === 0 && rolls.length === 0 && !may.ask && !may.call && !may.paper)
    return <EmptyState icon={<ShieldCheckmarkRegular />} title={t('calm.title')} body={t('calm.body')} />;
  const close = () => setDoing(null);
  return (
    <div className={styles.page}>
      {doing?.what === 'call' ? <CallForm onClose={close} /> : null}
      {doing?.what === 'order' ? (
        <OrderForm key={doing.prolongs?.id ?? ''} switches={switches} prolongs={doing.prolongs} onClose={close} />
      ) : null}
      <Rolls view={view} onDoing={setDoing} />
      <Orders view={view} onDoing={setDoing} />
      {may.paper ? <PaperSection orders={orders} /> : null}
    </div>
  );
}

/** What is on: orders that relax the rules, safety checks, call-outs. One's own answer comes first. */
export function DisasterPage() {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <PageHeading title={t('title')} focusKey="disaster" />
        <p className={styles.lead}>{t('lead')}</p>
      </div>
      <Body />
    </div>
  );
}
