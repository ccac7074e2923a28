import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Field,
  Select,
  Text,
} from '@fluentui/react-components';
import type { Classification, Placing } from '@kaigi/core/contract';
import type { FilingState } from '../pane/pane-state.ts';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';
import { LevelPart } from './LevelPart.tsx';

interface Props {
  state: FilingState;
  classification: Classification;
  disabled: boolean;
}

/** How it is kept: how long and why, in which 簿冊, and who sees it. All of it is prefilled from the class. */
export function KeepingPart({ state, classification, disabled }: Props) {
  const { locale, say } = usePane();
  const styles = usePaneStyles();
  const { placing, form } = state;
  const view = placing?.code === classification.code ? placing.view : null;
  const period = classification.period[locale];
  return (
    <div className={styles.card}>
      <div className={styles.tight}>
        <Text block weight="semibold" className={styles.wrap}>
          {classification.name}
        </Text>
        <Text block className={styles.wrap} data-testid="retention">
          {say('details.retention')}: {period}
        </Text>
        <Accordion collapsible>
          <AccordionItem value="why">
            <AccordionHeader size="small" inline data-testid="retention-why">
              {say('details.why', { period })}
            </AccordionHeader>
            <AccordionPanel>
              {view && (
                <Text block size={200} className={styles.soft} data-testid="retention-sentence">
                  {view.retention.sentence}
                </Text>
              )}
              <Text block size={200} className={styles.soft}>
                {say('details.basis', { article: classification.article })}
              </Text>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
        {view && <FolderPart view={view} chosen={form.folderId} disabled={disabled} />}
        {view && <LevelPart view={view} form={form} disabled={disabled} />}
      </div>
    </div>
  );
}

function FolderPart({ view, chosen, disabled }: { view: Placing; chosen: string; disabled: boolean }) {
  const { model, say } = usePane();
  const styles = usePaneStyles();
  const { folders, folderId } = view;
  const used = folders.find(({ id }) => id === chosen)?.id ?? folderId ?? '';
  const [only] = folders;
  if (folders.length <= 1) {
    const title = only?.title ?? say('details.folder.none');
    return (
      <Text block className={styles.wrap} data-testid="folder">
        {say('details.folder')}: {title}
      </Text>
    );
  }
  return (
    <Field label={say('details.folder')} hint={used === '' ? say('details.folder.later') : null}>
      <Select
        data-testid="folder-select"
        value={used}
        disabled={disabled}
        onChange={(_event, data) => model.filing.change({ folderId: data.value })}
      >
        {used === '' && <option value="">{say('details.folder.choose')}</option>}
        {folders.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}
