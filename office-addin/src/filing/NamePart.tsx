import { Button, Field, type FieldProps, Input } from '@fluentui/react-components';
import type { FilingState } from '../pane/pane-state.ts';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';
import { fileNameFor } from './file-names.ts';
import { suggestedName } from './filing-desk.ts';

type Props = { state: FilingState; disabled: boolean } & Pick<FieldProps, 'validationMessage' | 'validationState'>;

/** Under which name the file is kept. The city's order of day, title and version is suggested, never forced. */
export function NamePart({ state, disabled, ...problem }: Props) {
  const { say, model } = usePane();
  const styles = usePaneStyles();
  const { form, look } = state;
  const standard = suggestedName(form.title);
  const used = fileNameFor(form.fileName, look.fileName, standard);
  return (
    <div className={styles.tight}>
      <Field label={say('details.fileName')} {...problem}>
        <Input
          data-testid="file-name-input"
          value={form.fileName}
          placeholder={used}
          disabled={disabled}
          onChange={(_event, data) => model.filing.change({ fileName: data.value })}
        />
      </Field>
      {used !== standard && (
        <div>
          <Button
            size="small"
            className={styles.wrap}
            disabled={disabled}
            data-testid="suggested-name"
            onClick={() => model.filing.change({ fileName: standard })}
          >
            {say('details.useName', { name: standard })}
          </Button>
        </div>
      )}
    </div>
  );
}
