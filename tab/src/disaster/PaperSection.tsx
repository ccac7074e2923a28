import { Button } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import type { SwitchOrderView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../app/locale.ts';
import { Section } from '../approvals/Section.tsx';
import { DownloadButton } from '../records/DownloadButton.tsx';
import { useDisasterStyles } from './Disaster.styles.ts';
import { PaperTimesForm } from './PaperTimesForm.tsx';
import { disasterText } from './text.ts';

function FormsButton() {
  const t = useText(disasterText);
  return (
    <DownloadButton
      fileName={t('forms.file')}
      from={({ disaster }) => disaster.forms()}
      icon={<PrintRegular />}
      testId="forms-save"
    >
      {t('forms.save')}
    </DownloadButton>
  );
}

/** Forms to print while everything works; what stands on them is entered when it works again. */
export function PaperSection({ orders }: { readonly orders: readonly SwitchOrderView[] }) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const [entering, setEntering] = useState(false);
  const order = orders.find(({ state }) => state === 'IN_FORCE') ?? orders.find(({ state }) => state === 'OVER');
  return (
    <Section title={t('forms.title')}>
      <p className={styles.muted}>{t('forms.lead')}</p>
      <div className={styles.buttons}>
        <FormsButton />
        {order ? (
          <Button onClick={() => setEntering((before) => !before)} aria-expanded={entering} data-testid="paper-open">
            {t('paper.title')}
          </Button>
        ) : null}
      </div>
      {entering && order ? <PaperTimesForm orderNumber={order.orderNumber} onClose={() => setEntering(false)} /> : null}
    </Section>
  );
}
